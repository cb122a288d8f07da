import { Input } from 'antd';
import { words } from './part-words.js';

const zone = '+08:00';

/** An instant as the law counts it, in Beijing time, whatever zone the laptop is in. Its value is an ISO text. */
export function MomentField({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}) {
  const say = words.use();
  return (
    <Input
      {...(id && { id })}
      type="datetime-local"
      step={60}
      suffix={<small className="quiet">{say('beijing')}</small>}
      value={value ? local(value) : ''}
      onChange={({ target }) => onChange?.(target.value ? new Date(target.value + zone).toISOString() : undefined)}
    />
  );
}

function local(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 16);
}

import { Input } from 'antd';

const zone = '+08:00';

/** An instant as the law counts it, in Beijing time, whatever zone the laptop is in. */
export function MomentInput({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}) {
  return (
    <Input
      {...(id && { id })}
      type="datetime-local"
      step={60}
      value={value ? local(value) : ''}
      onChange={({ target }) => onChange?.(target.value ? new Date(target.value + zone).toISOString() : undefined)}
    />
  );
}

function local(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 16);
}

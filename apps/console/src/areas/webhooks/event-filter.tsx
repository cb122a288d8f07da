import { Tag } from 'antd';
import { useLabel } from '../../api/vocabulary.js';
import { words } from './words.js';

const shown = 4;

/** What an endpoint is told of, in words; a long list is cut, and whole in the tip. */
export function EventFilter({ events, all = false }: { events: readonly string[]; all?: boolean }) {
  const say = words.use();
  const label = useLabel();
  if (events.includes('*')) return <>{say('allEvents')}</>;
  const names = events.map((event) => label('events', event));
  const rest = all ? [] : names.slice(shown);
  return (
    <>
      {(all ? names : names.slice(0, shown)).map((name, at) => (
        <Tag key={events[at]}>{name}</Tag>
      ))}
      {rest.length > 0 && <Tag title={rest.join('、')}>+{rest.length}</Tag>}
    </>
  );
}

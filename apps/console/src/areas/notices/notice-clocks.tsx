import { useLabel } from '../../api/vocabulary.js';
import { DeadlineChip } from '../../parts/deadline/deadline-chip.js';
import type { Deadline, Notice } from './notice-document.js';
import './notices.css';
import { words } from './words.js';

/** Running clocks, the nearest first; those that ended are folded away. More than these and the items show their own. */
const most = 12;

export function NoticeClocks({ notice }: { notice: Notice }) {
  const say = words.use();
  const places = new Map(notice.items.map(({ id }, index) => [id, index + 1]));
  const byDue = [...notice.deadlines].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const isOpen = ({ state, stoppedAt }: Deadline) =>
    state === 'running' || state === 'paused' || (state === 'breached' && !stoppedAt);
  const open = byDue.filter(isOpen);
  const ended = byDue.filter((clock) => !isOpen(clock));
  return (
    <section className="panel notice-clocks" aria-label={say('clocks')}>
      <h2>{say('clocks')}</h2>
      {open.length === 0 && ended.length === 0 && <p className="quiet">{say('noClocks')}</p>}
      <ClockLines clocks={open.slice(0, most)} places={places} />
      {open.length > most && (
        <details>
          <summary>… +{open.length - most}</summary>
          <ClockLines clocks={open.slice(most)} places={places} />
        </details>
      )}
      {ended.length > 0 && (
        <details open={open.length === 0 && ended.length <= 3}>
          <summary>{say('endedClocks', { count: ended.length })}</summary>
          <ClockLines clocks={ended} places={places} />
        </details>
      )}
    </section>
  );
}

function ClockLines({ clocks, places }: { clocks: readonly Deadline[]; places: Map<string, number> }) {
  const say = words.use();
  const label = useLabel();
  return (
    <ul className="clock-lines">
      {clocks.map((clock) => {
        const place = places.get(clock.subject.id);
        return (
          <li key={clock.id}>
            <span>
              {label('rules', clock.rule)}
              {place && places.size > 1 && <small className="quiet"> {say('ofItem', { place })}</small>}
            </span>
            <DeadlineChip clock={clock} />
          </li>
        );
      })}
    </ul>
  );
}

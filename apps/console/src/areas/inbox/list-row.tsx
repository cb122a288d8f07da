import { EyeOutlined, LoadingOutlined, LockOutlined, UserOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { memo } from 'react';
import { Link } from 'react-router';
import { useLabel } from '../../api/vocabulary.js';
import { type Clock } from '../../parts/deadline/deadline-tone.js';
import { DeadlineChip } from '../../parts/deadline/deadline-chip.js';
import type { Entry } from './standing-list.js';
import { words } from './words.js';

export const rowHeight = 92;

interface Props {
  entry: Entry;
  top: number;
  place: number;
  total: number;
  search: string;
  isCurrent: boolean;
  isChosen: boolean;
  isSending: boolean;
  choose: (id: string) => void;
}

/** One notice of the list, always of the same height: number and clock, title, complainant, who has it. */
export const ListRow = memo(function ListRow(props: Props) {
  const { entry, top, place, total, search, isCurrent, isChosen, isSending, choose } = props;
  const say = words.use();
  const label = useLabel();
  const { id, number, title, complainant, itemCount, state, outcome } = entry;
  const marks = [isCurrent && 'is-current', isChosen && 'is-chosen'].filter(Boolean).join(' ');
  return (
    <li className={`inbox-row ${marks}`} style={{ top, height: rowHeight }} aria-posinset={place} aria-setsize={total}>
      <Checkbox
        checked={isChosen}
        onChange={() => choose(id)}
        aria-label={say('selectRow', { number })}
        className="inbox-row-box"
      />
      <Link
        to={{ pathname: `/inbox/${id}`, search }}
        id={`row-${id}`}
        className="inbox-row-link"
        aria-current={isCurrent ? 'true' : undefined}
      >
        <span className="inbox-row-line">
          <span className="inbox-row-number">{number}</span>
          <span className="inbox-row-state">
            {isSending ? (
              <>
                <LoadingOutlined /> {say('sending')}
              </>
            ) : (
              label('noticeStates', state) + (outcome ? ` · ${label('noticeOutcomes', outcome)}` : '')
            )}
          </span>
        </span>
        <span className="inbox-row-title" title={title}>
          {title}
        </span>
        <span className="inbox-row-line">
          <span className="inbox-row-who" title={complainant}>
            {complainant}
          </span>
          <span className="inbox-row-count">{say('items', { count: itemCount })}</span>
        </span>
        <span className="inbox-row-line">
          {entry.nextDeadline ? <DeadlineChip clock={clockOf(entry.nextDeadline)} compact /> : <span />}
          <People entry={entry} />
        </span>
      </Link>
    </li>
  );
});

/** Who has it, who holds the claim, who else is looking. */
function People({ entry: { assignee, claimedBy, lookingNow } }: { entry: Entry }) {
  const say = words.use();
  const looking = (lookingNow ?? []).map(({ name }) => name).join('、');
  return (
    <span className="inbox-row-people">
      {looking && (
        <span className="inbox-row-looking" title={say('looking', { names: looking })}>
          <EyeOutlined /> {looking}
        </span>
      )}
      {claimedBy ? (
        <span title={say('claimedBy', { name: claimedBy.name })}>
          <LockOutlined /> {claimedBy.name}
        </span>
      ) : (
        assignee && (
          <span title={assignee.name}>
            <UserOutlined /> {assignee.name}
          </span>
        )
      )}
    </span>
  );
}

/** A list says from when a quarter is left: a quarter tells the whole. */
function clockOf({ rule, dueAt, dueSoonAt, remainingSeconds }: NonNullable<Entry['nextDeadline']>): Clock {
  const quarter = Date.parse(dueAt) - Date.parse(dueSoonAt);
  const startedAt = new Date(Date.parse(dueAt) - 4 * quarter).toISOString();
  return { rule, dueAt, startedAt, remainingSeconds, state: 'running' };
}

import { Tag } from 'antd';
import { Link } from 'react-router';
import { useLabel } from '../../api/vocabulary.js';
import { DeadlineChip } from '../../parts/deadline/deadline-chip.js';
import { noticeColour } from '../notices/item-colour.js';
import './complaints.css';
import type { Complaint } from './use-complaint.js';
import { words } from './words.js';

/** The notices that the complaint became, a platform each, with the clock that runs out first. */
export function ComplaintNotices({ complaint: { notices } }: { complaint: Complaint }) {
  const say = words.use();
  const label = useLabel();
  return (
    <section className="panel" aria-label={say('notices')}>
      <h2>{say('notices')}</h2>
      {notices.length === 0 && <p className="quiet">{say('noNotices')}</p>}
      <ul className="complaint-notices">
        {notices.map(({ id, number, platform, state, outcome, regime, items, nextDeadline }) => (
          <li key={id}>
            <div className="complaint-notice-head">
              <Link to={`/notices/${id}`}>{number}</Link>
              <span className="clipped" title={platform.name}>
                {platform.name}
              </span>
              <Tag color={noticeColour(state)}>{label('noticeStates', state)}</Tag>
            </div>
            <small className="quiet">
              {[label('regimes', regime), say('items', { count: items }), label('noticeOutcomes', outcome)]
                .filter(Boolean)
                .join(' · ')}
            </small>
            {nextDeadline ? (
              <div>
                <DeadlineChip clock={{ ...nextDeadline, state: 'running' }} compact />{' '}
                <small className="quiet">{label('rules', nextDeadline.rule)}</small>
              </div>
            ) : (
              <div>
                <small className="quiet">{say('noClock')}</small>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

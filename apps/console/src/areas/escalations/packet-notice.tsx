import { Link } from 'react-router';
import type { Schemas } from '../../api/client.js';
import { useLabel } from '../../api/vocabulary.js';
import { Rows } from '../../parts/entry-table.js';
import { words } from './words.js';

/** The notice that was served: its works, and every address with the state it was in. */
export function PacketNotice({ notice }: { notice: Schemas['PacketNoticeView'] }) {
  const say = words.use();
  const label = useLabel();
  return (
    <section className="panel" aria-labelledby="packet-notice">
      <h2 id="packet-notice">{say('notice')}</h2>
      <dl>
        <dt>{say('number')}</dt>
        <dd>
          <Link to={`/notices/${notice.id}`}>{notice.number}</Link>
        </dd>
        <dt>{say('title')}</dt>
        <dd>{notice.title}</dd>
        <dt>{say('regime')}</dt>
        <dd>{label('regimes', notice.regime)}</dd>
        <dt>{say('works')}</dt>
        <dd>{notice.works.map((work) => ('title' in work ? String(work.title) : '')).join('、')}</dd>
      </dl>
      <h3>{say('items', { count: notice.items.length })}</h3>
      <div
        className="packet-items"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        tabIndex={0}
        role="region"
        aria-label={say('items', { count: notice.items.length })}
      >
        <Rows
          label={say('items', { count: notice.items.length })}
          rows={notice.items}
          columns={[
            { key: 'raw', title: say('raw'), show: ({ raw }) => raw },
            {
              key: 'state',
              title: say('itemState'),
              width: '110px',
              show: ({ state }) => label('itemStates', state),
            },
          ]}
        />
      </div>
    </section>
  );
}

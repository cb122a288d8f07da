import { Button, Skeleton } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useLabel } from '../../api/vocabulary.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { moment } from '../../words/dates.js';
import { words } from './words.js';

/** What happened in the notice, by the log: event after event with its hash. */
export function NoticeLog({ noticeId }: { noticeId: string }) {
  const say = words.use();
  const label = useLabel();
  const log = usePages<Schemas['EventView']>(['notice', noticeId, 'events'], (after) =>
    taken(api.GET('/v1/notices/{id}/events', { params: { path: { id: noticeId }, query: { after } } })),
  );
  return (
    <section className="panel" aria-labelledby="packet-log">
      <h2 id="packet-log">{say('timeline')}</h2>
      <p className="quiet">{say('timelineNote')}</p>
      {log.isLoading && <Skeleton active title={false} />}
      {log.failure && <ProblemNote failure={log.failure} again={log.again} />}
      <ol className="packet-log">
        {log.rows.map(({ id, at, type, hash }) => (
          <li key={id}>
            <strong>{label('events', type)}</strong> <time dateTime={at}>{moment(at)}</time>
            <div className="packet-hash" title={hash}>
              {say('hash', { hash })}
            </div>
          </li>
        ))}
      </ol>
      {log.hasMore && (
        <Button size="small" loading={log.isLoadingMore} onClick={log.more}>
          {say('more')}
        </Button>
      )}
    </section>
  );
}

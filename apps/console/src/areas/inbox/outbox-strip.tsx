import { Alert, Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useLabel } from '../../api/vocabulary.js';
import { useHappenedSince } from './happened-since.js';
import { noticeQuery } from '../notices/use-notice.js';
import { type Deed, forget, resendDeeds, useDeeds } from './outbox.js';
import { words } from './words.js';

/** Acts whose answer is unknown or was no; over the page's foot, so that nothing moves. */
export function OutboxStrip({ search }: { search: string }) {
  const deeds = useDeeds().filter(({ state }) => state !== 'sending');
  if (deeds.length === 0) return null;
  return (
    <div className="inbox-outbox">
      {deeds
        .slice(-3)
        .map((deed) =>
          deed.state === 'unsure' ? (
            <Unsure key={deed.key} deed={deed} />
          ) : (
            <Refused key={deed.key} deed={deed} search={search} />
          ),
        )}
    </div>
  );
}

function Unsure({ deed: { number, what } }: { deed: Deed }) {
  const say = words.use();
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      title={say('outbox.unsure', { number, what })}
      description={say('outbox.unsureNote')}
      action={
        <Button size="small" onClick={resendDeeds}>
          {say('outbox.resend')}
        </Button>
      }
    />
  );
}

/** In words: who was there before, and what it is now; else what the server said. */
function Refused({ deed, search }: { deed: Deed; search: string }) {
  const say = words.use();
  const label = useLabel();
  const { key, noticeId, number, what, tag, failure } = deed;
  const isLate = failure?.status === 412 || failure?.status === 409;
  const did = useHappenedSince(noticeId, isLate ? tag : null);
  const { data } = useQuery({ ...noticeQuery(noticeId), enabled: isLate });
  const now = data && say('since.now', { state: label('noticeStates', data.notice.state) });
  const said = [failure?.body.title, failure?.body.errors?.[0]?.detail ?? failure?.body.detail]
    .filter(Boolean)
    .join('：');
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      closable={{ onClose: () => forget(key), 'aria-label': say('outbox.close') }}
      title={say('outbox.refused', { number, what })}
      description={did ? `${did} ${now ?? ''}` : said}
      action={
        <Link to={{ pathname: `/inbox/${noticeId}`, search }} onClick={() => forget(key)}>
          {say('outbox.goBack')}
        </Link>
      }
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { Reading } from '../../parts/reading.js';
import { moment } from '../../words/dates.js';
import type { Draft } from './draft.js';
import { draftOfDocument } from './draft-of-document.js';
import { words } from './origin-words.js';
import type { Change } from './use-draft.js';

/** Where the page's content came from, when another system wrote it, and what it lacks; takes it over at first. */
export function OriginNote({
  draft,
  change,
  clear,
  isLocked,
}: {
  draft: Draft;
  change: Change;
  clear: () => void;
  /** It was sent and is not answered: nothing takes its place until it is. */
  isLocked: boolean;
}) {
  const [search] = useSearchParams();
  const id = (isLocked ? null : search.get('draft')) ?? draft.origin;
  const origin = useQuery({
    queryKey: ['complaint-drafts', 'one', id],
    queryFn: () => taken(api.GET('/v1/complaint-drafts/{id}', { params: { path: { id: id! } } })),
    enabled: id !== null,
  });
  if (id === null) return null;
  return (
    <Reading of={origin} rows={2}>
      {(read) =>
        read.state === 'open' ? (
          <Open origin={read} draft={draft} change={change} />
        ) : (
          <Ended origin={read} leave={draft.origin === id && !isLocked ? clear : null} />
        )
      }
    </Reading>
  );
}

function Open({ origin, draft, change }: { origin: Schemas['DraftView']; draft: Draft; change: Change }) {
  const say = words.use();
  const isTaken = draft.origin === origin.id;
  const isBegun = draft.pasted.trim() !== '';
  useEffect(() => {
    if (!isTaken && !isBegun) change(draftOfDocument(origin));
  }, [isTaken, isBegun, change, origin]);
  if (!isTaken && isBegun) {
    const replace = <Button onClick={() => change(draftOfDocument(origin))}>{say('replace')}</Button>;
    return <Alert className="filing-origin" type="warning" showIcon title={say('begun')} action={replace} />;
  }
  const from = say('from', {
    format: origin.format.toUpperCase(),
    sender: origin.sender ?? say('unknownSender'),
    at: moment(origin.receivedAt),
  });
  return (
    <Alert
      className="filing-origin"
      type="info"
      showIcon
      title={from}
      description={
        <>
          {origin.remarks.length > 0 && (
            <>
              {say('toCheck')}
              <ul>
                {origin.remarks.map(({ at, code, detail }) => (
                  <li key={`${at} ${code} ${detail}`}>{detail}</li>
                ))}
              </ul>
            </>
          )}
          <a href={`/v1/complaint-drafts/${origin.id}/original`}>{say('original')}</a>
        </>
      }
    />
  );
}

function Ended({ origin: { complaint }, leave }: { origin: Schemas['DraftView']; leave: (() => void) | null }) {
  const say = words.use();
  const what = complaint ? say('filed', { number: complaint.number }) : say('discarded');
  return (
    <Alert
      className="filing-origin"
      type="warning"
      showIcon
      title={what}
      action={leave && <Button onClick={leave}>{say('leave')}</Button>}
    />
  );
}

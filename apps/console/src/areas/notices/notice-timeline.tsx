import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { useSignedIn } from '../../api/me.js';
import { useLabel } from '../../api/vocabulary.js';
import { Reading } from '../../parts/reading.js';
import { dayAndTime, moment } from '../../words/dates.js';
import './notices.css';
import { partyBehind } from './party-behind.js';
import { useNotice } from './use-notice.js';
import { words } from './words.js';

type LoggedEvent = Schemas['EventView'];

/** The latest are in view, in the order in which they happened; the earlier ones are a click away. */
const latest = 30;

/** The log of a notice in words. `isPlain`: without a frame and a head, for a place that has its own. */
export function NoticeTimeline({ noticeId, isPlain = false }: { noticeId: string; isPlain?: boolean }) {
  const say = words.use();
  const [isWhole, setWhole] = useState(false);
  const { data: read } = useNotice(noticeId);
  const places = new Map(read?.notice.items.map(({ id }, index) => [id, index + 1]));
  const events = useQuery({ queryKey: ['notice', noticeId, 'events'], queryFn: () => allEvents(noticeId) });
  return (
    <section className={isPlain ? undefined : 'panel'} aria-label={say('timeline')}>
      {!isPlain && <h2>{say('timeline')}</h2>}
      <Reading of={events}>
        {(all) => {
          const hidden = isWhole ? 0 : Math.max(0, all.length - latest);
          return (
            <>
              {all.length === 0 && <p className="quiet">{say('noEvents')}</p>}
              {hidden > 0 && (
                <Button type="link" size="small" onClick={() => setWhole(true)}>
                  {say('earlier', { count: hidden })}
                </Button>
              )}
              <ol className="timeline">
                {all.slice(hidden).map((event) => (
                  <EventLine key={event.id} event={event} places={places} />
                ))}
              </ol>
            </>
          );
        }}
      </Reading>
    </section>
  );
}

/** A notice's log is some dozens of events; that of a large one is read page by page to its end. */
async function allEvents(id: string): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  let after: string | undefined;
  do {
    const query = { limit: 200, ...(after && { after }) };
    const page = await taken(api.GET('/v1/notices/{id}/events', { params: { path: { id }, query } }));
    events.push(...page.data);
    after = page.next ?? undefined;
  } while (after);
  return events;
}

function EventLine({ event, places }: { event: LoggedEvent; places: Map<string, number> }) {
  const say = words.use();
  const label = useLabel();
  const me = useSignedIn();
  const { actor } = event;
  const who =
    actor.kind === 'system'
      ? say('system')
      : actor.organizationId === me.organization.id
        ? say('us')
        : label('itemParties', partyBehind(event.type));
  return (
    <li className={`timeline-line is-${event.type.split('.')[0]}`}>
      <div>
        <strong>{label('events', event.type)}</strong> <EventData data={event.data} />
        <Concerned itemIds={event.itemIds} places={places} />
      </div>
      <small className="quiet">
        <time dateTime={event.at}>{moment(event.at)}</time> · {who}
        {actor.kind === 'api_key' && `（${say('byKey')}）`}
        {actor.kind === 'mail_link' && `（${say('byMailLink')}）`}
      </small>
    </li>
  );
}

/** The codes of an event, in words. */
function EventData({ data }: { data: Record<string, unknown> }) {
  const label = useLabel();
  const code = (name: string) => (typeof data[name] === 'string' ? data[name] : null);
  const said = [
    label('dispositions', code('disposition')),
    label('refusalReasons', code('reasonCode')),
    label('noticeOutcomes', code('outcome')),
    label('forwardingMethods', code('method')),
    label('proceedingResults', code('result')),
    label('orderDirections', code('direction')),
    label('rules', code('rule')),
    code('dueAt') && dayAndTime(code('dueAt')!),
  ].filter(Boolean);
  return said.length > 0 ? <span>{said.join(' · ')}</span> : null;
}

function Concerned({ itemIds, places }: { itemIds: readonly string[]; places: Map<string, number> }) {
  const say = words.use();
  if (itemIds.length === 0 || places.size <= 1) return null;
  const known = itemIds.flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b);
  const said =
    itemIds.length >= places.size
      ? say('allItems')
      : known.length > 0 && itemIds.length <= 8
        ? say('someItems', { places: known.join('、') })
        : say('manyItems', { count: itemIds.length });
  return <small className="quiet"> {said}</small>;
}

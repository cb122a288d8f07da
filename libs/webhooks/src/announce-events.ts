import { traceOfTransaction, type Tx } from '#database';
import { enqueueJobs, type EventPayload } from '#events';
import { type Configuration, newId, type Trace } from '#kernel';
import { deliveryJobs } from './delivery-job.js';
import { isWebhookEventType } from './domain/event-types.js';
import { messageBody } from './domain/message.js';

/** An event as the relay hands it on. */
export interface AnnouncedEvent {
  id: string;
  type: string;
  audience: readonly string[];
}

/**
 * One delivery and its job for every enabled endpoint that asked for such events and whose organization is party to the
 * matter. Three statements whatever the number of events, one where nobody listens, none where no event is news. An
 * event that was announced before is not announced again.
 * @param now the domain's time
 */
export async function announceEvents(
  tx: Tx,
  now: Date,
  events: readonly AnnouncedEvent[],
  { publicUrl }: Pick<Configuration, 'publicUrl'>,
): Promise<void> {
  const news = events.filter((event) => isWebhookEventType(event.type) && event.audience.length > 0);
  if (news.length === 0) return;
  const matches = await tx.query<Array<{ payload: string; endpointId: string } & Trace>>(
    `select ev.payload, ep.id as "endpointId", ev.request_id as "requestId", ev.traceparent
     from unnest($1::uuid[]) with ordinality as given(id, place)
     join events ev on ev.id = given.id
     join webhook_endpoints ep on ep.organization_id = any(ev.audience)
       and ep.state = 'enabled' and ep.events && array[ev.type, '*']
     order by given.place`,
    [news.map((event) => event.id)],
  );
  await writeDeliveries(
    tx,
    now,
    matches.map(({ payload, endpointId, ...trace }) => {
      const event = JSON.parse(payload) as EventPayload;
      const body = messageBody(event, publicUrl);
      return { endpointId, eventId: event.id, eventType: event.type, body, ...trace };
    }),
  );
}

/** Its trace is that of its event; left out, that of the request which asks for it. */
export interface NewDelivery extends Partial<Trace> {
  endpointId: string;
  eventId: string;
  eventType: string;
  body: string;
}

/** Writes deliveries, due at once, with their jobs; returns the ids of those that are new. */
export async function writeDeliveries(tx: Tx, now: Date, deliveries: readonly NewDelivery[]): Promise<string[]> {
  if (deliveries.length === 0) return [];
  const rows = await tx.query<Array<{ id: string; endpointId: string }>>(
    `with d as materialized (
       select distinct on ("eventId", "endpointId") *
       from jsonb_to_recordset($1) as d(id uuid, "endpointId" uuid, "eventId" uuid, "eventType" text, body text,
                                        "requestId" text, traceparent text)
     ), news as (
       insert into webhook_announcements (event_id, endpoint_id)
       select "eventId", "endpointId" from d order by 1, 2 on conflict do nothing
       returning event_id, endpoint_id
     )
     insert into webhook_deliveries
       (id, endpoint_id, event_id, event_type, body, state, next_attempt_at, created_at, request_id, traceparent)
     select d.id, d."endpointId", d."eventId", d."eventType", d.body, 'pending', $2, $2,
       coalesce(d."requestId", ${traceOfTransaction.requestId}), coalesce(d.traceparent, ${traceOfTransaction.traceparent})
     from d join news on news.event_id = d."eventId" and news.endpoint_id = d."endpointId"
     returning id, endpoint_id as "endpointId"`,
    [JSON.stringify(deliveries.map((delivery) => ({ id: newId(), ...delivery }))), now],
  );
  await enqueueJobs(tx, deliveryJobs(rows));
  return rows.map((row) => row.id);
}

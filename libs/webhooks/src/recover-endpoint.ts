import type { Tx } from '#database';
import type { EventPayload } from '#events';
import { addMilliseconds, type Configuration, Problem, type Trace } from '#kernel';
import { writeDeliveries } from './announce-events.js';
import { isWebhookEventType, webhookEventTypes } from './domain/event-types.js';
import { messageBody } from './domain/message.js';
import { restart } from './resend-delivery.js';
import { lockEndpoint } from './webhooks.queries.js';

/** So many deliveries and so many events are taken up by one call; who has missed more asks again. */
export const recoveredAtOnce = 500;
const furthestBackDays = 30;
const dayMilliseconds = 86_400_000;

/**
 * The smallest id of what can have been written by a domain time: ids bear real time, which lies behind by what the
 * sandbox clock was moved. An hour more than any transaction can take. Keeps a recovery from reading what is older.
 */
const firstIdSince = (at: string) =>
  `(select uuid_since(${at}::timestamptz - (domain_now() - clock_timestamp()) - interval '1 hour'))`;

/** What one call took up: `resent` had been given up, `missed` had never been sent to this endpoint. */
export interface Recovery {
  resent: number;
  missed: number;
  /** There is more: ask again with the same instant. */
  hasMore: boolean;
}

/**
 * Sends an endpoint what it lost since an instant: deliveries that were exhausted, and events that its filter wants and
 * that passed it by because it was disabled, not there yet or filtered otherwise. Asked again, it goes on where it was.
 * `not_found` as ever, `wrong_state` for a disabled endpoint, `validation_failed` for an instant to come or further back
 * than 30 days.
 */
export async function recoverEndpoint(
  tx: Tx,
  now: Date,
  input: { organizationId: string; endpointId: string; since: Date },
  { publicUrl }: Pick<Configuration, 'publicUrl'>,
): Promise<Recovery> {
  const { since } = input;
  if (since > now || since < addMilliseconds(now, -furthestBackDays * dayMilliseconds)) {
    const detail = `Give an instant that has passed, at most ${furthestBackDays} days ago.`;
    throw new Problem('validation_failed', { errors: [{ pointer: '#/since', code: 'out_of_range', detail }] });
  }
  const endpoint = await lockEndpoint(tx, input.organizationId, input.endpointId);
  if (endpoint.state !== 'enabled') {
    throw new Problem('wrong_state', { detail: 'The endpoint is disabled: enable it first.' });
  }
  const exhausted = await tx.query<Array<{ id: string }>>(
    `select id from webhook_deliveries
     where endpoint_id = $1 and state = 'exhausted' and created_at >= $2 and id >= ${firstIdSince('$2')}
     order by id limit $3`,
    [endpoint.id, since, recoveredAtOnce + 1],
  );
  const resent = await restart(
    tx,
    now,
    exhausted.slice(0, recoveredAtOnce).map(({ id }) => id),
  );
  const passedBy = await tx.query<Array<{ payload: string; type: string } & Trace>>(
    `select e.payload, e.type, e.request_id as "requestId", e.traceparent
     from event_audiences a join events e on e.position = a.position
     where a.organization_id = $1 and a.type = any($2) and e.at >= $3
       and a.position > coalesce((select position from events where id < ${firstIdSince('$3')} and position is not null
                                  order by id desc limit 1), 0)
       and not exists (select from webhook_announcements w where w.event_id = e.id and w.endpoint_id = $4)
     order by a.position limit $5`,
    [input.organizationId, wanted(endpoint.events), since, endpoint.id, recoveredAtOnce + 1],
  );
  const missed = await writeDeliveries(
    tx,
    now,
    passedBy.slice(0, recoveredAtOnce).map(({ payload, type, ...trace }) => {
      const event = JSON.parse(payload) as EventPayload;
      const body = messageBody(event, publicUrl);
      return { endpointId: endpoint.id, eventId: event.id, eventType: type, body, ...trace };
    }),
  );
  const hasMore = exhausted.length > recoveredAtOnce || passedBy.length > recoveredAtOnce;
  return { resent: resent.length, missed: missed.length, hasMore };
}

function wanted(events: readonly string[]): readonly string[] {
  return events.includes('*') ? webhookEventTypes : events.filter(isWebhookEventType);
}

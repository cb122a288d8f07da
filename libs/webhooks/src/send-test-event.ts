import type { Tx } from '#database';
import { type Configuration, newId, Problem } from '#kernel';
import { writeDeliveries } from './announce-events.js';
import type { WebhookEventType } from './domain/event-types.js';
import { exampleBody } from './domain/message.js';
import { endpointOf } from './webhooks.queries.js';

/**
 * Puts an example of the type on the way of every real event; whatever the filter says. Returns the delivery's id.
 * `not_found` also for another organization's endpoint, `wrong_state` for a disabled one.
 */
export async function sendTestEvent(
  tx: Tx,
  now: Date,
  input: { organizationId: string; endpointId: string; type: WebhookEventType },
  { publicUrl }: Pick<Configuration, 'publicUrl'>,
): Promise<string> {
  const endpoint = await endpointOf(tx, input.organizationId, input.endpointId);
  if (endpoint.state !== 'enabled') {
    throw new Problem('wrong_state', { detail: 'The endpoint is disabled: enable it first.' });
  }
  const [deliveryId] = await writeDeliveries(tx, now, [
    {
      endpointId: endpoint.id,
      eventId: newId(),
      eventType: input.type,
      body: exampleBody(input.type, now, publicUrl),
    },
  ]);
  return deliveryId!;
}

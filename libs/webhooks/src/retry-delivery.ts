import type { Tx } from '#database';
import { Problem } from '#kernel';
import { restart } from './resend-delivery.js';
import type { DeliveryState } from './webhooks.queries.js';

/**
 * Puts a delivery that was given up back to the beginning of its schedule, for whoever minds the installation. Returns
 * what had become of it: one that waits or was delivered stays as it is; null where there is none. One to an endpoint
 * that its owner or its receiver closed has nowhere to go.
 * @throws Problem `wrong_state` where the endpoint is disabled
 */
export async function retryDelivery(tx: Tx, now: Date, deliveryId: string): Promise<DeliveryState | null> {
  const [delivery] = await tx.query<Array<{ state: DeliveryState }>>(
    'select state from webhook_deliveries where id = $1 for update',
    [deliveryId],
  );
  if (delivery?.state !== 'exhausted') return delivery?.state ?? null;
  const [restarted] = await restart(tx, now, [deliveryId]);
  if (restarted) return delivery.state;
  const detail = 'The endpoint is disabled; its organization has to enable it first.';
  throw new Problem('wrong_state', { detail, extra: { state: 'disabled' } });
}

import type { Tx } from '#database';
import type { DeliveryFate, Sorted } from '#inbound-mail';
import { type AddressedService, recordBounce } from '#mail';

/**
 * What a mail server says became of a letter. Only that a notice was not delivered has a consequence; whatever was
 * undone or could not be, a person sees, because an address wants correcting.
 */
export async function sortBounce(
  tx: Tx,
  now: Date,
  fate: DeliveryFate,
  service: AddressedService | null,
): Promise<Sorted> {
  const about = { kind: 'bounce' as const, noticeId: service?.noticeId };
  if (!service) return { ...about, finding: 'other_letter', isFiled: false };
  if (fate === 'delayed' || fate === 'delivered') return { ...about, finding: 'delivery_delayed', isFiled: true };
  if (fate === 'unclear') return { ...about, finding: 'bounce_unclear', isFiled: false };
  const effect = await recordBounce(tx, now, service.id);
  return { ...about, finding: effect, isFiled: effect === 'not_served' };
}

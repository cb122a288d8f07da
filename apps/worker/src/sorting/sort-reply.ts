import type { Tx } from '#database';
import { callerByMail } from '#identity';
import { isSameHouse, type Sorted } from '#inbound-mail';
import { Problem } from '#kernel';
import type { AddressedService } from '#mail';
import { acknowledgeNotice } from '#notices';
import type { ReadMail } from './read-mail.js';

/**
 * An answer to the letter by which a notice was served: from the house to which it went, and signed by it, it says that
 * the notice has arrived. What else it says is for a person to read; nothing is decided by mail.
 */
export async function sortReply(
  tx: Tx,
  now: Date,
  { message, authenticity }: ReadMail,
  service: AddressedService,
): Promise<Sorted> {
  const about = { kind: 'other' as const, noticeId: service.noticeId, isFiled: false };
  if (authenticity !== 'pass') return { ...about, finding: 'not_authenticated' };
  if (!isSameHouse(message.sender!, service.address)) return { ...about, finding: 'foreign_sender' };
  if (service.organizationId === null) return { ...about, finding: 'not_acknowledgeable' };
  const caller = callerByMail({ ...service, organizationId: service.organizationId });
  try {
    const { acknowledgedAt } = await acknowledgeNotice(tx, now, caller, service.noticeId, {});
    const finding = acknowledgedAt.getTime() === now.getTime() ? 'acknowledged' : 'acknowledged_before';
    return { ...about, kind: 'acknowledgement', finding, isFiled: true };
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    return { ...about, finding: 'not_acknowledgeable', note: failure.message };
  }
}

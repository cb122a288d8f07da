import type { Tx } from '#database';
import { takeBackService } from '#notices';
import { endMailLinks } from './mail-links.js';

/**
 * Mail servers try for up to five days before they give a letter up (RFC 5321 section 4.5.4.1); what comes later than
 * this is not about the letter that served the notice, or not from a mail server. Milliseconds of the domain's time.
 */
const longestUnderWay = 7 * 24 * 60 * 60_000;

/** What a bounce did: `not_served` where this letter is not, or no longer, the service. */
export type BounceEffect = 'service_undone' | 'acted_already' | 'bounced_late' | 'not_served';

/**
 * The letter that had been accepted came back: the service is taken back, the links in it end, and the address waits to
 * be corrected, which serves the notice anew. Letters are locked before services, services before notices.
 */
export async function recordBounce(tx: Tx, now: Date, serviceId: string): Promise<BounceEffect> {
  const [service] = await tx.query<Array<{ noticeId: string; state: string; endedAt: Date | null }>>(
    'select notice_id as "noticeId", state, ended_at as "endedAt" from mail_services where id = $1 for update',
    [serviceId],
  );
  if (service?.state !== 'accepted') return 'not_served';
  if (now.getTime() - service.endedAt!.getTime() > longestUnderWay) return 'bounced_late';
  const effect = await takeBackService(tx, now, service.noticeId);
  if (effect !== 'taken_back') return effect === 'acted_already' ? effect : 'not_served';
  await tx.query(`update mail_services set state = 'bounced', ended_at = $2 where id = $1`, [serviceId, now]);
  await endMailLinks(tx, [service.noticeId]);
  return 'service_undone';
}

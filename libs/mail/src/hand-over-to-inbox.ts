import type { Tx } from '#database';
import { findStandIn } from '#identity';
import { handOverNotices } from '#notices';
import { supersedeServices } from './supersede-services.js';

/**
 * A platform has joined: what was served on it by mail is in its inbox from now on, what is on its way by mail is called
 * back, and the links in its letters open nothing any more. Served before is served: no clock begins again.
 */
export async function handOverToInbox(
  tx: Tx,
  now: Date,
  { platformId, organizationId }: { platformId: string; organizationId: string },
): Promise<void> {
  await supersedeServices(tx, now, { platformId }, 'all');
  const standIn = await findStandIn(tx, platformId);
  if (standIn === null) return;
  // links before notices, as whoever acts by a link locks them
  await tx.query(
    `update mail_links l set ended_at = $2 from notices n
     where n.id = l.notice_id and n.platform_id = $1 and l.ended_at is null`,
    [platformId, new Date()],
  );
  await handOverNotices(tx, standIn, { platformId, organizationId });
}

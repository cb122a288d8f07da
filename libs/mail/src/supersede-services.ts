import type { Tx } from '#database';
import type { ToPost } from './posted-service.js';

/** The letter of a service `s`, by the key that it was written under. */
export const letterOfService = `l.once_key = 'serve:' || s.id`;

/**
 * Calls back what is on its way: all of it, or what goes to an address that is no longer the platform's. A letter that
 * a mail server accepts all the same serves nothing. Letters are locked before services, as whoever records them does.
 */
export async function supersedeServices(
  tx: Tx,
  now: Date,
  which: ToPost,
  whose: 'all' | 'misaddressed',
): Promise<void> {
  const matching = `s.state = 'waiting' and ${'noticeIds' in which ? 's.notice_id = any($1)' : 's.platform_id = $1'}
    and ${whose === 'all' ? 'true' : 's.address is distinct from (select contact_email from platforms where id = s.platform_id)'}`;
  const named = 'noticeIds' in which ? which.noticeIds : which.platformId;
  await tx.query(
    `delete from letters l using mail_services s where ${letterOfService} and l.state = 'pending' and ${matching}`,
    [named],
  );
  await tx.query(`update mail_services s set state = 'superseded', ended_at = $2 where ${matching}`, [named, now]);
}

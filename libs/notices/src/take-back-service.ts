import type { Tx } from '#database';
import { systemActor } from '#events';
import type { ItemChange } from './settlement.js';
import { transition } from './domain/transition.js';
import { lockNotices, moveFacts } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';

/**
 * A letter that had been accepted for a platform without an inbox came back undelivered: a bounce is not service
 * (domain.md §2.8). The notice awaits service again, and its clocks are void. Not where the platform has acted on it,
 * which shows that it has the notice; nor where it has an inbox, into which the notice came all the same.
 */
export async function takeBackService(
  tx: Tx,
  now: Date,
  noticeId: string,
): Promise<'taken_back' | 'acted_already' | 'not_by_mail'> {
  const [locked] = await lockNotices(tx, [noticeId]);
  if (!locked || locked.servedAt === null || !(await isServedByMail(tx, noticeId))) return 'not_by_mail';
  const { platformOrganizationId, platformId } = locked;
  const items = locked.items
    .filter(({ state }) => state !== 'withdrawn')
    .map((item) => ({ item, to: transition(item.state, 'bounce', 'system', moveFacts(locked, item)) }));
  const isUntouched = items.length > 0 && items.every(({ to }) => to !== null);
  if (!isUntouched || (await hasActed(tx, noticeId, platformOrganizationId!))) return 'acted_already';
  // that it had been served, and on whom, stays in the log
  await tx.query('update notices set served_at = null, platform_organization_id = null where id = $1', [noticeId]);
  const notice = { ...locked, servedAt: null, platformOrganizationId: null };
  const data = { platformId, because: 'bounced' };
  const changes = items.map(({ item, to }): ItemChange => ({ item, event: 'bounce', to: to!, data }));
  await settleNotices(tx, now, systemActor, [{ notice, items: changes }]);
  return 'taken_back';
}

async function isServedByMail(tx: Tx, noticeId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `select 1 from notices n join organizations o on o.id = n.platform_organization_id
     where n.id = $1 and o.stands_in_for is not null`,
    [noticeId],
  );
  return rows.length > 0;
}

/** An acknowledgement, a forwarding, a decision that was revised since: whatever it was, somebody there had the notice. */
async function hasActed(tx: Tx, noticeId: string, organizationId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `select 1 from events where matter_id = $1 and payload::jsonb #>> '{actor,organizationId}' = $2 limit 1`,
    [noticeId, organizationId],
  );
  return rows.length > 0;
}

import type { Tx } from '#database';

/**
 * Brings what lists sort by up to clocks that have moved: of each notice the nearest clock that its platform owes, and
 * the instant from which a quarter of that clock is left (临期). The same choice as when a notice is settled.
 */
export async function refreshNextDue(tx: Tx, noticeIds: readonly string[]): Promise<void> {
  await tx.query(
    `update notices n set next_due_at = coalesce(d.due_at, 'infinity'), next_due_rule = d.rule,
       due_soon_at = coalesce(date_trunc('milliseconds', d.started_at + (d.due_at - d.started_at) * 75 / 100), 'infinity')
     from unnest($1::uuid[]) t(id) left join lateral (
       select due_at, rule, started_at from deadlines
       where notice_id = t.id and state in ('running', 'paused', 'breached') and owed_by = 'platform'
       order by due_at, id limit 1) d on true
     where n.id = t.id`,
    [noticeIds],
  );
}

import type { Tx } from '#database';

/**
 * Brings what lists sort by up to clocks that have moved: of each notice the nearest clock that each side owes, and the
 * instant from which a quarter of the platform's is left (临期). The same choice as when a notice is settled.
 */
export async function refreshNextDue(tx: Tx, noticeIds: readonly string[]): Promise<void> {
  await tx.query(
    `update notices n set next_due_at = coalesce(p.due_at, 'infinity'), next_due_rule = p.rule,
       due_soon_at = coalesce(date_trunc('milliseconds', p.counts_from + (p.due_at - p.counts_from) * 75 / 100), 'infinity'),
       complainant_due_at = coalesce(c.due_at, 'infinity'), complainant_due_rule = c.rule
     from unnest($1::uuid[]) t(id)
     left join lateral (${nearest('platform')}) p on true
     left join lateral (${nearest('complainant')}) c on true
     where n.id = t.id`,
    [noticeIds],
  );
}

const nearest = (side: 'platform' | 'complainant') => `
  select due_at, rule, counts_from from deadlines
  where notice_id = t.id and stopped_at is null and state in ('running', 'breached') and owed_by = '${side}'
  order by due_at, id limit 1`;

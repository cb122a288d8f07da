import type { Tx } from '#database';

/** Moves the end of one running clock to a later instant; marks that lie ahead move with it. One statement. */
export async function extendDeadline(
  tx: Tx,
  deadlineId: string,
  to: { dueAt: Date; skipped: object[]; covered: boolean },
): Promise<void> {
  await tx.query(
    `update deadlines set due_at = $2, covered = covered and $4,
       skipped = skipped || (select coalesce(jsonb_agg(s), '[]') from jsonb_array_elements($3) s
                             where not skipped @> jsonb_build_array(s)),
       next_mark_at = date_trunc('milliseconds', counts_from + ($2::timestamptz - counts_from) * next_mark / 100)
     where id = $1`,
    [deadlineId, to.dueAt, JSON.stringify(to.skipped), to.covered],
  );
}

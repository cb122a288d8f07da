import type { Tx } from '#database';

/** Which clocks end, and by what. */
export interface StopOrder {
  noticeId: string;
  /** The notice for its own clocks, the item for those of one item. */
  subjectId: string;
  kind: string;
  /** `met` in time and `late` after the due instant are told apart by `at`; `cancelled` means that nothing is owed any more. */
  as: 'stopped' | 'cancelled';
  event: string;
}

/**
 * Ends clocks at the instant of receipt, in one statement. What was received before the due instant is in time even
 * where the sweep has already recorded a breach. Clocks that have ended stay as they are.
 */
export async function stopDeadlines(tx: Tx, at: Date, orders: readonly StopOrder[]): Promise<void> {
  if (orders.length === 0) return;
  await tx.query(
    `update deadlines d
     set stopped_at = $2, stop_event = o.event, next_mark = null, next_mark_at = null,
       state = case when o."as" = 'cancelled' then 'cancelled' when $2 < d.due_at then 'met' else 'late' end
     from (
       select d.id, o.event, o."as"
       from jsonb_to_recordset($1) as o("noticeId" uuid, "subjectId" uuid, kind text, "as" text, event uuid)
       join deadlines d on d.notice_id = o."noticeId" and d.subject_id = o."subjectId" and d.kind = o.kind
       where d.state in ('running', 'paused', 'breached')
       order by d.id
       for update of d
     ) o
     where d.id = o.id`,
    [JSON.stringify(orders), at],
  );
}

import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import { spanOfDays } from './span.js';

/** 通知→送达→受理→处置→反通知→恢复. */
export const funnelSteps = ['notified', 'served', 'acknowledged', 'actioned', 'countered', 'restored'] as const;
export type FunnelStep = (typeof funnelSteps)[number];

export interface FunnelRow {
  step: FunnelStep;
  items: number;
}

/**
 * How far the items got that a complainant filed in a period, whenever it happened. A decision implies receipt; a
 * counter-notice that lacked an element is none. One statement.
 */
export async function funnelOf(db: Tx | DataSource, complainantId: string, days: number): Promise<FunnelRow[]> {
  const [row] = await db.query<[Record<FunnelStep, number>]>(
    `with ${spanOfDays('$2')}
     select count(*)::int as notified, count(n.served_at)::int as served,
       count(coalesce(n.acknowledged_at, i.decided_at))::int as acknowledged,
       count(i.disposition)::int as actioned,
       (count(*) filter (where exists (
         select from counter_notices c where c.notice_id = n.id and c.item_id = i.id and c.state <> 'invalid')))::int as countered,
       count(i.restored_at)::int as restored
     from span, notices n join items i on i.notice_id = n.id
     where n.complainant_organization_id = $1 and n.created_at >= span.start_at`,
    [complainantId, days],
  );
  return funnelSteps.map((step) => ({ step, items: row[step] }));
}

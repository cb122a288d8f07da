import type { Tx } from '#database';
import { nearestDue } from '#deadlines';
import { groupBy } from '#kernel';
import { aggregateNotice } from './domain/aggregate-notice.js';
import type { SettledNotice, Settling } from './settlement.js';

interface OpenClock {
  noticeId: string;
  countsFrom: Date;
  dueAt: Date;
  ruleId: string;
  owedBy: string;
  state: string;
}

/**
 * Writes what notices are, seen from their items and clocks: state, outcome, and for each side the nearest clock that
 * it owes, by which its list is sorted. Two statements for any number.
 */
export async function writeNotices(
  tx: Tx,
  now: Date,
  settling: readonly Settling[],
): Promise<Map<string, SettledNotice>> {
  const open = await tx.query<OpenClock[]>(
    `select notice_id as "noticeId", counts_from as "countsFrom", due_at as "dueAt", rule as "ruleId", owed_by as "owedBy", state
     from deadlines where notice_id = any($1) and stopped_at is null and state in ('running', 'paused', 'breached')`,
    [settling.map(({ notice }) => notice.id)],
  );
  const clocks = groupBy(open, ({ noticeId }) => noticeId);
  const settled = new Map<string, SettledNotice>();
  const rows = settling.map(({ notice, items, whole, after }) => {
    const own = clocks.get(notice.id) ?? [];
    const acknowledgedAt = notice.acknowledgedAt ?? (whole?.event === 'acknowledge' ? now : null);
    const aggregate = aggregateNotice({
      items: after.map(({ state }) => state),
      isServed: notice.servedAt !== null,
      isAcknowledged: acknowledgedAt !== null,
      hasOpenClock: own.length > 0,
    });
    const owed = (by: string) => nearestDue(own.filter(({ owedBy, state }) => owedBy === by && state !== 'paused'));
    const [platform, complainant] = [owed('platform'), owed('complainant')];
    settled.set(notice.id, { id: notice.id, ...aggregate, items: new Map(after.map(({ id, state }) => [id, state])) });
    return {
      id: notice.id,
      ...aggregate,
      acknowledged: acknowledgedAt,
      due: platform?.dueAt ?? 'infinity',
      rule: platform?.rule ?? null,
      soon: platform?.dueSoonAt ?? 'infinity',
      complainant_due: complainant?.dueAt ?? 'infinity',
      complainant_rule: complainant?.rule ?? null,
      asks: items.some(({ event }) => event === 'request_supplement'),
    };
  });
  await tx.query(
    `update notices n set state = r.state, outcome = r.outcome, acknowledged_at = r.acknowledged,
       decided_at = case when r.outcome is null then null else coalesce(n.decided_at, $2) end,
       closed_at = case when r.state = 'closed' then coalesce(n.closed_at, $2) end,
       next_due_at = r.due, next_due_rule = r.rule, due_soon_at = r.soon,
       complainant_due_at = r.complainant_due, complainant_due_rule = r.complainant_rule,
       supplement_requested_at = case when r.asks then $2 else n.supplement_requested_at end
     from jsonb_to_recordset($1) as r(id uuid, state text, outcome text, acknowledged timestamptz, due timestamptz, rule text,
       soon timestamptz, complainant_due timestamptz, complainant_rule text, asks boolean)
     where n.id = r.id`,
    [JSON.stringify(rows), now],
  );
  return settled;
}

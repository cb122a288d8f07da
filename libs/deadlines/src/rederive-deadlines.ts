import type { Tx } from '#database';
import { type Calendars, type CalendarPaper, clockRule, clockRules, type ClockUnit, type ClockRule } from '#law';
import { calendarsOf, papersOf } from './calendars.js';
import { moveDue } from './domain/move-due.js';
import type { RederiveDeadlinesPayload } from './rederivation-job.js';

/** A clock whose end has moved because people know its days otherwise. */
export interface MovedDeadline {
  deadlineId: string;
  noticeId: string;
  subjectKind: 'notice' | 'item';
  subjectId: string;
  rule: string;
  from: Date;
  to: Date;
  calendarVersion: string;
}

/** A clock that may have to move, and the notice that has to be locked before it. */
export interface OpenDeadline {
  id: string;
  noticeId: string;
}

/** From when marks are counted; the same expression as in the sweep (`take-due.ts`). */
const countsFrom = 'd.counts_from';

/** The rules whose count asks the State Council's papers, each with the version by which we can derive it again. */
const derivable = clockRules
  .filter(({ unit, rolls }) => unit === 'working_day' || ((unit === 'calendar_day' || unit === 'month') && rolls))
  .map(({ id, version }) => `${id} ${version}`);

/**
 * Running and paused clocks that may have counted a day of the span and were not derived by the calendar in force; the
 * next `limit` after an id. Paused ones too: what is left of them is counted from their end, which must be right when
 * they resume. What has ended, and what has fallen due, stays. Clocks of an older version of their rule keep it.
 */
export function deadlinesToRederive(
  tx: Tx,
  now: Date,
  span: RederiveDeadlinesPayload,
  version: string,
  after: string | null,
  limit: number,
): Promise<OpenDeadline[]> {
  return tx.query<OpenDeadline[]>(
    `select id, notice_id as "noticeId" from deadlines
     where state in ('running', 'paused') and ($5::uuid is null or id > $5)
       and (due_at > $1 or state = 'paused')
       -- a day is consulted after the start and before the end; zones differ from Beijing by less than a day
       and due_at > ($2::date::timestamp at time zone 'UTC') - interval '1 day'
       and started_at < ($3::date::timestamp at time zone 'UTC') + interval '2 days'
       and calendar_version <> $4 and (rule || ' ' || rule_version = any($6) or override_id is not null)
     order by id limit $7`,
    [now, span.from, span.until, version, after, derivable, limit],
  );
}

interface Row {
  id: string;
  noticeId: string;
  subjectKind: 'notice' | 'item';
  subjectId: string;
  rule: string;
  ruleVersion: number;
  calendarVersion: string;
  startedAt: Date;
  dueAt: Date;
  pauses: Array<{ from: string; until: string | null }>;
  zone: string | null;
  state: 'running' | 'paused';
  length: number | null;
  unit: ClockUnit | null;
}

/**
 * Derives these clocks again by the calendar in force and returns those that moved. Their notices are locked by the
 * caller. Whatever is derived carries the new version, so that a second run finds nothing to do. Two statements.
 */
export async function rederiveDeadlines(
  tx: Tx,
  now: Date,
  deadlineIds: readonly string[],
  papers: readonly CalendarPaper[],
): Promise<MovedDeadline[]> {
  const rows = await tx.query<Row[]>(
    `select d.id, d.notice_id as "noticeId", d.subject_kind as "subjectKind", d.subject_id as "subjectId", d.rule,
       d.rule_version as "ruleVersion", d.calendar_version as "calendarVersion", d.started_at as "startedAt",
       d.due_at as "dueAt", d.pauses, d.zone, d.state, o.length, o.unit
     from deadlines d left join rule_overrides o on o.id = d.override_id
     where d.id = any($1) and d.state in ('running', 'paused') and (d.due_at > $2 or d.state = 'paused')
     order by d.id for update of d`,
    [deadlineIds, now],
  );
  const calendars = calendarsOf(papers);
  const earlier = new Map<string, Calendars>();
  const derived = rows.flatMap((row) => {
    const rule = ruleOf(row);
    if (!rule) return [];
    const before = earlier.get(row.calendarVersion) ?? calendarsUpTo(papers, row.calendarVersion);
    earlier.set(row.calendarVersion, before);
    return [{ row, ...moveDue(rule, row, { before, after: calendars }, now) }];
  });
  await write(tx, derived, calendars.cn.version);
  return derived
    .filter(({ row, dueAt }) => dueAt.getTime() !== row.dueAt.getTime())
    .map(({ row, dueAt }) => ({
      deadlineId: row.id,
      noticeId: row.noticeId,
      subjectKind: row.subjectKind,
      subjectId: row.subjectId,
      rule: row.rule,
      from: row.dueAt,
      to: dueAt,
      calendarVersion: calendars.cn.version,
    }));
}

/** All papers, for a whole batch: read in the transaction, not from what the process keeps. */
export async function papersInForce(tx: Tx): Promise<{ papers: CalendarPaper[]; version: string }> {
  const papers = await papersOf(tx);
  return { papers, version: calendarsOf(papers).cn.version };
}

function ruleOf({ rule: id, ruleVersion, length, unit }: Row): ClockRule | null {
  const rule = clockRule(id);
  if (!rule || (rule.version !== ruleVersion && length === null)) return null;
  return length !== null && unit !== null ? { ...rule, length, unit } : rule;
}

/** The calendar by which a clock was derived: the papers known when its version was the newest. */
function calendarsUpTo(papers: readonly CalendarPaper[], version: string): Calendars {
  const place = papers.findIndex((paper) => paper.version === version);
  return calendarsOf(place < 0 ? papers : papers.slice(0, place + 1));
}

type Derived = { row: Row } & ReturnType<typeof moveDue>;

async function write(tx: Tx, derived: readonly Derived[], version: string): Promise<void> {
  if (derived.length === 0) return;
  const records = derived.map(({ row, dueAt, nominalDueAt, skipped, covered }) => ({
    id: row.id,
    due: dueAt,
    nominal: nominalDueAt,
    skipped,
    covered,
  }));
  await tx.query(
    `update deadlines d set due_at = r.due, nominal_due_at = r.nominal, skipped = r.skipped, covered = r.covered,
       calendar_version = $2,
       next_mark_at = case when d.next_mark is null then null
         when d.next_mark = 100 then r.due
         else date_trunc('milliseconds', ${countsFrom} + (r.due - ${countsFrom}) * d.next_mark / 100) end
     from jsonb_to_recordset($1) as r(id uuid, due timestamptz, nominal timestamptz, skipped jsonb, covered boolean)
     where d.id = r.id`,
    [JSON.stringify(records), version],
  );
}

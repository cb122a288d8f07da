import type { Tx } from '#database';
import { instant } from '#kernel';
import { clockRule, resumedDue } from '#law';
import type { Calendars } from './calendars.js';
import { type DeadlineKey, ofKeys } from './deadline-keys.js';

/**
 * Holds clocks up from the instant of receipt: only those whose rule lets a deficiency pause it, and only while they
 * have not run out. What has elapsed stays elapsed. One statement.
 */
export async function pauseDeadlines(tx: Tx, at: Date, keys: readonly DeadlineKey[]): Promise<void> {
  const pausable = keys.length === 0 ? [] : await openClocks(tx, keys, 'running');
  const ids = pausable.filter(({ rule }) => clockRule(rule)?.pausable === 'deficiency').map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.query(
    `update deadlines set state = 'paused', next_mark = null, next_mark_at = null,
       pauses = pauses || jsonb_build_array(jsonb_build_object('from', $2::timestamptz, 'until', null))
     where id = any($1) and due_at > $2`,
    [ids, at],
  );
}

/**
 * Lets paused clocks run on with what was left of them (`resumedDue`). Marks go by unpaused time: `counts_from` is the
 * start, later by all that was paused. Three statements for any number.
 */
export async function resumeDeadlines(
  tx: Tx,
  at: Date,
  keys: readonly DeadlineKey[],
  calendars: Calendars,
): Promise<void> {
  const paused = keys.length === 0 ? [] : await openClocks(tx, keys, 'paused');
  if (paused.length === 0) return;
  const rows = paused.map((clock) => {
    const pausedAt = clock.pauses.at(-1)!.from;
    const pause = { pausedAt: instant(new Date(pausedAt)), resumedAt: instant(at), dueAt: instant(clock.dueAt) };
    const due = resumedDue(clockRule(clock.rule)!, pause, calendars);
    return {
      id: clock.id,
      due: due.dueAt,
      skipped: due.skipped,
      covered: clock.covered && due.covered,
      calendar: due.calendarVersion,
      from: new Date(clock.countsFrom.getTime() + at.getTime() - Date.parse(pausedAt)),
    };
  });
  await tx.query(
    `update deadlines d set state = 'running', due_at = r.due, covered = r.covered, calendar_version = r.calendar,
       skipped = d.skipped || r.skipped, counts_from = r.from, next_mark = m.mark,
       next_mark_at = date_trunc('milliseconds', r.from + (r.due - r.from) * m.mark / 100),
       pauses = jsonb_set(d.pauses, array[(jsonb_array_length(d.pauses) - 1)::text, 'until'], to_jsonb($2::timestamptz))
     from jsonb_to_recordset($1) as r(id uuid, due timestamptz, skipped jsonb, covered boolean, calendar text, "from" timestamptz),
     lateral (select coalesce(min(v.mark), 100) as mark from (values (50), (80), (100)) v(mark)
       where not exists (select from deadline_marks k where k.deadline_id = r.id and k.mark = v.mark)) m
     where d.id = r.id`,
    [JSON.stringify(rows), at],
  );
}

interface OpenClock {
  id: string;
  rule: string;
  dueAt: Date;
  countsFrom: Date;
  covered: boolean;
  pauses: Array<{ from: string; until: string | null }>;
}

function openClocks(tx: Tx, keys: readonly DeadlineKey[], state: 'running' | 'paused'): Promise<OpenClock[]> {
  return tx.query<OpenClock[]>(
    `select d.id, d.rule, d.due_at as "dueAt", d.counts_from as "countsFrom", d.covered, d.pauses
     from ${ofKeys('$1', 'place integer')} where d.state = $2 order by d.id for update of d`,
    [JSON.stringify(keys), state],
  );
}

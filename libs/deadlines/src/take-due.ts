import type { Tx } from '#database';

/** A reminder (50, 80) or an expiry (100) that has just been recorded, for the owner of the subject to act on. */
export interface DueMark {
  deadlineId: string;
  mark: 50 | 80 | 100;
  reachedAt: Date;
  noticeId: string;
  subjectKind: 'notice' | 'item';
  subjectId: string;
  rule: string;
  kind: string;
  atExpiry: string;
  owedBy: 'platform' | 'complainant' | 'regulator';
  dueAt: Date;
}

/** Clocks whose end changes the state of an item: their last mark is recorded by whoever changes it (`findExpired`). */
const movesItems = `at_expiry in ('restore_due', 'supplement_lapsed')`;

/**
 * Records every mark that running clocks have reached by `now`, those of at most `limit` notices a call, earliest first,
 * and returns the marks in the order in which they were reached. A notice is taken whole, under the lock of its log, so
 * that its marks stand there in order however many processes sweep. One statement, which waits for nobody: what another
 * transaction holds is skipped, and the key of a mark makes a second record impossible.
 */
export async function takeDue(tx: Tx, now: Date, limit: number): Promise<DueMark[]> {
  return tx.query<DueMark[]>(
    `with free as materialized (
       select c.matter_id from deadlines d join event_chains c on c.matter_id = d.notice_id
       where d.next_mark_at <= $1 and not (d.next_mark = 100 and ${movesItems})
       order by d.next_mark_at limit $2 for update of c skip locked
     ), due as materialized (
       select id, counts_from, due_at, next_mark, ${movesItems} as moves_items from deadlines
       where notice_id in (select matter_id from free) and next_mark_at <= $1 for update skip locked
     ), reached as materialized (
       select d.id, m.mark, date_trunc('milliseconds', d.counts_from + (d.due_at - d.counts_from) * m.mark / 100) as reached_at
       from due d cross join (values (50), (80), (100)) m(mark)
       where m.mark >= d.next_mark and d.counts_from + (d.due_at - d.counts_from) * m.mark / 100 <= $1
         and not (m.mark = 100 and d.moves_items)
     ), recorded as (
       insert into deadline_marks (deadline_id, mark, reached_at, recorded_at)
       select id, mark, reached_at, $1 from reached on conflict do nothing
       returning deadline_id, mark, reached_at
     ), moved as (
       update deadlines d set
         state = case when last.mark = 100 then 'breached' else d.state end,
         next_mark = case last.mark when 100 then null when 80 then 100 else 80 end,
         next_mark_at = case last.mark when 100 then null when 80 then d.due_at
           else date_trunc('milliseconds', d.counts_from + (d.due_at - d.counts_from) * 80 / 100) end
       from (select id, max(mark) as mark from reached group by id) last
       where d.id = last.id
       returning d.id, d.notice_id, d.subject_kind, d.subject_id, d.rule, d.kind, d.at_expiry, d.owed_by, d.due_at
     )
     select r.deadline_id as "deadlineId", r.mark, r.reached_at as "reachedAt", m.notice_id as "noticeId",
       m.subject_kind as "subjectKind", m.subject_id as "subjectId", m.rule, m.kind, m.at_expiry as "atExpiry",
       m.owed_by as "owedBy", m.due_at as "dueAt"
     from recorded r join moved m on m.id = r.deadline_id
     order by r.reached_at, r.deadline_id, r.mark`,
    [now, limit],
  );
}

/** A clock that has run out, whose end changes the state of items: a wait, a supplement. */
export interface ExpiredClock extends Omit<DueMark, 'deadlineId' | 'mark' | 'reachedAt'> {
  id: string;
  countsFrom: Date;
  /** The marks that nobody has recorded, 100 among them. */
  marksLeft: Array<50 | 80 | 100>;
}

/**
 * What has run out by `now` and still stands, earliest first, without a lock: whoever changes the items takes theirs
 * first and asks again. Of these notices alone where any are given.
 */
export async function findExpired(
  tx: Tx,
  now: Date,
  filter: { noticeIds: readonly string[] } | { limit: number },
): Promise<ExpiredClock[]> {
  const noticeIds = 'noticeIds' in filter ? filter.noticeIds : null;
  return tx.query<ExpiredClock[]>(
    `select d.id, d.notice_id as "noticeId", d.subject_kind as "subjectKind", d.subject_id as "subjectId", d.rule, d.kind,
       d.at_expiry as "atExpiry", d.owed_by as "owedBy", d.due_at as "dueAt", d.counts_from as "countsFrom",
       array(select v.mark from (values (50), (80), (100)) v(mark)
             where not exists (select from deadline_marks k where k.deadline_id = d.id and k.mark = v.mark)
             order by v.mark) as "marksLeft"
     from deadlines d
     where d.state = 'running' and d.due_at <= $1 and d.next_mark_at <= $1 and d.${movesItems}
       and ($2::uuid[] is null or d.notice_id = any($2))
     order by d.next_mark_at limit $3`,
    [now, noticeIds, 'limit' in filter ? filter.limit : null],
  );
}

/** Writes down the marks that were left when clocks ended by running out, once. One statement. */
export async function recordLastMarks(
  tx: Tx,
  now: Date,
  marks: ReadonlyArray<Pick<DueMark, 'deadlineId' | 'mark' | 'reachedAt'>>,
): Promise<void> {
  if (marks.length === 0) return;
  await tx.query(
    `insert into deadline_marks (deadline_id, mark, reached_at, recorded_at)
     select "deadlineId", mark, "reachedAt", $2
     from jsonb_to_recordset($1) as m("deadlineId" uuid, mark smallint, "reachedAt" timestamptz) on conflict do nothing`,
    [JSON.stringify(marks), now],
  );
}

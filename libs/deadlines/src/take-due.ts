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
       where d.next_mark_at <= $1 order by d.next_mark_at limit $2 for update of c skip locked
     ), due as materialized (
       select id, started_at, due_at, next_mark from deadlines
       where notice_id in (select matter_id from free) and next_mark_at <= $1 for update skip locked
     ), reached as materialized (
       select d.id, m.mark, date_trunc('milliseconds', d.started_at + (d.due_at - d.started_at) * m.mark / 100) as reached_at
       from due d cross join (values (50), (80), (100)) m(mark)
       where m.mark >= d.next_mark and d.started_at + (d.due_at - d.started_at) * m.mark / 100 <= $1
     ), recorded as (
       insert into deadline_marks (deadline_id, mark, reached_at, recorded_at)
       select id, mark, reached_at, $1 from reached on conflict do nothing
       returning deadline_id, mark, reached_at
     ), moved as (
       update deadlines d set
         state = case when d.due_at <= $1 then 'breached' else d.state end,
         next_mark = case when d.due_at <= $1 then null when last.mark = 80 then 100 else 80 end,
         next_mark_at = case when d.due_at <= $1 then null
           when last.mark = 80 then d.due_at
           else date_trunc('milliseconds', d.started_at + (d.due_at - d.started_at) * 80 / 100) end
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

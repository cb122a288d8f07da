import type { DataSource } from 'typeorm';

/** What must be true of every notice after every step, each as the rows that break it. */
const invariants: Record<string, string> = {
  'a waiting item has a wait that runs, and no other item has one': `
    select i.id from items i where i.notice_id = any($1) and (i.state = 'waiting') <> exists (select from deadlines d
      where d.subject_id = i.id and d.kind = 'wait' and d.stopped_at is null)`,
  'an item that is due to come back has a clock for it, and no other item has one': `
    select i.id from items i where i.notice_id = any($1) and (i.state = 'restore_due') <> exists (select from deadlines d
      where d.subject_id = i.id and d.kind = 'restore' and d.stopped_at is null)`,
  'nothing runs on a closed notice': `
    select n.id from notices n where n.id = any($1) and n.state = 'closed' and exists (select from deadlines d
      where d.notice_id = n.id and d.stopped_at is null and d.state in ('running', 'paused', 'breached'))`,
  'takedown runs only where something is to be taken down': `
    select n.id from notices n where n.id = any($1) and exists (select from deadlines d where d.notice_id = n.id
        and d.kind = 'takedown' and d.stopped_at is null)
      <> exists (select from items i where i.notice_id = n.id and i.state in ('pending', 'reappeared', 'supplement_requested'))`,
  'a list sorts by the nearest open clock that the platform owes': `
    select n.id from notices n where n.id = any($1) and n.next_due_at is distinct from coalesce((select min(d.due_at)
      from deadlines d where d.notice_id = n.id and d.owed_by = 'platform' and d.stopped_at is null
        and d.state in ('running', 'breached')), 'infinity')`,
  'no item is restored while an order on the thing stands that was there before': `
    select i.id from items i join orders o on o.canonical_item_id = i.canonical_item_id where i.notice_id = any($1)
      and i.state = 'restored' and o.direction = 'takedown' and o.ended_at is null and o.recorded_at < i.restored_at`,
  'a statement is open only against an item that is down or coming back': `
    select i.id from items i join counter_notices u on u.item_id = i.id and u.state in ('received', 'forwarded')
    where i.notice_id = any($1) and i.state = 'withdrawn'`,
  'what ran out was recorded in order, each mark once': `
    select d.id from deadlines d where d.notice_id = any($1) and (select count(*) from events e where e.matter_id = d.notice_id
      and e.type in ('deadline.reminder', 'deadline.breached') and e.payload::jsonb #>> '{data,deadlineId}' = d.id::text)
      > (select count(*) from deadline_marks m where m.deadline_id = d.id)`,
};

export async function brokenInvariants(database: DataSource, noticeIds: readonly string[]): Promise<string[]> {
  const broken = await Promise.all(
    Object.entries(invariants).map(async ([name, sql]) =>
      (await database.query(sql, [noticeIds])).length > 0 ? [name] : [],
    ),
  );
  return broken.flat();
}

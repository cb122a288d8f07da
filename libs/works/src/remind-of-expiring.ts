import type { Tx } from '#database';
import { appendEvents, systemActor } from '#events';
import { shanghaiDay } from './domain/shanghai-day.js';

/** How many days before the last day of an authorization its agent is reminded. */
const remindersAt = { first: 30, last: 7 } as const;

/**
 * Records that authorizations run out in 30 days, and in 7, each exactly once: the row is the reminder, so of two
 * processes at once one writes it. Who learns of it late is told how many days are left indeed, and is not told twice.
 * Returns how many it recorded, at most `limit`. Two statements, three where something is due.
 */
export async function remindOfExpiring(tx: Tx, now: Date, limit: number): Promise<number> {
  const due = await tx.query<Array<{ id: string; agent: string; daysLeft: number }>>(
    `with due as (
       select id, valid_until, case when valid_until - $1::date <= $5 then $5 else $4 end as days_before
       from authorizations a
       where state = 'approved' and valid_until between $1::date and $1::date + $4::int
         and not exists (
           select from authorization_reminders r where r.authorization_id = a.id
             and (r.days_before = $5 or a.valid_until - $1::date > $5))
       order by valid_until, id limit $3
     ), written as (
       insert into authorization_reminders (authorization_id, days_before, recorded_at)
       select id, days_before, $2 from due order by id on conflict do nothing returning authorization_id
     )
     select a.id, a.agent_organization_id as agent, a.valid_until - $1::date as "daysLeft"
     from written w join authorizations a on a.id = w.authorization_id order by a.id`,
    [shanghaiDay(now), now, limit, remindersAt.first, remindersAt.last],
  );
  await appendEvents(
    tx,
    now,
    due.map(({ id, agent, daysLeft }) => ({
      matterKind: 'authorization',
      matterId: id,
      type: 'authorization.expiring',
      actor: systemActor,
      data: { authorizationId: id, daysLeft },
      audience: [agent],
    })),
  );
  return due.length;
}

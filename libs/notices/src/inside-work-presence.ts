import type { Tx } from '#database';
import { type Caller, can, type MatterFacts } from '#identity';
import { Problem } from '#kernel';
import { presenceSeconds, tellColleagues } from './inside-work-changes.js';
import { factsOf } from './lock-notice.js';

/** Somebody of the platform who has the notice open before them now. */
export interface Looking {
  memberId: string;
  name: string;
}

/** Of a notice `n`: who looks at it, by name; no more than a row can show. */
export const lookingNow = `(select coalesce(jsonb_agg(l order by l.name), '[]') from (
    select m.id as "memberId", m.name from notice_presences p join members m on m.id = p.member_id
    where p.notice_id = n.id and p.organization_id = n.platform_organization_id
      and p.seen_at > clock_timestamp() - ${presenceSeconds} * interval '1 second'
    order by m.name limit 10) l)`;

/**
 * Says that the caller has this notice open, and who else has; again before 45 seconds are over. Colleagues hear of it
 * when it begins, not of every heartbeat. No lock on the notice: looking never waits for a decision. Two statements.
 */
export async function lookAtNotice(tx: Tx, caller: Caller, noticeId: string): Promise<Looking[]> {
  type Row = Parameters<typeof factsOf>[0] & { looking: Looking[] };
  const [notice] = await tx.query<Row[]>(
    `select n.complainant_organization_id as "complainantOrganizationId",
       n.platform_organization_id as "platformOrganizationId",
       n.regulator_organization_ids as "regulatorOrganizationIds", n.served_at as "servedAt", ${lookingNow} as looking
     from notices n where n.id = $1`,
    [noticeId],
  );
  if (!notice || !can(caller, 'read_notice', factsOf(notice))) throw new Problem('not_found');
  if (!isOfPlatform(caller, factsOf(notice))) throw new Problem('forbidden');
  await tx.query(
    `with before as (
       select 1 from notice_presences
       where notice_id = $1 and member_id = $2 and seen_at > clock_timestamp() - $4 * interval '1 second'
     ), told as (
       ${tellColleagues('select $3::uuid as organization_id, $1::uuid as notice_id where not exists (select from before)')}
     )
     insert into notice_presences (notice_id, member_id, organization_id, seen_at)
     values ($1, $2, $3, clock_timestamp())
     on conflict (notice_id, member_id) do update set seen_at = excluded.seen_at`,
    [noticeId, caller.responsibleMemberId, caller.organizationId, presenceSeconds],
  );
  return notice.looking.filter(({ memberId }) => memberId !== caller.responsibleMemberId);
}

/** Says that the caller has closed it; nothing where it was not open. One statement. */
export async function lookAway(tx: Tx, caller: Caller, noticeId: string): Promise<void> {
  await tx.query(
    `with gone as (
       delete from notice_presences where notice_id = $1 and member_id = $2 and organization_id = $3
       returning organization_id, notice_id
     ) ${tellColleagues('select organization_id, notice_id from gone')}`,
    [noticeId, caller.responsibleMemberId, caller.organizationId],
  );
}

function isOfPlatform(caller: Caller, { platformOrganizationId }: MatterFacts): boolean {
  return caller.organizationId === platformOrganizationId;
}

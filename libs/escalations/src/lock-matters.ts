import type { Tx } from '#database';
import { groupBy } from '#kernel';
import { filedDocument } from '#notices';
import type { Matter, MatterItem } from './domain/packet.js';

export interface LockedMatter extends Matter {
  complainantOrganizationId: string;
  platformOrganizationId: string | null;
}

/**
 * Locks notices by id and reads what a packet says of them. A decision on one of them waits, so what is written as
 * "received until" is true; and a second worker with the same breach waits and then finds the escalation.
 */
export function lockMatters(tx: Tx, noticeIds: readonly string[]): Promise<LockedMatter[]> {
  return tx.query<LockedMatter[]>(
    `select n.id, n.number, n.regime, n.regime_version as "regimeVersion", n.title, n.platform_id as "platformId",
       n.served_at as "servedAt", n.acknowledged_at as "acknowledgedAt",
       n.complainant_organization_id as "complainantOrganizationId",
       n.platform_organization_id as "platformOrganizationId",
       s.id as "servedEventId", s.hash as "servedEventHash",
       jsonb_build_object('complainant', d.document -> 'complainant', 'onBehalfOf', d.document -> 'onBehalfOf',
         'works', d.document -> 'works', 'evidence', d.document -> 'evidence') as document
     from notices n
     join complaints c on c.id = n.complaint_id
     cross join lateral (select ${filedDocument} as document) d
     left join lateral (select e.id, e.hash from events e
       where e.matter_id = n.id and e.type = 'notice.served' order by e.sequence limit 1) s on true
     where n.id = any($1) order by n.id for no key update of n`,
    [noticeIds],
  );
}

/** The items of these notices in target order, with what was filed about them and what was decided. */
export async function itemsOfMatters(tx: Tx, noticeIds: readonly string[]): Promise<Map<string, MatterItem[]>> {
  const rows = await tx.query<Array<MatterItem & { noticeId: string }>>(
    `select i.id, i.notice_id as "noticeId", i.state, i.disposition, i.reason_code as "reasonCode", i.note,
       i.decided_at as "decidedAt", t.raw, t.url, t.content_type as "contentType", t.content_id as "contentId", t.part,
       t.access_code as "accessCode", t.work_ref as "workRef",
       exists (select from deadlines d where d.notice_id = i.notice_id and d.subject_id = i.id
         and d.kind in ('takedown', 'decide') and d.stopped_at is null) as "hasOwnTakedown"
     from items i join targets t on t.item_id = i.id and t.notice_id = i.notice_id and t.outcome not in ('duplicate', 'reported_again')
     where i.notice_id = any($1) order by i.notice_id, i.ordinal`,
    [noticeIds],
  );
  return groupBy(rows, ({ noticeId }) => noticeId);
}

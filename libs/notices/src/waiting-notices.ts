import type { Tx } from '#database';
import type { RegimeId, ServiceType } from '#law';
import type { FiledWork } from './domain/complaint-document.js';
import { filedDocument } from './filed-document.js';

/** A notice that awaits service, with all that decides its clocks. */
export interface WaitingNotice {
  id: string;
  regime: RegimeId;
  platform: { id: string; serviceType: ServiceType; timeZone: string | null };
  /** Who answers for the platform once it is served; null while nobody does. */
  organizationId: string | null;
  complainantOrganizationId: string;
  /** Those that its targets name. */
  works: FiledWork[];
  contentTypes: string[];
}

/** What waits for a platform that has an inbox here now, oldest first. */
export function waitingForInbox(tx: Tx, now: Date, platformId: string, limit: number): Promise<WaitingNotice[]> {
  return tx.query<WaitingNotice[]>(`${waiting} and n.platform_id = $1 and p.joined_at <= $2 order by n.id limit $3`, [
    platformId,
    now,
    limit,
  ]);
}

/** Which of these wait for a platform without an inbox; it cannot join before this transaction ends. */
export function waitingForMail(tx: Tx, noticeIds: readonly string[]): Promise<WaitingNotice[]> {
  return tx.query<WaitingNotice[]>(
    `${waiting} and n.id = any($1) and p.joined_at is null order by n.id for share of p`,
    [noticeIds],
  );
}

/** Targets of the complaint itself; those of later ones only joined its items. */
const isOwn = 't.complaint_id = n.complaint_id';

const waiting = `
  select n.id, n.regime, n.complainant_organization_id as "complainantOrganizationId",
    p.organization_id as "organizationId",
    jsonb_build_object('id', p.id, 'serviceType', p.service_type, 'timeZone', p.time_zone) as platform,
    array(select w from jsonb_array_elements(${filedDocument} -> 'works') w
          where w ->> 'ref' in (select t.work_ref from targets t where t.notice_id = n.id and ${isOwn})) as works,
    array(select distinct t.content_type from targets t where t.notice_id = n.id and ${isOwn}) as "contentTypes"
  from notices n join platforms p on p.id = n.platform_id join complaints c on c.id = n.complaint_id
  where n.state = 'awaiting_service'`;

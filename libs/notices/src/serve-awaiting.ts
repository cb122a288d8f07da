import type { Tx } from '#database';
import { calendarsInForce, greenChannelOf, overridesInForce } from '#deadlines';
import { systemActor } from '#events';
import { unique } from '#kernel';
import { type RegimeId, regimeOf, type ServiceType, type WorkCategory } from '#law';
import { worksOnWarningList } from '#works';
import type { FiledWork } from './domain/complaint-document.js';
import type { NoticeGroup } from './domain/notice-group.js';
import { serviceDeadlines } from './domain/service-deadlines.js';
import { filedDocument } from './filed-document.js';
import { lockNotices } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';

type ServedPlatform = Pick<NoticeGroup['platform'], 'id' | 'serviceType' | 'timeZone'>;

interface Waiting {
  id: string;
  platform: ServedPlatform & { serviceType: ServiceType };
  organizationId: string;
  complainantOrganizationId: string;
  /** Those that its targets name. */
  works: FiledWork[];
  contentTypes: string[];
}

/**
 * A platform has joined: what was waiting for it enters its inbox now, and that is the service (电子签名法 第11条). Law,
 * tier and terms are those of this instant, at which the clocks begin, and the notice is pinned to them. At most `limit`
 * notices a call, oldest first; returns how many, so that the caller goes on until none is left.
 */
export async function serveAwaiting(tx: Tx, now: Date, platformId: string, limit: number): Promise<number> {
  const waiting = await findWaiting(tx, now, platformId, limit);
  if (waiting.length === 0) return 0;
  const locked = await lockNotices(
    tx,
    waiting.map(({ id }) => id),
  );
  const notices = locked.filter(({ state }) => state === 'awaiting_service');
  const facts = new Map(waiting.map((notice) => [notice.id, notice]));
  const listed = await findListed(tx, now, waiting);
  const green = await greenChannelOf(tx, unique(waiting.map((one) => one.complainantOrganizationId)), now);
  const [calendars, overrides] = [await calendarsInForce(tx), await overridesInForce(tx)];
  const inForce = new Map(notices.map(({ id, regime }) => [id, regimeOf(regime as RegimeId)]));
  await tx.query(
    `update notices n set served_at = $2, platform_organization_id = p.organization_id, regime_version = r.version
     from platforms p, jsonb_to_recordset($1) as r(id uuid, version integer) where p.id = n.platform_id and n.id = r.id`,
    [JSON.stringify(notices.map(({ id }) => ({ id, version: inForce.get(id)!.version }))), now],
  );
  await settleNotices(
    tx,
    now,
    systemActor,
    notices.map((notice) => {
      const { platform, works, contentTypes, organizationId } = facts.get(notice.id)!;
      const regime = inForce.get(notice.id)!;
      const group = {
        platform,
        regime,
        workCategories: unique(works.map(({ category }) => category as WorkCategory)),
        onWarningList: listed.has(notice.id),
        targets: contentTypes.map((contentType) => ({ contentType })),
      };
      const isGreenChannel = green.has(notice.complainantOrganizationId);
      const data = { regimeVersion: regime.version };
      const terms = { calendars, overrides, isGreenChannel };
      return {
        notice: { ...notice, servedAt: now, platformOrganizationId: organizationId, regimeVersion: regime.version },
        items: notice.items
          .filter(({ state }) => state === 'unserved')
          .map((item) => ({ item, event: 'serve' as const, to: 'pending' as const, data })),
        starts: (event) => serviceDeadlines(notice.id, group, { at: now, event }, terms),
      };
    }),
  );
  return notices.length;
}

/** Targets of the complaint itself; those of later ones only joined its items. */
const isOwn = 't.complaint_id = n.complaint_id';

function findWaiting(tx: Tx, now: Date, platformId: string, limit: number): Promise<Waiting[]> {
  return tx.query<Waiting[]>(
    `select n.id, n.complainant_organization_id as "complainantOrganizationId", p.organization_id as "organizationId",
       jsonb_build_object('id', p.id, 'serviceType', p.service_type, 'timeZone', p.time_zone) as platform,
       array(select w from jsonb_array_elements(${filedDocument} -> 'works') w
             where w ->> 'ref' in (select t.work_ref from targets t where t.notice_id = n.id and ${isOwn})) as works,
       array(select distinct t.content_type from targets t where t.notice_id = n.id and ${isOwn}) as "contentTypes"
     from notices n join platforms p on p.id = n.platform_id join complaints c on c.id = n.complaint_id
     where n.platform_id = $1 and n.state = 'awaiting_service' and p.joined_at <= $2
     order by n.id limit $3`,
    [platformId, now, limit],
  );
}

/** The notices that carry a work on a warning list. */
async function findListed(tx: Tx, now: Date, waiting: readonly Waiting[]): Promise<Set<string>> {
  const named = waiting.flatMap(({ id, works }) => works.map((work) => ({ id, work })));
  const isListed = await worksOnWarningList(
    tx,
    now,
    named.map(({ work }) => work),
  );
  return new Set(named.flatMap(({ id }, place) => (isListed[place] ? [id] : [])));
}

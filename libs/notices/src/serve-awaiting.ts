import type { Tx } from '#database';
import { calendarsInForce } from '#deadlines';
import { systemActor } from '#events';
import { type RegimeId, regimes, type ServiceType, type WorkCategory } from '#law';
import { serviceDeadlines } from './domain/draft-notices.js';
import { lockNotices } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';

interface Waiting {
  id: string;
  serviceType: ServiceType;
  organizationId: string;
  categories: WorkCategory[];
  contentTypes: string[];
}

/**
 * A platform has joined: what was waiting for it enters its inbox now, and that is the service (电子签名法 第11条). At most
 * `limit` notices a call, oldest first; returns how many, so that the caller goes on until none is left.
 */
export async function serveAwaiting(tx: Tx, now: Date, platformId: string, limit: number): Promise<number> {
  const waiting = await tx.query<Waiting[]>(
    `select n.id, p.service_type as "serviceType", p.organization_id as "organizationId",
       array(select distinct w ->> 'category' from complaints c, jsonb_array_elements(c.document -> 'works') w
             where c.id = n.complaint_id) as categories,
       array(select distinct t.content_type from targets t where t.notice_id = n.id) as "contentTypes"
     from notices n join platforms p on p.id = n.platform_id
     where n.platform_id = $1 and n.state = 'awaiting_service' and p.joined_at <= $2
     order by n.id limit $3`,
    [platformId, now, limit],
  );
  if (waiting.length === 0) return 0;
  const notices = (
    await lockNotices(
      tx,
      waiting.map(({ id }) => id),
    )
  ).filter(({ state }) => state === 'awaiting_service');
  const calendars = await calendarsInForce(tx);
  const facts = new Map(waiting.map((notice) => [notice.id, notice]));
  await tx.query(
    `update notices n set served_at = $2, platform_organization_id = p.organization_id
     from platforms p where p.id = n.platform_id and n.id = any($1)`,
    [notices.map(({ id }) => id), now],
  );
  await settleNotices(
    tx,
    now,
    systemActor,
    notices.map((notice) => {
      const { serviceType, categories, contentTypes, organizationId } = facts.get(notice.id)!;
      const group = {
        serviceType,
        regime: regimes[notice.regime as RegimeId],
        workCategories: categories,
        contentTypes,
      };
      return {
        notice: { ...notice, servedAt: now, platformOrganizationId: organizationId },
        items: notice.items
          .filter(({ state }) => state === 'unserved')
          .map((item) => ({ item, event: 'serve' as const, to: 'pending' as const })),
        starts: (event) => serviceDeadlines(notice.id, group, { at: now, event }, calendars),
      };
    }),
  );
  return notices.length;
}

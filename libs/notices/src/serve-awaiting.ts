import type { Tx } from '#database';
import { systemActor } from '#events';
import { type RegimeId, regimeOf } from '#law';
import { lockNotices } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';
import { waitingForInbox, waitingForMail, type WaitingNotice } from './waiting-notices.js';
import { clocksOfService } from './clocks-of-service.js';

/**
 * A platform has joined: what was waiting for it enters its inbox now, and that is the service (电子签名法 第11条). At most
 * `limit` notices a call, oldest first; returns how many, so that the caller goes on until none is left.
 */
export async function serveAwaiting(tx: Tx, now: Date, platformId: string, limit: number): Promise<number> {
  const served = await serve(tx, now, await waitingForInbox(tx, now, platformId, limit));
  return served.length;
}

/**
 * The mail server of the platform's published address has accepted these notices now, and that is the service
 * (domain.md §2.8). Returns those that it served: not what was served, withdrawn, or whose platform joined meanwhile.
 * @param organizationOf the organization that stands in for a platform, by the platform's id
 */
export async function serveByMail(
  tx: Tx,
  now: Date,
  noticeIds: readonly string[],
  organizationOf: (platformId: string) => Promise<string>,
): Promise<string[]> {
  const waiting = await waitingForMail(tx, noticeIds);
  const addressed: WaitingNotice[] = [];
  for (const notice of waiting) {
    addressed.push({ ...notice, organizationId: await organizationOf(notice.platform.id) });
  }
  return serve(tx, now, addressed);
}

/** Law, tier and terms are those of this instant, at which the clocks begin, and the notice is pinned to them. */
async function serve(tx: Tx, now: Date, waiting: readonly WaitingNotice[]): Promise<string[]> {
  if (waiting.length === 0) return [];
  const locked = await lockNotices(
    tx,
    waiting.map(({ id }) => id),
  );
  const notices = locked.filter(({ state }) => state === 'awaiting_service');
  const organizationOf = new Map(waiting.map(({ id, organizationId }) => [id, organizationId]));
  const inForce = new Map(notices.map(({ id, regime }) => [id, regimeOf(regime as RegimeId)]));
  const clocks = await clocksOfService(tx, now, waiting);
  await tx.query(
    `update notices n set served_at = $2, platform_organization_id = r.organization, regime_version = r.version
     from jsonb_to_recordset($1) as r(id uuid, version integer, organization uuid) where n.id = r.id`,
    [
      JSON.stringify(
        notices.map(({ id }) => ({ id, version: inForce.get(id)!.version, organization: organizationOf.get(id) })),
      ),
      now,
    ],
  );
  await settleNotices(
    tx,
    now,
    systemActor,
    notices.map((notice) => {
      const regimeVersion = inForce.get(notice.id)!.version;
      const platformOrganizationId = organizationOf.get(notice.id)!;
      return {
        notice: { ...notice, servedAt: now, platformOrganizationId, regimeVersion },
        items: notice.items
          .filter(({ state }) => state === 'unserved')
          .map((item) => ({ item, event: 'serve' as const, to: 'pending' as const, data: { regimeVersion } })),
        starts: (event) => clocks(notice.id, { at: now, event }),
      };
    }),
  );
  return notices.map(({ id }) => id);
}

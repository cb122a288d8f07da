import type { Tx } from '#database';
import { appendEvents, systemActor } from '#events';
import { standInOrganization } from '#identity';
import { serveByMail } from '#notices';

/** The service that a letter is about, by the key that it was written under; null for every other letter. */
export function serviceOfLetter(onceKey: string | null): string | null {
  return onceKey?.startsWith('serve:') ? onceKey.slice('serve:'.length) : null;
}

/**
 * The mail server of the published address took the letter: the notice is served at this instant, its clocks run. The
 * first acceptance that is recorded governs; of what was called back, none does.
 */
export async function recordAcceptance(tx: Tx, now: Date, serviceId: string): Promise<void> {
  const [accepted] = await tx.query<[Array<{ noticeId: string }>, number]>(
    `update mail_services set state = 'accepted', ended_at = $2 where id = $1 and state = 'waiting'
     returning notice_id as "noticeId"`,
    [serviceId, now],
  );
  if (!accepted[0]) return;
  const served = await serveByMail(tx, now, [accepted[0].noticeId], (platformId) =>
    standInOrganization(tx, now, platformId),
  );
  if (served.length > 0) return;
  await tx.query(`update mail_services set state = 'superseded' where id = $1`, [serviceId]);
}

/** It was refused for good, or given up after its last try: not served, and the complainant sees it. */
export async function recordRefusal(
  tx: Tx,
  now: Date,
  serviceId: string,
  because: 'refused' | 'given_up',
): Promise<void> {
  const [ended] = await tx.query<
    [Array<{ noticeId: string; platformId: string; complainantOrganizationId: string }>, number]
  >(
    `update mail_services s set state = $3, ended_at = $2 from notices n
     where s.id = $1 and s.state = 'waiting' and n.id = s.notice_id and n.state = 'awaiting_service'
     returning s.notice_id as "noticeId", s.platform_id as "platformId",
       n.complainant_organization_id as "complainantOrganizationId"`,
    [serviceId, now, because],
  );
  await appendEvents(
    tx,
    now,
    ended.map(({ noticeId, platformId, complainantOrganizationId }) => ({
      matterKind: 'notice',
      matterId: noticeId,
      type: 'notice.service_failed',
      actor: systemActor,
      data: { platformId, because },
      audience: [complainantOrganizationId],
    })),
  );
}

/** A letter that was given up goes out again by the whole schedule; so its service waits again, unless another does. */
export async function reopenService(tx: Tx, serviceId: string): Promise<void> {
  await tx.query(
    `update mail_services s set state = 'waiting', ended_at = null
     where s.id = $1 and s.state in ('refused', 'given_up')
       and not exists (select from mail_services o where o.notice_id = s.notice_id and o.id <> s.id
                         and o.state in ('waiting', 'accepted'))`,
    [serviceId],
  );
}

import { type NewEvent, systemActor } from '#events';
import { newId } from '#kernel';
import type { NoticeGroup } from './notice-group.js';

/** The first event of a notice: that it was served, or that it was made and waits for a platform to join. */
export function servedEvent(facts: {
  noticeId: string;
  complaint: { id: string; organizationId: string };
  group: Pick<NoticeGroup, 'platform' | 'regime'>;
  itemCount: number;
  isServed: boolean;
}): NewEvent {
  const { noticeId, complaint, group, isServed } = facts;
  const { platform, regime } = group;
  const platformOrganization = isServed && platform.organizationId ? [platform.organizationId] : [];
  return {
    id: newId(),
    matterKind: 'notice',
    matterId: noticeId,
    opensMatter: true,
    type: isServed ? 'notice.served' : 'notice.awaiting_service',
    actor: systemActor,
    data: {
      complaintId: complaint.id,
      platformId: platform.id,
      regime: regime.id,
      regimeVersion: regime.version,
      itemCount: facts.itemCount,
    },
    audience: [complaint.organizationId, ...platformOrganization],
  };
}

import type { Basis } from '#law';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EscalationReason } from './domain/grounds.js';
import type { EscalationState } from './domain/lifecycle.js';
import type { EscalationPacket } from './domain/packet.js';

/** A matter put before a regulator, with its reasons and its evidence. */
@Entity('escalations')
export class EscalationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: EscalationState;
  @Column('text', { name: 'subject_kind' }) subjectKind: 'notice';
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('text', { name: 'subject_number' }) subjectNumber: string;
  @Column('text', { array: true }) reasons: EscalationReason[];
  @Column('uuid', { name: 'notice_ids', array: true }) noticeIds: string[];
  /** The breached clocks that it carries; what makes a breach that is told twice count once. */
  @Column('uuid', { name: 'deadline_ids', array: true }) deadlineIds: string[];
  @Column('uuid', { name: 'platform_id' }) platformId: string;
  /** Null where neither the region nor the country had a regulator at opening: the national one, once appointed, has it. */
  @Column('uuid', { name: 'regulator_organization_id', nullable: true }) regulatorOrganizationId: string | null;
  @Column('text', { name: 'region_code' }) regionCode: string;
  @Column('smallint') severity: number;
  @Column('text') basis: Basis;
  @Column('jsonb') packet: EscalationPacket;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('uuid', { name: 'claimed_by_member_id', nullable: true }) claimedByMemberId: string | null;
  @Column('timestamptz', { name: 'claimed_at', nullable: true }) claimedAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  /** The reason in words for a dismissal, a code for a resolution. */
  @Column('text', { name: 'ended_note', nullable: true }) endedNote: string | null;
}

export const escalationEntities = [EscalationEntity];

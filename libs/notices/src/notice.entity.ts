import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeOutcome, NoticeState } from './domain/aggregate-notice.js';
import type { ItemState } from './domain/item-states.js';
import type { ComplaintDocument } from './domain/complaint-document.js';

/** The legal notice served on one platform, under one regime that was pinned when it was made. */
@Entity('notices')
export class NoticeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid', { name: 'complaint_id' }) complaintId: string;
  @Column('uuid', { name: 'complainant_organization_id' }) complainantOrganizationId: string;
  @Column('uuid', { name: 'platform_id' }) platformId: string;
  @Column('uuid', { name: 'platform_organization_id', nullable: true }) platformOrganizationId: string | null;
  @Column('text', { name: 'region_code' }) regionCode: string;
  @Column('uuid', { name: 'regulator_organization_ids', array: true }) regulatorOrganizationIds: string[];
  @Column('text') regime: string;
  @Column('integer', { name: 'regime_version' }) regimeVersion: number;
  @Column('text') title: string;
  @Column('text') state: NoticeState;
  @Column('text', { nullable: true }) outcome: NoticeOutcome | null;
  /** What it was made with, where the complaint was supplemented since; null: what the complaint says. */
  @Column('jsonb', { nullable: true }) document: ComplaintDocument | null;
  @Column('integer', { name: 'item_count' }) itemCount: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'served_at', nullable: true }) servedAt: Date | null;
  @Column('timestamptz', { name: 'acknowledged_at', nullable: true }) acknowledgedAt: Date | null;
  @Column('text', { name: 'acknowledgement_reference', nullable: true }) acknowledgementReference: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('timestamptz', { name: 'next_due_at' }) nextDueAt: Date;
  @Column('text', { name: 'next_due_rule', nullable: true }) nextDueRule: string | null;
  @Column('timestamptz', { name: 'due_soon_at' }) dueSoonAt: Date;
  /** The nearest clock that the complainant owes: a supplement, a wait. */
  @Column('timestamptz', { name: 'complainant_due_at' }) complainantDueAt: Date;
  @Column('text', { name: 'complainant_due_rule', nullable: true }) complainantDueRule: string | null;
  @Column('timestamptz', { name: 'supplement_requested_at', nullable: true }) supplementRequestedAt: Date | null;
  @Column('uuid', { name: 'assignee_member_id', nullable: true }) assigneeMemberId: string | null;
  @Column('uuid', { name: 'claimed_by_member_id', nullable: true }) claimedByMemberId: string | null;
  @Column('timestamptz', { name: 'claim_expires_at', nullable: true }) claimExpiresAt: Date | null;
}

/** The located thing itself, whoever complains: locks and holds go by it. */
@Entity('canonical_items')
export class CanonicalItemEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'platform_id' }) platformId: string;
  @Column('text') key: string;
}

/** One target inside a notice, with its own disposition. */
@Entity('items')
export class ItemEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('integer') ordinal: number;
  @Column('uuid', { name: 'canonical_item_id' }) canonicalItemId: string;
  @Column('text', { name: 'claim_key' }) claimKey: string;
  @Column('text') state: ItemState;
  @Column('text', { nullable: true }) disposition: string | null;
  @Column('text', { name: 'reason_code', nullable: true }) reasonCode: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz', { name: 'acted_at', nullable: true }) actedAt: Date | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  /** When no decision was owed any more for the first time: decided, withdrawn or ordered before. */
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
  @Column('timestamptz', { name: 'restored_at', nullable: true }) restoredAt: Date | null;
  @Column('text', { name: 'holder_key' }) holderKey: string;
  @Column('timestamptz', { name: 'appealed_at', nullable: true }) appealedAt: Date | null;
  @Column('boolean', { name: 'restored_on_counter' }) restoredOnCounter: boolean;
  @Column('text', { name: 'state_before_order', nullable: true }) stateBeforeOrder: ItemState | null;
}

/** That the platform passed the notice on to its user, or published it: the platform's own word. */
@Entity('forwardings')
export class ForwardingEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('uuid', { name: 'item_ids', array: true }) itemIds: string[];
  @Column('text') method: 'message' | 'email' | 'publication';
  @Column('text', { nullable: true }) url: string | null;
  @Column('timestamptz', { name: 'forwarded_at' }) forwardedAt: Date;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
}

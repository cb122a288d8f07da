import { Column, Entity, PrimaryColumn } from 'typeorm';

export const targetOutcomes = [
  'served',
  'awaiting_service',
  'duplicate',
  'deficient',
  'unrouted',
  'unreadable',
  'no_respondent',
  'reported_again',
  'refused_second_notice',
] as const;
export type TargetOutcome = (typeof targetOutcomes)[number];

/** One located thing in a complaint, as typed and as read; its outcome is what became of it. */
@Entity('targets')
export class TargetEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'complaint_id' }) complaintId: string;
  @Column('integer') index: number;
  @Column('integer') ordinal: number;
  @Column('text') raw: string;
  @Column('text', { nullable: true }) url: string | null;
  @Column('text', { nullable: true }) host: string | null;
  @Column('uuid', { name: 'platform_id', nullable: true }) platformId: string | null;
  @Column('text', { name: 'content_type', nullable: true }) contentType: string | null;
  @Column('text', { name: 'content_id', nullable: true }) contentId: string | null;
  @Column('text', { nullable: true }) part: string | null;
  @Column('text', { name: 'account_ref', nullable: true }) accountRef: string | null;
  @Column('text', { name: 'access_code', nullable: true }) accessCode: string | null;
  @Column('text', { name: 'canonical_key', nullable: true }) canonicalKey: string | null;
  @Column('text', { name: 'matched_by', nullable: true }) matchedBy: string | null;
  @Column('text', { name: 'work_ref' }) workRef: string;
  @Column('text', { nullable: true }) right: string | null;
  @Column('text', { nullable: true }) description: string | null;
  @Column('jsonb', { nullable: true }) account: { handle?: string; url?: string } | null;
  @Column('text') outcome: TargetOutcome;
  @Column('text', { nullable: true }) code: string | null;
  @Column('text', { nullable: true }) detail: string | null;
  @Column('uuid', { name: 'notice_id', nullable: true }) noticeId: string | null;
  @Column('uuid', { name: 'item_id', nullable: true }) itemId: string | null;
  @Column('timestamptz', { name: 'routed_at', nullable: true }) routedAt: Date | null;
  @Column('uuid', { name: 'routed_by', nullable: true }) routedBy: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DraftChannel, DraftDocument, DraftFormat, DraftRemark } from './domain/complaint-draft.js';

export type DraftState = 'open' | 'filed' | 'discarded';

/** 投诉草稿: a complaint that came as a document of another system. It is nobody's notice until a member confirms it. */
@Entity('complaint_drafts')
export class ComplaintDraftEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') state: DraftState;
  @Column('text') format: DraftFormat;
  @Column('text') channel: DraftChannel;
  @Column('text', { nullable: true }) sender: string | null;
  @Column('jsonb') document: DraftDocument;
  @Column('jsonb') remarks: DraftRemark[];
  /** Null once the draft was discarded. */
  @Column('bytea', { nullable: true }) original: Buffer | null;
  @Column('text', { name: 'original_sha256' }) originalSha256: string;
  @Column('integer', { name: 'original_size' }) originalSize: number;
  @Column('uuid', { name: 'complaint_id', nullable: true }) complaintId: string | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('uuid', { name: 'brought_by', nullable: true }) broughtBy: string | null;
  @Column('uuid', { name: 'api_key_id', nullable: true }) apiKeyId: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
}

export const intakeEntities = [ComplaintDraftEntity];

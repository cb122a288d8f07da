import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SupplementDocument } from './supplement-notice.js';
import type { FiledEvidence } from './domain/complaint-document.js';

/** The platform asked, once, for what a notice lacks. */
@Entity('supplement_requests')
export class SupplementRequestEntity {
  @PrimaryColumn('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('text', { array: true }) elements: string[];
  @Column('text') message: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('timestamptz', { name: 'lapsed_at', nullable: true }) lapsedAt: Date | null;
}

/** What the complainant sent in addition to a notice that was served. */
@Entity('supplements')
export class SupplementEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('jsonb') document: SupplementDocument;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
}

/** The complainant saw it again; the platform may answer that it is down. */
@Entity('still_live_reports')
export class StillLiveReportEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('uuid', { name: 'item_id' }) itemId: string;
  @Column('text', { nullable: true }) text: string | null;
  @Column('uuid', { name: 'file_id', nullable: true }) fileId: string | null;
  @Column('timestamptz', { name: 'reported_at' }) reportedAt: Date;
  @Column('timestamptz', { name: 'disputed_at', nullable: true }) disputedAt: Date | null;
  @Column('text', { name: 'dispute_note', nullable: true }) disputeNote: string | null;
  @Column('uuid', { name: 'dispute_file_id', nullable: true }) disputeFileId: string | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: Date | null;
}

/** The complainant asks the platform to look again, once an item. */
@Entity('appeals')
export class AppealEntity {
  @PrimaryColumn('uuid', { name: 'item_id' }) itemId: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('text') text: string;
  @Column('jsonb') evidence: FiledEvidence[];
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
}

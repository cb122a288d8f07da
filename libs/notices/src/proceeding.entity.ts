import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A complaint to an authority or a suit of the rights holder about one item; a late proof is kept without effect. */
@Entity('proceedings')
export class ProceedingEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('uuid', { name: 'item_id' }) itemId: string;
  @Column('uuid', { name: 'counter_notice_id', nullable: true }) counterNoticeId: string | null;
  @Column('text') kind: 'complaint' | 'suit';
  @Column('text') number: string;
  @Column('text') authority: string;
  @Column('timestamptz', { name: 'filed_at' }) filedAt: Date;
  @Column('uuid', { name: 'file_id', nullable: true }) fileId: string | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('boolean') counts: boolean;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) result: 'won' | 'lost' | 'withdrawn' | null;
  @Column('text', { name: 'end_note', nullable: true }) endNote: string | null;
  @Column('uuid', { name: 'end_file_id', nullable: true }) endFileId: string | null;
}

/** What a court or an authority ordered about one thing; it overrides every clock, both ways. */
@Entity('orders')
export class OrderEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('uuid', { name: 'item_id' }) itemId: string;
  @Column('uuid', { name: 'canonical_item_id' }) canonicalItemId: string;
  @Column('text') direction: 'takedown' | 'restore';
  @Column('text') issuer: string;
  @Column('text') number: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
  @Column('uuid', { name: 'file_id', nullable: true }) fileId: string | null;
  @Column('uuid', { name: 'recorded_by_organization_id' }) recordedByOrganizationId: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}

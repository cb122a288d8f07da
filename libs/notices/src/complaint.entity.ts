import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ComplaintDocument } from './domain/complaint-document.js';

/** What a complainant filed once. Everything personal is in `document`, which can be erased as one. */
@Entity('complaints')
export class ComplaintEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text', { name: 'client_ref', nullable: true }) clientRef: string | null;
  @Column('text') ground: string;
  @Column('text') state: 'deficient' | 'filed' | 'withdrawn' | 'frozen';
  @Column('jsonb') document: ComplaintDocument;
  @Column('jsonb') deficiencies: object[];
  @Column('integer', { name: 'target_count' }) targetCount: number;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('timestamptz', { name: 'completed_at', nullable: true }) completedAt: Date | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  /** The last reason given; free text, so it is here and not in the log. */
  @Column('text', { name: 'withdrawal_reason', nullable: true }) withdrawalReason: string | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @Column('uuid', { name: 'api_key_id', nullable: true }) apiKeyId: string | null;
}

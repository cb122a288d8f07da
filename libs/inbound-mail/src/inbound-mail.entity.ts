import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttachmentNote } from './domain/message.js';
import type { Authenticity, MailFinding, MailKind, MailState } from './domain/words.js';

/** A message from outside: kept as it came, sorted afterwards, and in the operator's tray until somebody is done with it. */
@Entity('inbound_mail')
export class InboundMailEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') sha256: string;
  @Column('integer') size: number;
  @Column('boolean', { name: 'is_whole' }) isWhole: boolean;
  @Column('bytea', { select: false }) raw: Buffer;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('text') state: MailState;
  @Column('text', { nullable: true }) kind: MailKind | null;
  @Column('text', { nullable: true }) finding: MailFinding | null;
  @Column('text', { nullable: true }) authenticity: Authenticity | null;
  @Column('text', { nullable: true }) sender: string | null;
  @Column('text', { nullable: true }) recipients: string | null;
  @Column('text', { nullable: true }) subject: string | null;
  @Column('text', { name: 'message_id', nullable: true }) messageId: string | null;
  @Column('text', { nullable: true }) body: string | null;
  @Column('jsonb', { nullable: true }) attachments: AttachmentNote[] | null;
  @Column('uuid', { name: 'notice_id', nullable: true }) noticeId: string | null;
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  @Column('uuid', { name: 'draft_id', nullable: true }) draftId: string | null;
  @Column('timestamptz', { name: 'filed_at', nullable: true }) filedAt: Date | null;
  @Column('uuid', { name: 'filed_by', nullable: true }) filedBy: string | null;
  @Column('text', { nullable: true }) note: string | null;
}

export const inboundMailEntities = [InboundMailEntity];

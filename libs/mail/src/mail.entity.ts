import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Reading } from './domain/locale.js';
import { MailLinkEntity, MailServiceEntity } from './mail-channel.entity.js';

/** A letter to one person: written with the event that it tells of, sent later, its content erased once it has gone. */
@Entity('letters')
export class LetterEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'once_key', nullable: true }) onceKey: string | null;
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  /** To whom it goes as a person who may choose to do without such letters; null where it is owed. */
  @Column('uuid', { name: 'member_id', nullable: true }) memberId: string | null;
  @Column('text') recipient: string;
  @Column('text') locale: Reading;
  @Column('text') template: string;
  @Column('jsonb', { nullable: true }) data: Record<string, unknown> | null;
  @Column('text', { name: 'message_id' }) messageId: string;
  /** The request that it goes back to, and its place in that caller's trace. */
  @Column('text', { name: 'request_id', nullable: true }) requestId: string | null;
  @Column('text', { nullable: true }) traceparent: string | null;
  @Column('text', { name: 'reply_to', nullable: true }) replyTo: string | null;
  @Column('text') state: 'pending' | 'sent' | 'failed';
  @Column('smallint', { name: 'attempt_count' }) attemptCount: number;
  @Column('text', { name: 'last_error', nullable: true }) lastError: string | null;
  @Column('timestamptz', { name: 'next_attempt_at', nullable: true }) nextAttemptAt: Date | null;
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
  @Column('timestamptz', { name: 'failed_at', nullable: true }) failedAt: Date | null;
}

export const mailEntities = [LetterEntity, MailServiceEntity, MailLinkEntity];

import { Column, Entity, PrimaryColumn } from 'typeorm';

export const mailServiceStates = ['waiting', 'accepted', 'refused', 'given_up', 'bounced', 'superseded'] as const;
export type MailServiceState = (typeof mailServiceStates)[number];

/**
 * One sending of a notice to the published address of its platform. Accepted by the mail server there, it is the service
 * (domain.md §2.8); refused, given up after its last try, or bounced after all, it is none. Superseded: the address was corrected, the
 * platform joined, or the notice was withdrawn meanwhile.
 */
@Entity('mail_services')
export class MailServiceEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('uuid', { name: 'platform_id' }) platformId: string;
  @Column('text') address: string;
  @Column('text') state: MailServiceState;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  /** Of the token in the address to which answers go; null where no mailbox is read. */
  @Column('text', { name: 'reply_hash', nullable: true, unique: true }) replyHash: string | null;
}

/** What a letter lets its reader do about one notice, without an account. */
@Entity('mail_links')
export class MailLinkEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('text', { name: 'token_hash', unique: true }) tokenHash: string;
  @Column('text') nonce: string;
  @Column('text') address: string;
  @Column('boolean', { name: 'is_asked_for' }) isAskedFor: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}

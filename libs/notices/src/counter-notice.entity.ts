import type { CounterStatementsDraft, Label } from '#law';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FiledEvidence } from './domain/complaint-document.js';

export const counterNoticeStates = ['received', 'invalid', 'forwarded', 'rejected', 'decided', 'closed'] as const;
export type CounterNoticeState = (typeof counterNoticeStates)[number];

export interface Respondent {
  name: string;
  idType?: string;
  idNumber?: string;
  contact?: string;
  address?: string;
  phone?: string;
  email?: string;
}

/** What the user said, and who the user is: personal, erasable as one. */
export interface CounterDocument {
  respondent: Respondent;
  statement: string;
  evidence: FiledEvidence[];
  statements: CounterStatementsDraft;
}

/** An element that the law asks of a counter-notice and that this one lacks. */
export interface MissingOfCounter {
  element: string;
  code: string;
  detail: Label;
}

/** The user's statement against one item, relayed by the platform; one that lacks an element is kept, and has no effect. */
@Entity('counter_notices')
export class CounterNoticeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('uuid', { name: 'item_id' }) itemId: string;
  @Column('uuid', { name: 'complainant_organization_id' }) complainantOrganizationId: string;
  @Column('uuid', { name: 'platform_organization_id' }) platformOrganizationId: string;
  @Column('text') state: CounterNoticeState;
  @Column('jsonb') document: CounterDocument;
  @Column('text', { name: 'reason_code' }) reasonCode: string;
  @Column('jsonb') missing: MissingOfCounter[];
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('timestamptz', { name: 'forwarded_at', nullable: true }) forwardedAt: Date | null;
  @Column('timestamptz', { name: 'arrived_at', nullable: true }) arrivedAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('jsonb', { nullable: true }) rejection: { missing: string[]; note: string } | null;
}

/** More time for a wait, with its proof. */
@Entity('wait_extensions')
export class WaitExtensionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'counter_notice_id' }) counterNoticeId: string;
  @Column('uuid', { name: 'deadline_id' }) deadlineId: string;
  @Column('text') reason: string;
  @Column('timestamptz', { name: 'from_due_at' }) fromDueAt: Date;
  @Column('timestamptz') until: Date;
  @Column('uuid', { name: 'file_id', nullable: true }) fileId: string | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt: Date;
}

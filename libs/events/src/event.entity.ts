import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The head of one matter's chain; its row lock is what orders the events of a matter. */
@Entity('event_chains')
export class EventChainEntity {
  @PrimaryColumn('uuid', { name: 'matter_id' }) matterId: string;
  @Column('text', { name: 'matter_kind' }) matterKind: string;
  @Column('integer', { name: 'last_sequence' }) lastSequence: number;
  @Column('text', { name: 'last_hash' }) lastHash: string;
}

/** Something that happened in a matter. Holds ids, codes, instants and hashes; never a name, a contact or free text. */
@Entity('events')
export class EventEntity {
  @PrimaryColumn('uuid') id: string;
  @Column({ type: 'bigint', insert: false, update: false }) ordinal: string;
  @Column('bigint', { nullable: true }) position: string | null;
  @Column('text', { name: 'matter_kind' }) matterKind: string;
  @Column('uuid', { name: 'matter_id' }) matterId: string;
  @Column('integer') sequence: number;
  @Column('text') type: string;
  @Column('timestamptz') at: Date;
  @Column('uuid', { array: true }) audience: string[];
  @Column('text') payload: string;
  @Column('text') hash: string;
  /** The request that caused it, and its place in the caller's trace; no part of what is hashed. */
  @Column('text', { name: 'request_id', nullable: true }) requestId: string | null;
  @Column('text', { nullable: true }) traceparent: string | null;
}

/** That an organization may learn of an event: its own way through the log, in the order of positions. */
@Entity('event_audiences')
export class EventAudienceEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId: string;
  @PrimaryColumn('bigint') position: string;
  @Column('text') type: string;
}

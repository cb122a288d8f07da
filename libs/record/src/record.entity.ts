import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the log was at the end of a day: the root over a range of positions, chained to the head before. */
@Entity('record_heads')
export class RecordHeadEntity {
  @PrimaryColumn('integer') number: number;
  @Column('date') day: string;
  @Column('bigint', { name: 'from_position' }) fromPosition: string;
  @Column('bigint', { name: 'to_position' }) toPosition: string;
  @Column('integer', { name: 'event_count' }) eventCount: number;
  @Column('text') root: string;
  @Column('text', { name: 'previous_hash' }) previousHash: string;
  @Column('text') hash: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt: Date;
  @Column('bytea', { name: 'timestamp_token', nullable: true }) timestampToken: Buffer | null;
  @Column('text', { name: 'timestamp_authority', nullable: true }) timestampAuthority: string | null;
  @Column('timestamptz', { name: 'stamped_at', nullable: true }) stampedAt: Date | null;
}

/** A stretch of a head's leaves with whose they are: the hashes are bound by the root, the names only help to find. */
@Entity('record_blocks')
export class RecordBlockEntity {
  @PrimaryColumn('integer', { name: 'head_number' }) headNumber: number;
  @PrimaryColumn('integer') block: number;
  @Column('bytea') leaves: Buffer;
  @Column('bytea') root: Buffer;
}

/** The installation's own key for what it signs; an old one stays, so that what it signed can be checked for ever. */
@Entity('signing_keys')
export class SigningKeyEntity {
  @PrimaryColumn('text') id: string;
  @Column('text', { name: 'public_key' }) publicKey: string;
  @Column('text', { name: 'private_key_sealed' }) privateKeySealed: string;
  @Column('timestamptz', { name: 'valid_from' }) validFrom: Date;
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil: Date | null;
}

/** A receipt as it was signed when first asked for; the same bytes each time from then on. */
@Entity('receipts')
export class ReceiptEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: 'complaint';
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('text') receipt: string;
  @Column('text') signature: string;
  @Column('text', { name: 'key_id' }) keyId: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt: Date;
}

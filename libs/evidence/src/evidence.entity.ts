import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MatterKind, MatterParty } from './domain/linked-matter.js';

/** One content in the object store, however many files have it. */
@Entity('evidence_objects')
export class EvidenceObjectEntity {
  @PrimaryColumn('text') sha256: string;
  @Column('bigint') size: string;
  @Column('timestamptz', { name: 'touched_at' }) touchedAt: Date;
  @Column('timestamptz', { name: 'removing_at', nullable: true }) removingAt: Date | null;
}

/** One upload by one organization, which alone may use it as evidence. */
@Entity('files')
export class FileEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  /** The member, or null where a machine uploaded with `apiKeyId`. */
  @Column('uuid', { name: 'uploaded_by', nullable: true }) uploadedBy: string | null;
  @Column('uuid', { name: 'api_key_id', nullable: true }) apiKeyId: string | null;
  @Column('text') sha256: string;
  @Column('text', { name: 'media_type' }) mediaType: string;
  @Column('text') name: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** A file put before the parties of a matter: as proof of what, who of them reads it, and whether the user may get it. */
@Entity('file_links')
export class FileLinkEntity {
  @PrimaryColumn('uuid', { name: 'matter_id' }) matterId: string;
  @PrimaryColumn('uuid', { name: 'file_id' }) fileId: string;
  @Column('text', { name: 'matter_kind' }) matterKind: MatterKind;
  /** A kind of evidence, or `document`. */
  @Column('text') kind: string;
  @Column('boolean') forward: boolean;
  @Column('text', { array: true }) readers: MatterParty[];
  @Column('uuid', { name: 'linked_by_organization_id' }) linkedByOrganizationId: string;
  @Column('timestamptz', { name: 'linked_at' }) linkedAt: Date;
}

export const evidenceEntities = [EvidenceObjectEntity, FileEntity, FileLinkEntity];

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProofDocument } from './domain/proof-document.js';

/** 作品: what is protected, described and proved once in the vault of an organization, and referred to when filing. */
@Entity('works')
export class WorkEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') title: string;
  @Column('text', { name: 'normalised_title' }) normalisedTitle: string;
  @Column('text') category: string;
  @Column('jsonb') identifiers: Record<string, string>;
  @Column('text', { name: 'identifier_keys', array: true }) identifierKeys: string[];
  @Column('text', { name: 'registration_number', nullable: true }) registrationNumber: string | null;
  @Column('text', { name: 'original_urls', array: true }) originalUrls: string[];
  @Column('text', { array: true }) territories: string[];
  @Column('text', { name: 'holder_name', nullable: true }) holderName: string | null;
  @Column('jsonb') documents: ProofDocument[];
  @Column('text') state: 'active' | 'archived';
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}

/** 授权: an owner lets an agent act, for listed works or a catalogue. `expired` is no state here: it follows from the day. */
@Entity('authorizations')
export class AuthorizationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agent_organization_id' }) agentOrganizationId: string;
  @Column('text', { name: 'owner_name' }) ownerName: string;
  @Column('uuid', { name: 'owner_organization_id', nullable: true }) ownerOrganizationId: string | null;
  @Column('boolean', { name: 'covers_catalogue' }) coversCatalogue: boolean;
  @Column('text', { name: 'title_patterns', array: true }) titlePatterns: string[];
  @Column('text', { array: true }) rights: string[];
  @Column('text', { array: true }) territories: string[];
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_until', nullable: true }) validUntil: string | null;
  @Column('boolean', { name: 'allows_sublicence' }) allowsSublicence: boolean;
  @Column('uuid', { name: 'parent_authorization_id', nullable: true }) parentAuthorizationId: string | null;
  @Column('uuid', { name: 'grantor_organization_id', nullable: true }) grantorOrganizationId: string | null;
  @Column('jsonb') documents: ProofDocument[];
  @Column('text') state: string;
  @Column('timestamptz', { name: 'state_since' }) stateSince: Date;
  @Column('text', { name: 'state_reason', nullable: true }) stateReason: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt: Date | null;
  @Column('integer') version: number;
  @Column('timestamptz', { name: 'filed_at' }) filedAt: Date;
}

/** A work that an authorization lists, as it was when the authorization was filed. */
@Entity('authorization_works')
export class AuthorizationWorkEntity {
  @PrimaryColumn('uuid', { name: 'authorization_id' }) authorizationId: string;
  @PrimaryColumn('uuid', { name: 'work_id' }) workId: string;
  @Column('text') title: string;
  @Column('text', { name: 'normalised_title' }) normalisedTitle: string;
  @Column('text') category: string;
  @Column('text', { name: 'registration_number', nullable: true }) registrationNumber: string | null;
  @Column('text', { name: 'identifier_keys', array: true }) identifierKeys: string[];
}

/** That an agent was told how many days its authorization has left. */
@Entity('authorization_reminders')
export class AuthorizationReminderEntity {
  @PrimaryColumn('uuid', { name: 'authorization_id' }) authorizationId: string;
  @PrimaryColumn('smallint', { name: 'days_before' }) daysBefore: number;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeyMode } from './domain/api-key-text.js';
import type { Locale } from './domain/letter.js';
import type { MailKind } from './domain/mail-kinds.js';
import type { Profile } from './domain/profile.js';
import type { OrganizationKind, Role, Scope } from './domain/scopes.js';

/** A tenant. */
@Entity('organizations')
export class OrganizationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: OrganizationKind;
  @Column('text') name: string;
  @Column('text', { name: 'region_code', nullable: true }) regionCode: string | null;
  @Column('jsonb', { default: {} }) profile: Profile;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** The platform that is served by mail and has no members here. */
  @Column('uuid', { name: 'stands_in_for', nullable: true, unique: true }) standsInFor: string | null;
}

/** A person in an organization. One who was removed stays as the author of what they did, without their address. */
@Entity('members')
export class MemberEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') email: string;
  @Column('text') name: string;
  @Column('text') role: Role;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash: string | null;
  @Column('text', { default: 'zh' }) locale: Locale;
  @Column('timestamptz', { name: 'email_confirmed_at', nullable: true }) emailConfirmedAt: Date | null;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt: Date | null;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('text', { name: 'totp_secret', nullable: true }) totpSecret: string | null;
  @Column('timestamptz', { name: 'totp_confirmed_at', nullable: true }) totpConfirmedAt: Date | null;
  @Column('integer', { name: 'totp_last_step', nullable: true }) totpLastStep: number | null;
  @Column('text', { name: 'oidc_issuer', nullable: true }) oidcIssuer: string | null;
  @Column('text', { name: 'oidc_subject', nullable: true }) oidcSubject: string | null;
  /** Kinds of mail that this person does not want. */
  @Column('text', { name: 'mail_off', array: true, default: [] }) mailOff: MailKind[];
  /** The last day, in Beijing, for which their summary was written or found empty. */
  @Column('date', { name: 'digested_on', nullable: true }) digestedOn: string | null;
}

/** One of those that stand in for a lost device; the row goes when it is spent. */
@Entity('recovery_codes')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid', { name: 'member_id' }) memberId: string;
  @PrimaryColumn('text', { name: 'code_hash' }) codeHash: string;
}

/** A sign-in, by a browser that holds a cookie or by tokens and all the refreshes that came of it. */
@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text', { name: 'ended_because', nullable: true }) endedBecause: string | null;
  @Column('text', { name: 'secret_hash', nullable: true }) secretHash: string | null;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt: Date;
  @Column('text', { name: 'user_agent', nullable: true }) userAgent: string | null;
  @Column('text', { nullable: true }) address: string | null;
}

/** Used ones stay, so that their second use is noticed. */
@Entity('refresh_tokens')
export class RefreshTokenEntity {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash: string;
  @Column('uuid', { name: 'session_id' }) sessionId: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}

/** What a link in a letter opens, once. */
@Entity('mail_tokens')
export class MailTokenEntity {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash: string;
  @Column('text') purpose: 'confirm_email' | 'set_password';
  @Column('uuid', { name: 'member_id' }) memberId: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}

/** A machine credential of an organization. */
@Entity('api_keys')
export class ApiKeyEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') name: string;
  @Column('text') prefix: string;
  @Column('text', { name: 'key_hash' }) keyHash: string;
  @Column('text') mode: KeyMode;
  @Column('text', { array: true }) scopes: Scope[];
  @Column('text', { name: 'allowed_cidrs', array: true, default: [] }) allowedCidrs: string[];
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('uuid', { name: 'replaced_by', nullable: true }) replacedBy: string | null;
}

/** One request that was made with a key, for its owner; by days. */
@Entity('api_key_requests')
export class ApiKeyRequestEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('uuid', { name: 'api_key_id' }) apiKeyId: string;
  @Column('timestamptz') at: Date;
  @Column('text') method: string;
  @Column('text', { nullable: true }) route: string | null;
  @Column('text') path: string;
  @Column('smallint') status: number;
  @Column('text', { nullable: true }) code: string | null;
  @Column('integer', { name: 'duration_ms' }) durationMs: number;
  @Column('text', { name: 'request_id' }) requestId: string;
  @Column('text') address: string;
  @Column('text', { name: 'user_agent', nullable: true }) userAgent: string | null;
}

/** Who read personal data of a matter, and when. */
@Entity('access_log')
export class AccessLogEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('uuid', { name: 'member_id', nullable: true }) memberId: string | null;
  @Column('uuid', { name: 'api_key_id', nullable: true }) apiKeyId: string | null;
  @Column('text', { name: 'subject_kind' }) subjectKind: string;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('timestamptz') at: Date;
}

/** Counters of sign-in limits; the columns are the limiter's own. */
@Entity('sign_in_limits')
export class SignInLimitEntity {
  @PrimaryColumn('varchar', { length: 255 }) key: string;
  @Column('integer', { default: 0 }) points: number;
  @Column('bigint', { nullable: true }) expire: string | null;
}

export const identityEntities = [
  OrganizationEntity,
  MemberEntity,
  RecoveryCodeEntity,
  SessionEntity,
  RefreshTokenEntity,
  MailTokenEntity,
  ApiKeyEntity,
  ApiKeyRequestEntity,
  AccessLogEntity,
  SignInLimitEntity,
];

import { ApiProperty } from '@nestjs/swagger';
import type { ApiKeyRow, KeyMode, Locale, MemberRow, OrganizationKind, OrganizationRow } from '#identity';
import {
  accessTokenSeconds,
  keyModes,
  locales,
  organizationKinds,
  type Role,
  roles,
  type Scope,
  scopes,
} from '#identity';
import type { Profile } from '#identity';
import { instant } from '#kernel';

const id = { type: String, format: 'uuid' } as const;
const at = { type: String, format: 'date-time' } as const;

export class TokensView {
  @ApiProperty({ type: String, description: 'Send as Authorization: Bearer …' }) accessToken: string;
  @ApiProperty({ type: Number, description: 'Seconds', example: accessTokenSeconds }) expiresIn: number;
  @ApiProperty({ type: String, description: 'Good for one exchange; a second use ends the session.' })
  refreshToken: string;
}

export class RegisteredView {
  @ApiProperty({ type: String, enum: ['confirmation_sent'] }) status: 'confirmation_sent';
}

export class MemberView {
  @ApiProperty(id) id: string;
  @ApiProperty({ type: String, format: 'email' }) email: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ enum: roles }) role: Role;
  @ApiProperty({ enum: locales }) locale: Locale;
  @ApiProperty({ type: Boolean }) isEmailConfirmed: boolean;
  @ApiProperty({ type: Boolean }) isDisabled: boolean;
  @ApiProperty({ type: Boolean, description: 'Whether signing in takes a second factor.' }) hasTotp: boolean;
  @ApiProperty(at) createdAt: string;
}

export function memberView(row: MemberRow): MemberView {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    locale: row.locale,
    isEmailConfirmed: row.is_email_confirmed,
    isDisabled: row.is_disabled,
    hasTotp: row.has_totp,
    createdAt: instant(row.created_at),
  };
}

export class OrganizationView {
  @ApiProperty(id) id: string;
  @ApiProperty({ enum: organizationKinds }) kind: OrganizationKind;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String, nullable: true }) regionCode: string | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) profile: Profile;
  @ApiProperty(at) createdAt: string;
}

export function organizationView(row: OrganizationRow): OrganizationView {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    regionCode: row.region_code,
    profile: row.profile,
    createdAt: instant(row.created_at),
  };
}

export class CreatedOrganizationView extends OrganizationView {
  @ApiProperty({ type: MemberView }) owner: MemberView;
}

export class ApiKeyView {
  @ApiProperty(id) id: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String, description: 'The beginning of the key, to tell keys apart.' }) prefix: string;
  @ApiProperty({ enum: keyModes }) mode: KeyMode;
  @ApiProperty({ enum: scopes, isArray: true }) scopes: Scope[];
  @ApiProperty({ type: [String] }) allowedCidrs: string[];
  @ApiProperty({ enum: ['active', 'expired', 'revoked'] }) state: 'active' | 'expired' | 'revoked';
  @ApiProperty(id) createdBy: string;
  @ApiProperty(at) createdAt: string;
  @ApiProperty({ ...at, nullable: true }) expiresAt: string | null;
  @ApiProperty({ ...at, nullable: true, description: 'To the minute.' }) lastUsedAt: string | null;
  @ApiProperty({ ...id, nullable: true, description: 'The successor of a rolled key.' }) replacedBy: string | null;
}

export function apiKeyView(row: ApiKeyRow): ApiKeyView {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    mode: row.mode,
    scopes: row.scopes,
    allowedCidrs: row.allowed_cidrs,
    state: row.revoked_at ? 'revoked' : row.expires_at && row.expires_at <= new Date() ? 'expired' : 'active',
    createdBy: row.created_by,
    createdAt: instant(row.created_at),
    expiresAt: instant(row.expires_at),
    lastUsedAt: instant(row.last_used_at),
    replacedBy: row.replaced_by,
  };
}

export class NewApiKeyView extends ApiKeyView {
  @ApiProperty({ type: String, description: 'The key itself: shown in this answer and never again.' }) key: string;
}

export class MemberPage {
  @ApiProperty({ type: [MemberView] }) data: MemberView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class OrganizationPage {
  @ApiProperty({ type: [OrganizationView] }) data: OrganizationView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class ApiKeyPage {
  @ApiProperty({ type: [ApiKeyView] }) data: ApiKeyView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

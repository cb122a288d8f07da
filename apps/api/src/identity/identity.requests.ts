import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { keyModes, keyOverlapHours, locales, longestAllowList, longestEmail, normaliseEmail } from '#identity';
import { type KeyMode, type Locale, organizationKinds, passwordLength, type Role, roles, scopes } from '#identity';
import type { OrganizationKind, Scope } from '#identity';
import { Transform } from 'class-transformer';
import { IsEmail, MaxLength } from 'class-validator';
import { Flag, Instant, Nested, OneOf, Text, Texts, Whole } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

/** An e-mail address, taken in its one spelling: trimmed and in lower case. */
const Email = () =>
  applyDecorators(
    ApiProperty({ type: String, format: 'email', maxLength: longestEmail, example: 'rights@demo.test' }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? normaliseEmail(value) : value)),
    MaxLength(longestEmail),
    IsEmail(),
  );

const Password = () => Text({ ...passwordLength, description: 'A sentence is easier to keep than a riddle.' });
const PersonName = () => Text({ max: 100, example: '张三' });
const OrganizationName = () => Text({ max: 200, example: '某某影业有限公司' });
const LetterToken = () => Text({ max: 100, description: 'From the letter; opens once.' });
const PreferredLocale = () => OneOf(locales, { optional: true, description: 'Language of letters; zh when left out.' });

export class LoginRequest {
  @Email() email: string;
  @Text({ max: passwordLength.max }) password: string;
  @Text({
    optional: true,
    max: 40,
    description: 'Asked only of members with a second factor; not looked at otherwise. A recovery code opens once.',
  })
  otp?: string;
}

const ShownPassword = () => Text({ max: passwordLength.max, description: 'The password as it is, once more.' });
const Otp = () => Text({ max: 40, example: '123456' });

export class BeginTotpRequest {
  @ShownPassword() password: string;
}

export class ConfirmTotpRequest {
  @Otp() otp: string;
}

export class EndTotpRequest {
  @ShownPassword() password: string;
  @Otp() otp: string;
}

export class ChangePasswordRequest {
  @ShownPassword() current: string;
  @Password() next: string;
}

export class RefreshRequest {
  @Text({ max: 100 }) refreshToken: string;
}

export class RegisterRequest {
  @OneOf(['rights_holder', 'agent']) kind: 'rights_holder' | 'agent';
  @OrganizationName() organizationName: string;
  @PersonName() name: string;
  @Email() email: string;
  @Password() password: string;
  @PreferredLocale() locale?: Locale;
}

export class ConfirmationRequest {
  @LetterToken() token: string;
}

export class PasswordRequest {
  @LetterToken() token: string;
  @Password() password: string;
}

const ProfileText = (max: number) => Text({ optional: true, nullable: true, max });

/** What stands in for the complainant where a complaint names none. Null empties a field. */
export class ProfileRequest {
  @ProfileText(200) name?: string | null;
  @ProfileText(50) idType?: string | null;
  @ProfileText(100) idNumber?: string | null;
  @ProfileText(100) legalRepresentative?: string | null;
  @ProfileText(100) contact?: string | null;
  @ProfileText(longestEmail) email?: string | null;
  @ProfileText(50) phone?: string | null;
  @ProfileText(50) mobile?: string | null;
  @ProfileText(50) fax?: string | null;
  @ProfileText(500) address?: string | null;
  @ProfileText(20) postcode?: string | null;
}

export class AmendOrganizationRequest {
  @Text({ optional: true, max: 200 }) name?: string;
  @Nested(() => ProfileRequest, { optional: true }) profile?: ProfileRequest;
}

class FirstOwnerRequest {
  @Email() email: string;
  @PersonName() name: string;
  @PreferredLocale() locale?: Locale;
}

export class CreateOrganizationRequest {
  @OneOf(organizationKinds) kind: OrganizationKind;
  @OrganizationName() name: string;
  @Text({ optional: true, max: 6, pattern: /^\d{6}$/, example: '110000' }) regionCode?: string;
  @Nested(() => FirstOwnerRequest) owner: FirstOwnerRequest;
}

export class OrganizationsQuery extends PageQuery {
  @OneOf(organizationKinds, { optional: true }) kind?: OrganizationKind;
}

export class InviteMemberRequest {
  @Email() email: string;
  @PersonName() name: string;
  @OneOf(roles) role: Role;
  @PreferredLocale() locale?: Locale;
}

export class AmendMemberRequest {
  @Text({ optional: true, max: 100 }) name?: string;
  @OneOf(roles, { optional: true }) role?: Role;
  @Flag({ optional: true, description: 'A disabled member is out at once and may be let in again.' })
  isDisabled?: boolean;
}

export class CreateApiKeyRequest {
  @Text({ max: 100, example: '法务系统' }) name: string;
  @Texts({ max: 40, minItems: 1, maxItems: scopes.length, oneOf: scopes }) scopes: Scope[];
  @OneOf(keyModes, { optional: true, description: 'The mode of this installation when left out.' }) mode?: KeyMode;
  @Instant({ optional: true }) expiresAt?: string;
  @Texts({
    optional: true,
    max: 60,
    maxItems: longestAllowList,
    description: 'Networks or single addresses from which the key may be used; all when left out.',
    example: ['203.0.113.0/24'],
  })
  allowedCidrs?: string[];
}

export class RollApiKeyRequest {
  @Whole({ optional: true, min: 0, max: keyOverlapHours.max, description: '24 when left out.' })
  overlapHours?: number;
}

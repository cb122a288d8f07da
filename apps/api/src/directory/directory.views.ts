import { ApiProperty } from '@nestjs/swagger';
import { hasCreditCodeChecksum, type PlatformEntry, type RegulatorEntry } from '#directory';
import type { Caller } from '#identity';
import { instant } from '#kernel';

/** What everybody signed in may know of a platform; operators and the platform itself also see how it is reached. */
export class PlatformView {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) slug: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String }) serviceType: string;
  @ApiProperty({ type: String }) regime: string;
  @ApiProperty({ type: String }) regionCode: string;
  @ApiProperty({ type: [String] }) hosts: string[];
  @ApiProperty({ type: [String] }) appIds: string[];
  @ApiProperty({ type: String, nullable: true }) creditCode: string | null;
  @ApiProperty({ type: String, nullable: true }) icpNumber: string | null;
  @ApiProperty({ type: String, nullable: true }) timeZone: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) joinedAt: string | null;
  @ApiProperty({ type: String, nullable: true, required: false }) contactEmail?: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false }) organizationId?: string | null;
  @ApiProperty({ type: String, format: 'date-time', required: false }) createdAt?: string;
  @ApiProperty({ type: String, format: 'date-time', required: false }) updatedAt?: string;
  @ApiProperty({ type: [String], required: false, description: 'What is accepted but looks wrong.' })
  warnings?: string[];
}

export function platformView(platform: PlatformEntry, caller: Caller): PlatformView {
  const { contactEmail, organizationId, joinedAt, createdAt, updatedAt, ...known } = platform;
  const view = { ...known, joinedAt: instant(joinedAt) };
  const seesIntake = caller.organizationKind === 'operator' || caller.organizationId === organizationId;
  if (!seesIntake) return view;
  const isOdd = known.creditCode !== null && !hasCreditCodeChecksum(known.creditCode);
  return {
    ...view,
    contactEmail,
    organizationId,
    createdAt: instant(createdAt),
    updatedAt: instant(updatedAt),
    warnings: isOdd ? ['credit_code_checksum'] : [],
  };
}

export class OrganizationReference {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) name: string;
}

export class RegulatorView {
  @ApiProperty({ type: String }) regionCode: string;
  @ApiProperty({ type: String }) regionName: string;
  @ApiProperty({ type: String }) copyrightAuthority: string;
  @ApiProperty({ type: String }) telecomAuthority: string;
  @ApiProperty({ type: OrganizationReference, nullable: true }) organization: OrganizationReference | null;
}

export function regulatorView({ organizationId, organizationName, ...region }: RegulatorEntry): RegulatorView {
  const organization = organizationId === null ? null : { id: organizationId, name: organizationName ?? '' };
  return { ...region, organization };
}

export class RegionView {
  @ApiProperty({ type: String }) code: string;
  @ApiProperty({ type: String }) name: string;
}

export function regionView({ regionCode, regionName }: RegulatorEntry): RegionView {
  return { code: regionCode, name: regionName };
}

export class PlatformPage {
  @ApiProperty({ type: [PlatformView] }) data: PlatformView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class RegulatorPage {
  @ApiProperty({ type: [RegulatorView] }) data: RegulatorView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class RegionPage {
  @ApiProperty({ type: [RegionView] }) data: RegionView[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

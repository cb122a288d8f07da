import { type RegimeId, regimeIds, type ServiceType, serviceTypes } from '#law';
import { MAX_PASTED_CHARACTERS } from '#targets';
import { Instant, OneOf, Text, Texts, Uuid } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const notBlank = /\S/;
const slug = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const region = /^\d{6}$/;
const email = /^[^\s@<>"]+@[^\s@<>"]+$/;

const hosts = { max: 512, maxItems: 200, description: 'Host suffixes that it answers for; replaced as a whole.' };
const appIds = { max: 200, maxItems: 100, description: 'Package names, store ids, link schemes; replaced as a whole.' };
const emptiable = { optional: true, nullable: true };
const creditCode = { ...emptiable, max: 40, description: '统一社会信用代码' };
const icpNumber = {
  ...emptiable,
  max: 60,
  description: 'ICP 备案号 or telecom licence',
  example: '京ICP备10046444号-9',
};
const regionCode = { max: 6, pattern: region, description: 'GB/T 2260', example: '110000' };
const contactEmail = { ...emptiable, max: 254, pattern: email };
const timeZone = {
  ...emptiable,
  max: 64,
  description: 'IANA name: where the days of US law (us.*) end for it; New York when left out.',
  example: 'America/Los_Angeles',
};
const organizationId = { ...emptiable, description: 'The platform organization that answers for it here.' };
const joinedAt = { ...emptiable, description: 'Since when its inbox here is the designated system.' };

export class RegisterPlatformRequest {
  @Text({ optional: true, max: 64, pattern: slug, description: 'Made from the first host when left out.' })
  slug?: string;

  @Text({ max: 200, pattern: notBlank, example: '百度网盘' }) name: string;
  @OneOf(serviceTypes) serviceType: ServiceType;
  @OneOf(regimeIds) regime: RegimeId;
  @Texts(hosts) hosts: string[];
  @Texts({ ...appIds, optional: true }) appIds?: string[];
  @Text(creditCode) creditCode?: string | null;
  @Text(icpNumber) icpNumber?: string | null;
  @Text(regionCode) regionCode: string;
  @Text(contactEmail) contactEmail?: string | null;
  @Text(timeZone) timeZone?: string | null;
  @Uuid(organizationId) organizationId?: string | null;
  @Instant(joinedAt) joinedAt?: string | null;
}

/** What is left out stays; null takes an optional entry away. */
export class AmendPlatformRequest {
  @Text({ optional: true, max: 200, pattern: notBlank }) name?: string;
  @OneOf(serviceTypes, { optional: true }) serviceType?: ServiceType;
  @OneOf(regimeIds, { optional: true }) regime?: RegimeId;
  @Texts({ ...hosts, optional: true }) hosts?: string[];
  @Texts({ ...appIds, optional: true }) appIds?: string[];
  @Text(creditCode) creditCode?: string | null;
  @Text(icpNumber) icpNumber?: string | null;
  @Text({ ...regionCode, optional: true }) regionCode?: string;
  @Text(contactEmail) contactEmail?: string | null;
  @Text(timeZone) timeZone?: string | null;
  @Uuid(organizationId) organizationId?: string | null;
  @Instant(joinedAt) joinedAt?: string | null;
}

export class ListPlatformsQuery extends PageQuery {
  @Text({ optional: true, max: 200, description: 'Part of the name, the slug or a host.' }) q?: string;
  @OneOf(serviceTypes, { optional: true }) serviceType?: string;
  @OneOf(regimeIds, { optional: true }) regime?: string;
  @Text({ ...regionCode, optional: true }) regionCode?: string;
  @OneOf(['true', 'false'], { optional: true, description: 'Whether it has an inbox here.' }) joined?: 'true' | 'false';
}

export class AppointRegulatorRequest {
  @Text(regionCode) regionCode: string;
  @Uuid({ description: 'An organization of kind regulator.' }) organizationId: string;
}

export class ResolveQuery {
  @Text({ max: MAX_PASTED_CHARACTERS, description: 'A pasted text; a long one goes by POST.' }) target: string;
}

export class ResolveRequest {
  @Texts({ max: MAX_PASTED_CHARACTERS, maxItems: 500, minItems: 1, description: 'Pasted texts, as they are.' })
  texts: string[];
}

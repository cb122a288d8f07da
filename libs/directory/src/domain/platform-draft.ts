import type { FieldError } from '#kernel';
import { parse } from 'tldts';
import { normalizeCreditCode, normalizeIcpNumber } from './identifiers.js';
import type { PlatformRegime, PlatformServiceType } from './classification.js';

/** What an operator says of a platform. Hosts come normalised, each spelled as addresses are read. */
export interface PlatformDraft {
  name: string;
  serviceType: PlatformServiceType;
  regime: PlatformRegime;
  hosts: readonly string[];
  appIds: readonly string[];
  regionCode: string;
  creditCode: string | null;
  icpNumber: string | null;
  contactEmail: string | null;
  /** IANA name; null: New York, for the clocks of US law alone. */
  timeZone: string | null;
  organizationId: string | null;
  joinedAt: Date | null;
}

/** What can be told of a draft without asking the database: every fault with its pointer. */
export function draftFaults(draft: PlatformDraft, now: Date): FieldError[] {
  const faults: FieldError[] = [];
  const fault = (pointer: string, code: string, detail: string) => faults.push({ pointer, code, detail });
  draft.hosts.forEach((host, i) => {
    if (isPublicSuffix(host, draft.serviceType)) {
      fault(`#/hosts/${i}`, 'public_suffix', `Everyone registers names under ${host}; give the platform's own host.`);
    }
  });
  draft.appIds.forEach((appId, i) => {
    if (!/^\S+$/.test(appId.trim()))
      fault(`#/appIds/${i}`, 'bad_format', 'Give a package name, store id or link scheme.');
  });
  if (draft.creditCode !== null && normalizeCreditCode(draft.creditCode) === null) {
    fault('#/creditCode', 'bad_format', 'Give the 18 digits and letters of the 统一社会信用代码 (no I, O, S, V, Z).');
  }
  if (draft.icpNumber !== null && normalizeIcpNumber(draft.icpNumber) === null) {
    fault('#/icpNumber', 'bad_format', 'Write it like 京ICP备10046444号-9 or 粤B2-20090059.');
  }
  if (draft.joinedAt !== null && draft.organizationId === null) {
    fault('#/joinedAt', 'needs_organization', 'A platform joins through an organization: give organizationId too.');
  }
  if (draft.joinedAt !== null && draft.joinedAt > now) {
    fault('#/joinedAt', 'in_future', 'Give the instant at which the platform joined, not later than now.');
  }
  return faults;
}

/** The draft in the spellings that are stored. */
export function spelled(draft: PlatformDraft): PlatformDraft {
  return {
    ...draft,
    name: draft.name.trim(),
    hosts: [...new Set(draft.hosts)].sort(),
    appIds: [...new Set(draft.appIds.map((id) => id.trim()))],
    creditCode: draft.creditCode && normalizeCreditCode(draft.creditCode),
    icpNumber: draft.icpNumber && normalizeIcpNumber(draft.icpNumber),
    contactEmail: draft.contactEmail?.trim() || null,
  };
}

/**
 * Whether unrelated parties register names right below this host (`com.cn`, `github.io`), so that it names nobody. Only
 * a hosting provider answers for what its own customers put below such a name of its own.
 */
function isPublicSuffix(host: string, serviceType: PlatformServiceType): boolean {
  const allowPrivateDomains = serviceType !== 'cloud_cdn';
  const { isIp, publicSuffix } = parse(host, { extractHostname: false, allowPrivateDomains });
  return !isIp && publicSuffix === host;
}

/** A slug from the first host's own name (`pan.baidu.com` → `baidu`), for who gives none. */
export function slugFrom(hosts: readonly string[]): string {
  const { domainWithoutSuffix } = parse(hosts[0] ?? '', { extractHostname: false });
  const slug = (domainWithoutSuffix ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^-+|-+$/g, '');
  return slug.slice(0, 48) || 'platform';
}

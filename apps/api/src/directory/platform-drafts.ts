import type { PlatformDraft } from '#directory';
import { type FieldError, Problem } from '#kernel';
import { isTimeZone } from '#law';
import { normalizeHost } from '#targets';
import { instantOf } from '../http/instant-of.js';
import type { AmendPlatformRequest, RegisterPlatformRequest } from './directory.requests.js';

/** A new platform as the directory takes it; what was left out is empty. */
export function draftOf(body: RegisterPlatformRequest): PlatformDraft & { slug: string | null } {
  return {
    slug: body.slug ?? null,
    name: body.name,
    serviceType: body.serviceType,
    regime: body.regime,
    hosts: normalizedHosts(body.hosts),
    appIds: body.appIds ?? [],
    regionCode: body.regionCode,
    creditCode: body.creditCode ?? null,
    icpNumber: body.icpNumber ?? null,
    contactEmail: body.contactEmail ?? null,
    timeZone: knownZone(body.timeZone) ?? null,
    organizationId: body.organizationId ?? null,
    joinedAt: joinedAtOf(body.joinedAt ?? null),
  };
}

/** Only what the body names; null takes away what a platform can be without. */
export function changesOf(body: AmendPlatformRequest): Partial<PlatformDraft> {
  knownZone(body.timeZone);
  const { hosts, joinedAt, ...rest } = body;
  return {
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as typeof rest),
    ...(hosts === undefined ? {} : { hosts: normalizedHosts(hosts) }),
    ...(joinedAt === undefined ? {} : { joinedAt: joinedAtOf(joinedAt) }),
  };
}

/** Hosts are stored in the spelling in which addresses are read, or the two would never meet. */
function normalizedHosts(hosts: readonly string[]): string[] {
  const names = hosts.map(normalizeHost);
  refuse(
    names.flatMap((name, i) =>
      name === null
        ? [{ pointer: `#/hosts/${i}`, code: 'bad_host', detail: 'Give a host alone, e.g. pan.baidu.com, no path.' }]
        : [],
    ),
  );
  return names.filter((name) => name !== null);
}

function knownZone(zone: string | null | undefined): string | null | undefined {
  if (zone && !isTimeZone(zone)) {
    const detail = 'Give an IANA name, e.g. America/Los_Angeles.';
    refuse([{ pointer: '#/timeZone', code: 'unknown_zone', detail }]);
  }
  return zone;
}

function joinedAtOf(text: string | null): Date | null {
  return text === null ? null : instantOf(text, '#/joinedAt');
}

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
}

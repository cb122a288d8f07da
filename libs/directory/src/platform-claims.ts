import type { Tx } from '#database';
import { type FieldError, Problem } from '#kernel';
import type { PlatformDraft } from './domain/platform-draft.js';

/** The region must exist and the organization be a platform's: 422 with a pointer each, together with the faults found before. */
export async function assertReferences(tx: Tx, draft: PlatformDraft, faults: FieldError[]): Promise<void> {
  const [found] = await tx.query<Array<{ region: boolean; kind: string | null }>>(
    `select exists (select from regions where code = $1) as region,
       (select kind from organizations where id = $2 and stands_in_for is null) as kind`,
    [draft.regionCode, draft.organizationId],
  );
  const errors = [...faults];
  if (!found!.region) {
    const detail = 'There is no such region; GET /v1/regions lists them.';
    errors.push({ pointer: '#/regionCode', code: 'unknown_region', detail });
  }
  if (draft.organizationId !== null && found!.kind !== 'platform') {
    const detail = found!.kind ? 'This organization is not a platform.' : 'There is no such organization.';
    errors.push({ pointer: '#/organizationId', code: 'not_a_platform_organization', detail });
  }
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
}

/**
 * Makes `stored.hosts` the platform's hosts. A host or app id answers for one platform only: 409 with the other's id.
 * Called after the platform's own row was written: that raised the directory's version, whose row lock keeps every other
 * writer waiting, so nobody can claim the same in between.
 */
export async function claimAddresses(tx: Tx, platformId: string, given: PlatformDraft, stored: PlatformDraft) {
  await tx.query('delete from platform_hosts where platform_id = $1 and host <> all($2)', [platformId, stored.hosts]);
  await tx.query(
    `insert into platform_hosts (host, platform_id) select host, $1 from unnest($2::text[]) host on conflict do nothing`,
    [platformId, stored.hosts],
  );
  const taken = await tx.query<Array<{ kind: 'hosts' | 'appIds'; value: string; id: string; name: string }>>(
    `select 'hosts' as kind, h.host as value, p.id, p.name from platform_hosts h join platforms p on p.id = h.platform_id
       where h.host = any($2) and h.platform_id <> $1
     union all
     select 'appIds', lower(a), p.id, p.name from platforms p, unnest(p.app_ids) a
       where lower(a) = any($3) and p.id <> $1
     limit 50`,
    [platformId, stored.hosts, stored.appIds.map((appId) => appId.toLowerCase())],
  );
  const [first] = taken;
  if (!first) return;
  throw new Problem('already_exists', {
    detail: `${first.value} is registered for ${first.name}.`,
    errors: taken.map(({ kind, value, name }) => ({
      pointer: `#/${kind}/${given[kind].findIndex((entry) => entry.trim().toLowerCase() === value)}`,
      code: kind === 'hosts' ? 'host_taken' : 'app_id_taken',
      detail: `${value} is registered for ${name}; take it from there first, or give a longer host.`,
    })),
    extra: { platformId: first.id },
  });
}

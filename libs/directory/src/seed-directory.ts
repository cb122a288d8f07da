import type { Tx } from '#database';
import { newId } from '#kernel';
import type { PlatformRow, RegionRow } from './directory-files.js';

/**
 * Brings the starting directory into the database, as often as one likes: what is there already stays as operators have
 * made it, only what is missing is added. Two statements whatever the number of rows.
 */
export async function seedDirectory(
  tx: Tx,
  now: Date,
  platforms: readonly PlatformRow[],
  regions: readonly RegionRow[],
): Promise<void> {
  await tx.query(
    `insert into regions (code, name, copyright_authority, telecom_authority)
     select code, name, "copyrightAuthority", "telecomAuthority"
     from jsonb_to_recordset($1) as r(code text, name text, "copyrightAuthority" text, "telecomAuthority" text)
     on conflict (code) do nothing`,
    [JSON.stringify(regions)],
  );
  await tx.query(
    `with row as (
       select * from jsonb_to_recordset($1) as p(id uuid, slug text, name text, "serviceType" text, regime text,
                                                 "regionCode" text, hosts text[])
     ), added as (
       insert into platforms (id, slug, name, service_type, regime, region_code, created_at, updated_at)
       select id, slug, name, "serviceType", regime, "regionCode", $2, $2 from row
       on conflict (slug) do nothing
       returning id
     )
     insert into platform_hosts (host, platform_id)
     select unnest(row.hosts), row.id from row join added on added.id = row.id
     on conflict (host) do nothing`,
    [JSON.stringify(platforms.map((platform) => ({ ...platform, id: newId() }))), now],
  );
}

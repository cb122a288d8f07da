import type { Tx } from '#database';
import { DataSource } from 'typeorm';
import { type DirectorySnapshot, type PlatformRecord, type RegionRecord, snapshotOf } from './domain/snapshot.js';

interface Loaded {
  snapshot: DirectorySnapshot;
  /** False where the reading transaction may have seen changes of its own that nobody else can see yet. */
  isShareable: boolean;
}

interface Copy {
  snapshot?: DirectorySnapshot;
  loading?: Promise<Loaded>;
}

/** One copy per database of the process. */
const copies = new WeakMap<DataSource, Copy>();

/**
 * The directory as the caller's transaction sees it. One cheap statement while nothing changed; after a change, by
 * whatever process, one more that reads it whole, shared by all who ask meanwhile.
 */
export async function directorySnapshot(db: Tx | DataSource): Promise<DirectorySnapshot> {
  const copy = copyOf(db);
  const [row] = await db.query<Array<{ version: string }>>('select version from directory_version');
  const version = BigInt(row!.version);
  if (copy.snapshot?.version === version) return copy.snapshot;
  // Waiting for another transaction's reading is safe: it holds its connection already and takes no lock.
  const other = await copy.loading?.catch(() => undefined);
  if (other?.isShareable && other.snapshot.version >= version) return other.snapshot;
  return (await (copy.loading ? load(db) : loadForAll(db, copy))).snapshot;
}

function copyOf(db: Tx | DataSource): Copy {
  const dataSource = db instanceof DataSource ? db : db.dataSource;
  let copy = copies.get(dataSource);
  if (!copy) copies.set(dataSource, (copy = {}));
  return copy;
}

async function loadForAll(db: Tx | DataSource, copy: Copy): Promise<Loaded> {
  copy.loading = load(db);
  try {
    const loaded = await copy.loading;
    if (loaded.isShareable) copy.snapshot = loaded.snapshot;
    return loaded;
  } finally {
    delete copy.loading;
  }
}

interface LoadedRow {
  version: string;
  shareable: boolean;
  platforms: Array<Omit<PlatformRecord, 'joinedAt'> & { joinedAt: string | null }>;
  regions: RegionRecord[];
}

async function load(db: Tx | DataSource): Promise<Loaded> {
  // One statement, so that version and content belong together. What the transaction itself may have written (the
  // version is not older than its own number) must not reach others: it can still be rolled back.
  const [row] = await db.query<LoadedRow[]>(`
    select v.version, coalesce(age(v.xmin) > age(pg_current_xact_id_if_assigned()::xid), true) as shareable,
      (select coalesce(jsonb_agg(jsonb_build_object(
          'id', p.id, 'slug', p.slug, 'name', p.name, 'serviceType', p.service_type, 'regime', p.regime,
          'regionCode', p.region_code, 'organizationId', p.organization_id, 'joinedAt', p.joined_at,
          'contactEmail', p.contact_email, 'timeZone', p.time_zone, 'hosts', coalesce(h.hosts, '[]'), 'appIds', p.app_ids) order by p.slug), '[]')
        from platforms p
        left join (select platform_id, jsonb_agg(host order by host) as hosts from platform_hosts group by 1) h
          on h.platform_id = p.id) as platforms,
      (select coalesce(jsonb_agg(jsonb_build_object(
          'code', r.code, 'name', r.name, 'copyrightAuthority', r.copyright_authority,
          'telecomAuthority', r.telecom_authority, 'regulatorOrganizationId', r.regulator_organization_id)), '[]')
        from regions r) as regions
    from directory_version v`);
  const { version, shareable, platforms, regions } = row!;
  const records = platforms.map((p) => ({ ...p, joinedAt: p.joinedAt === null ? null : new Date(p.joinedAt) }));
  return { snapshot: snapshotOf(BigInt(version), records, regions), isShareable: shareable };
}

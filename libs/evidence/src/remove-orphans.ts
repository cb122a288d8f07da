import type { DataSource } from 'typeorm';
import type { ObjectStore } from './object-store.js';

const atOnce = 200;

/**
 * Removes contents that no file has and that nobody uploaded for a day: of uploads that broke off before their row was
 * written, and of files that were removed. Each is marked first, so that an upload of the same content waits; what a
 * killed process had marked is taken up again, as what was left when `goesOn` said no. Real time.
 * @returns how many were removed
 */
export async function removeOrphans(
  database: DataSource,
  store: ObjectStore,
  goesOn: () => boolean = () => true,
): Promise<number> {
  const [marked] = await database.query<[Array<{ sha256: string }>, number]>(
    `update evidence_objects set removing_at = clock_timestamp()
     where sha256 in (
       select o.sha256 from evidence_objects o
       where o.touched_at < clock_timestamp() - interval '1 day'
         and not exists (select from files f where f.sha256 = o.sha256)
       order by o.touched_at limit ${atOnce} for update skip locked
     )
     returning sha256`,
  );
  let removed = 0;
  for (const { sha256 } of marked) {
    if (!goesOn()) break;
    await store.remove(sha256);
    await database.query('delete from evidence_objects where sha256 = $1', [sha256]);
    removed++;
  }
  return removed;
}

import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOfSecret } from '#identity';
import type { DataSource } from 'typeorm';
import { demoPeople } from './demo-people.js';
import { mintDemoKeys } from './seed-demo.js';

/**
 * The demo keys, by e-mail. The database keeps hashes only, so the sandbox keeps the keys themselves beside it
 * (`demo-keys.json`, readable by its owner alone) to show them again at the next start; keys that the database does not
 * know any more are minted anew.
 */
export async function demoKeys(database: DataSource, dataFolder: string): Promise<Record<string, string>> {
  const path = join(dataFolder, 'demo-keys.json');
  const kept = await readKeys(path);
  if (kept && (await areKnown(database, Object.values(kept)))) return kept;
  const keys = await mintDemoKeys(database);
  await writeFile(`${path}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return keys;
}

async function readKeys(path: string): Promise<Record<string, string> | null> {
  try {
    const keys = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>;
    return demoPeople.every(({ email }) => typeof keys[email] === 'string') ? keys : null;
  } catch {
    return null; // none yet, or spoilt: they are minted anew
  }
}

async function areKnown(database: DataSource, keys: readonly string[]): Promise<boolean> {
  const [row] = await database.query<Array<{ known: number }>>(
    'select count(*)::int as known from api_keys where key_hash = any($1) and revoked_at is null',
    [keys.map(hashOfSecret)],
  );
  return row!.known === keys.length;
}

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openClusterHome, readPassword } from './cluster-home.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { isServerOf, readPidFile } from './postmaster.js';

/**
 * The database that a program beside the application works on: DATABASE_URL, else the one of the data folder: the server
 * that runs there, or one started for as long as the program needs it.
 */
export async function openDatabase(
  environment: NodeJS.ProcessEnv,
): Promise<{ url: string; close: () => Promise<void> }> {
  const url = environment['DATABASE_URL'];
  if (url) return { url, close: async () => undefined };
  const dataFolder = resolve(environment['DATA_DIR'] ?? './data');
  const home = await openClusterHome(dataFolder);
  const running = await readPidFile(home.cluster);
  if (running?.ready && (await isServerOf(home.cluster, running.pid))) {
    const port = (await readFile(join(home.cluster, 'postmaster.pid'), 'utf8')).split('\n')[3]!.trim();
    const password = await readPassword(home.folder);
    return { url: `postgres://tongshan:${password}@127.0.0.1:${port}/tongshan`, close: async () => undefined };
  }
  const postgres = await startEmbeddedPostgres({ dataFolder });
  return { url: postgres.url, close: () => postgres.stop() };
}

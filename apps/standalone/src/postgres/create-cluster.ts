import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import type { ClusterHome } from './cluster-home.js';
import { PostgresStartError, startError } from './postgres-start-error.js';
import { runProgram } from './run-program.js';

export const SUPERUSER = 'postgres';

/** Gives a cluster that was copied or unpacked by root to PostgreSQL's user. */
async function giveTo(path: string, uid: number, gid: number): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), uid, gid);
  }
  await chown(path, uid, gid);
}

async function checkExisting(home: ClusterHome, major: string): Promise<void> {
  const found = (await readFile(join(home.cluster, 'PG_VERSION'), 'utf8')).trim();
  if (found !== major) {
    throw new PostgresStartError(
      `${home.cluster} was made by PostgreSQL ${found}, and this is PostgreSQL ${major}: move the data over with ` +
        `pg_dump and pg_restore (or pg_upgrade), run PostgreSQL ${found} yourself and set DATABASE_URL, or set another DATA_DIR.`,
    );
  }
  const { uid } = await stat(home.cluster);
  if (home.user && uid !== home.user.uid) await giveTo(home.cluster, home.user.uid, home.user.gid);
}

/**
 * Makes the cluster unless it exists. It is made beside its place and moved there when complete, so that one that was
 * interrupted is never taken for a cluster. Text sorts by code point and has Unicode's upper and lower case, on every system.
 * @param durable false in tests: nothing is flushed to the disk
 */
export async function createCluster(home: ClusterHome, binaries: Binaries, password: string, durable: boolean) {
  const doing = `make its cluster in ${home.folder}`;
  const draft = join(home.folder, `new-${randomBytes(6).toString('hex')}`);
  try {
    if (await stat(home.cluster).catch(() => undefined)) return await checkExisting(home, binaries.major);
    for (const left of await readdir(home.folder)) {
      if (left.startsWith('new-')) await rm(join(home.folder, left), { recursive: true, force: true, maxRetries: 5 });
    }
    await mkdir(draft, { mode: 0o700 });
    const [pgdata, passwordFile] = [join(draft, 'cluster'), join(draft, 'password')];
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (home.user) {
      await chown(passwordFile, home.user.uid, home.user.gid);
      await chown(draft, home.user.uid, home.user.gid);
    }
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--no-instructions'];
    const flush = durable ? [] : ['--no-sync'];
    const { code, output } = await runProgram(
      binaries.initdb,
      ['-D', pgdata, ...locale, ...access, ...flush],
      home.user,
    );
    if (code !== 0) throw startError(doing, output);
    await rename(pgdata, home.cluster);
    if (durable && process.platform !== 'win32') {
      const folder = await open(home.folder);
      await folder.sync().finally(() => folder.close());
    }
  } catch (error) {
    throw startError(doing, error);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

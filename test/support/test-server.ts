import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '../../apps/standalone/src/postgres/embedded-postgres.js';
import { prepareTemplate } from './template.js';

/** Nothing here outlives the run, so nothing is flushed to the disk. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' };

/** A temporary folder that PostgreSQL's own user can reach when the tests run as root. */
export async function reachableFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tongshan-test-'));
  await chmod(folder, 0o755);
  return folder;
}

/**
 * One server for the whole run, with its template database; its address goes to the tests as TEST_DATABASE_URL. If that
 * is set from outside, that server is used and left running.
 * @returns how to end it
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    await prepareTemplate(given);
    return async () => undefined;
  }
  const folder = await reachableFolder();
  const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const watch = spawn(
    process.execPath,
    ['--import', new URL('register-source.mjs', import.meta.url).href, path('stop-when-parent-ends.ts'), folder],
    {
      detached: true,
      stdio: ['pipe', 'ignore', 'inherit'],
    },
  );
  const endWatch = async () => {
    watch.stdin.end('stopped');
    await once(watch, 'exit');
  };
  try {
    const server = await startEmbeddedPostgres({ dataFolder: folder, settings: SETTINGS });
    await prepareTemplate(server.url);
    process.env.TEST_DATABASE_URL = server.url;
    return async () => {
      await server.stop();
      await endWatch();
    };
  } catch (error) {
    await endWatch();
    throw error;
  }
}

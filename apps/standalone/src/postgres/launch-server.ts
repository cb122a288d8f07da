import { spawn, type ChildProcess } from 'node:child_process';
import { open, rename, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import type { ClusterHome } from './cluster-home.js';
import { startError } from './postgres-start-error.js';
import { settingArguments } from './postgres-settings.js';
import { readPidFile } from './postmaster.js';
import { programEnvironment } from './run-program.js';

const LOG_KEPT_BYTES = 5_000_000;
/** Long, because after a crash it first replays its log; it is given up earlier when it ends by itself. */
const READY_MS = 300_000;

/** Opens the log for appending; one that has grown too large becomes `postgres.log.1`. */
async function openLog(file: string) {
  const size = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (size > LOG_KEPT_BYTES) await rename(file, `${file}.1`);
  return open(file, 'a+', 0o600);
}

/**
 * Starts `postgres` in a process group of its own, so that Ctrl-C at the terminal reaches the application alone, and
 * waits until it accepts connections.
 * @param strangerPid the process in a left-over postmaster.pid, known to be another program by now: PostgreSQL ignores
 *   the number that this variable of pg_ctl names, and still makes its own check that no old process uses the data
 * @throws PostgresStartError with what it wrote to its log
 */
export async function launchServer(
  home: ClusterHome,
  binaries: Binaries,
  port: number,
  settings: Readonly<Record<string, string>>,
  strangerPid?: number,
): Promise<ChildProcess> {
  const log = await openLog(home.log);
  const { size: before } = await log.stat();
  try {
    const child = spawn(binaries.postgres, ['-D', home.cluster, ...settingArguments(port, settings)], {
      cwd: '/',
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { ...programEnvironment(), ...(strangerPid && { PG_GRANDPARENT_PID: String(strangerPid) }) },
      ...(home.user && { uid: home.user.uid, gid: home.user.gid }),
    });
    let failure: Error | undefined;
    child.once('error', (error) => (failure = error));
    child.unref();
    for (const end = Date.now() + READY_MS; ; await pause(15)) {
      if (failure) throw failure;
      const said = await readPidFile(home.cluster);
      if (said?.ready && said.pid === child.pid) return child;
      const ended = child.exitCode !== null || child.signalCode !== null;
      if (!ended && Date.now() < end) continue;
      if (!ended) child.kill('SIGQUIT');
      const { size } = await log.stat();
      const tail = Buffer.alloc(Math.min(size - before, 4_000));
      await log.read(tail, 0, tail.length, size - tail.length);
      throw new Error(tail.toString() || `it ended with ${child.exitCode ?? child.signalCode}`);
    }
  } catch (error) {
    throw startError(`start; its log is ${home.log}`, error);
  } finally {
    await log.close();
  }
}

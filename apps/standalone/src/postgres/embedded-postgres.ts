import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries, type Binaries } from './binaries.js';
import { claimFolder } from './claim-folder.js';
import { openClusterHome, readPassword, type ClusterHome } from './cluster-home.js';
import { createCluster } from './create-cluster.js';
import { ensureDatabase } from './ensure-database.js';
import { choosePort } from './free-port.js';
import { launchServer } from './launch-server.js';
import { isAlive, isServerOf, readPidFile, stopServer } from './postmaster.js';

export interface EmbeddedPostgres {
  /** `postgres://tongshan:<password>@127.0.0.1:<port>/tongshan` */
  url: string;
  /** Ends the server and lets go of the data folder. May be called more than once. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataFolder: string;
  /** Default: any free port, the same again at the next start if it is still free. */
  port?: number;
  /** PostgreSQL settings beside or instead of ours (postgres-settings.ts). */
  settings?: Record<string, string>;
  log?: (line: string) => void;
}

const RETRY_MS = 15_000;
/** A port that was taken a moment ago; processes of a server that was killed and that are just ending. */
const PASSING = /Address already in use|pre-existing shared memory block/;

/**
 * Starts PostgreSQL on a data folder, which is made at the first start. A server that a killed application left behind
 * is stopped first (with all that it has committed), so that the settings and the log are always ours.
 * @throws PostgresStartError in words for the person who starts it: folder in use or not writable, disk full,
 *   platform without binaries, cluster of another major version, port taken
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const settings = options.settings ?? {};
  const home = await openClusterHome(options.dataFolder);
  const release = await claimFolder(home.folder, options.dataFolder);
  try {
    const binaries = await findBinaries(home.user);
    const password = await readPassword(home.folder);
    const strangerPid = await stopLeftOver(home, binaries, log);
    await createCluster(home, binaries, password, settings.fsync !== 'off');
    const { server, port } = await launch(home, binaries, options, strangerPid);
    let stopping: Promise<void> | undefined;
    server.once('exit', (code, signal) => {
      if (!stopping) log(`PostgreSQL ended unexpectedly (${signal ?? code}); its log is ${home.log}`);
    });
    const end = async () => {
      if (server.exitCode === null && server.signalCode === null) await stopServer(home, binaries, server.pid!);
    };
    const stop = () => (stopping ??= end().finally(release));
    try {
      const url = await ensureDatabase(port, password);
      log(`PostgreSQL ${binaries.major} on 127.0.0.1:${port}, data in ${home.cluster}`);
      return { url, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    await release();
    throw error;
  }
}

/** @returns the process id in a stale postmaster.pid if it belongs to another program by now */
async function stopLeftOver(home: ClusterHome, binaries: Binaries, log: (line: string) => void) {
  const left = await readPidFile(home.cluster);
  if (!left || !isAlive(left.pid)) return undefined;
  if (!(await isServerOf(home.cluster, left.pid))) return left.pid;
  log(`Stopping the PostgreSQL (process ${left.pid}) that an earlier run left behind`);
  await stopServer(home, binaries, left.pid);
  return undefined;
}

async function launch(home: ClusterHome, binaries: Binaries, options: EmbeddedPostgresOptions, strangerPid?: number) {
  for (const end = Date.now() + RETRY_MS; ; await pause(200)) {
    const port = await choosePort(home.folder, options.port);
    try {
      const server: ChildProcess = await launchServer(home, binaries, port, options.settings ?? {}, strangerPid);
      return { server, port };
    } catch (error) {
      if (!(error instanceof Error && PASSING.test(error.message)) || Date.now() > end) throw error;
    }
  }
}

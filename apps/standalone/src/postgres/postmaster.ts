import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.js';
import type { ClusterHome } from './cluster-home.js';
import { PostgresStartError } from './postgres-start-error.js';
import { runProgram } from './run-program.js';

const FAST_STOP_MS = 20_000;
const IMMEDIATE_STOP_MS = 10_000;

/** What the postmaster.pid of a cluster says. */
export interface PidFile {
  pid: number;
  ready: boolean;
}

/** @returns undefined when there is none or it is still being written */
export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  return pid ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A process that ended but was not yet collected by its parent holds nothing any more. */
export async function isRunning(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return status !== undefined && !/^\d+ \(.*\) [ZX]/s.test(status);
}

async function commandLine(pid: number): Promise<string> {
  const [file, args] =
    process.platform === 'win32'
      ? ([
          'powershell',
          ['-NoProfile', '-Command', `(Get-CimInstance Win32_Process -Filter ProcessId=${pid}).CommandLine`],
        ] as const)
      : (['ps', ['-ww', '-o', 'command=', '-p', String(pid)]] as const);
  return promisify(execFile)(file, args).then(
    ({ stdout }) => stdout,
    () => '',
  );
}

/** Whether the process is a PostgreSQL on this very cluster, and not a stranger that got its number later. */
export async function isServerOf(cluster: string, pid: number): Promise<boolean> {
  if (!(await isRunning(pid))) return false;
  if (process.platform === 'linux') {
    // It works inside its data folder, whatever path that had when it started.
    const [its, ours] = await Promise.all(
      [`/proc/${pid}/cwd`, cluster].map((path) => stat(path).catch(() => undefined)),
    );
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    return name.trim() === 'postgres' && its !== undefined && its.ino === ours?.ino && its.dev === ours.dev;
  }
  const line = await commandLine(pid);
  return line.includes('postgres') && line.includes(`-D ${cluster} `);
}

async function endsWithin(pid: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(20)) {
    if (!(await isRunning(pid))) return true;
  }
  return false;
}

/** Stops a server: open transactions are rolled back and what was committed is flushed; by force after 20 s. */
export async function stopServer(home: ClusterHome, binaries: Binaries, pid: number): Promise<void> {
  const signal = async (name: 'SIGINT' | 'SIGQUIT') => {
    if (process.platform === 'win32') {
      const mode = name === 'SIGINT' ? 'fast' : 'immediate';
      await runProgram(binaries.pgCtl, ['stop', '--no-wait', '-m', mode, '-D', home.cluster]);
    } else if (isAlive(pid)) {
      process.kill(pid, name);
    }
  };
  await signal('SIGINT');
  if (await endsWithin(pid, FAST_STOP_MS)) return;
  await signal('SIGQUIT');
  if (await endsWithin(pid, IMMEDIATE_STOP_MS)) return;
  throw new PostgresStartError(`PostgreSQL (process ${pid}) on ${home.cluster} does not stop.`);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './report.js';
import { freePort, pause, ready, residentMegabytes, root } from './stage.js';

/** (e) From the command until `/readyz` answers 200 and the terminal shows the accounts, and what is then held in memory. */
export async function measureStarting(isQuick: boolean): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tongshan-bench-start-'));
  await chmod(folder, 0o755);
  try {
    const built = ['node', 'dist/apps/standalone/src/main.js'];
    const cold = await start(built, join(folder, 'built'));
    const again = await start(built, join(folder, 'built'));
    const fromSource = isQuick ? null : await start(['npm', 'start'], join(folder, 'sources'));
    return [
      {
        name: '(e) start to ready: clean data folder / existing data folder, compiled',
        ratio: cold.seconds / again.seconds,
        absolute: {
          's, clean data folder': cold.seconds,
          's, existing data folder': again.seconds,
          ...(fromSource && { 's, npm start (compiles first), clean data folder': fromSource.seconds }),
          'resident MiB of the process': cold.resident,
          'resident MiB of PostgreSQL, shared pages counted once': cold.postgres,
        },
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Started {
  seconds: number;
  resident: number;
  postgres: number;
}

async function start([command, ...rest]: readonly string[], dataFolder: string): Promise<Started> {
  const port = await freePort();
  const begun = performance.now();
  const { INSTALLATION_SECRET: _secret, DATABASE_URL: _url, ...environment } = process.env;
  const child = spawn(command!, rest, {
    cwd: root,
    env: { ...environment, DATA_DIR: dataFolder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const welcomed = new Promise<void>((resolve) => {
    let text = '';
    child.stdout.on('data', (part: Buffer) => /is ready/.test((text += part)) && resolve());
  });
  let application = child.pid!;
  // the whole group, should the benchmark itself end here
  const end = () => process.kill(-child.pid!, 'SIGKILL');
  process.once('exit', end);
  try {
    await ready(`http://127.0.0.1:${port}/readyz`, child);
    await welcomed;
    const seconds = (performance.now() - begun) / 1000;
    await pause(2_000);
    application = await standaloneOf(child.pid!);
    return { seconds, resident: await residentMegabytes(application), postgres: await postgresMegabytes(dataFolder) };
  } finally {
    process.off('exit', end);
    const ended = once(child, 'exit');
    process.kill(application, 'SIGTERM');
    await ended;
  }
}

/** The application itself, below npm and its shell. */
async function standaloneOf(pid: number): Promise<number> {
  for (const child of await childrenOf(pid)) {
    const command = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('postgres')) return pid;
    return standaloneOf(child);
  }
  return pid;
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
}

/** Proportional set size of the postmaster and its backends. */
async function postgresMegabytes(dataFolder: string): Promise<number> {
  const cluster = join(dataFolder, 'postgres/cluster');
  if (!(await readdir(cluster)).includes('postmaster.pid')) return 0;
  const postmaster = Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  let kilobytes = 0;
  for (const pid of [postmaster, ...(await childrenOf(postmaster))]) {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  }
  return Math.round(kilobytes / 1024);
}

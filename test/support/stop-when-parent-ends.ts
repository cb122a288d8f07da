// Watches over the test server: its argument is the data folder. Its standard input ends when the test run ends, however
// that comes about; a PostgreSQL that still runs on the folder is then stopped and the folder removed.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isServerOf, readPidFile } from '../../apps/standalone/src/postgres/postmaster.js';

const folder = process.argv[2]!;
const cluster = join(folder, 'postgres/cluster');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

let said = '';
for await (const chunk of process.stdin) said += chunk;

// A run that was killed may have done so before PostgreSQL had written its number.
for (let left = said === 'stopped' ? 1 : 10; left > 0; left--) {
  const pid = (await readPidFile(cluster))?.pid;
  if (pid && (await isServerOf(cluster, pid))) {
    process.kill(pid, 'SIGQUIT');
    while (await isServerOf(cluster, pid)) await pause(20);
    break;
  }
  if (left > 1) await pause(100);
}
await rm(folder, { recursive: true, force: true, maxRetries: 5 });

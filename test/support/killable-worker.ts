import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Configuration } from '#kernel';

const root = resolve(import.meta.dirname, '../..');

/** A worker as a process of its own, beside a test app and on its database, which can be killed. */
export function startWorkerProcess(configuration: Configuration, concurrency = 4): ChildProcess {
  const { databaseUrl, installationSecret, mailFolder, mailUrl, evidenceFolder } = configuration;
  const source = ['--import', resolve(root, 'test/support/register-source.mjs')];
  return spawn(process.execPath, [...source, resolve(root, 'apps/worker/src/main.ts')], {
    cwd: root,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      SANDBOX: 'true',
      INSTALLATION_SECRET: installationSecret,
      MAIL_FOLDER: mailFolder,
      ...(mailUrl && { MAIL_URL: mailUrl }),
      EVIDENCE_FOLDER: evidenceFolder,
      DATABASE_POOL_SIZE: '5',
      WORKER_CONCURRENCY: String(concurrency),
    },
  });
}

/** At once and without a farewell, as a machine that loses its power. Nothing where it has ended already. */
export async function killProcess(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

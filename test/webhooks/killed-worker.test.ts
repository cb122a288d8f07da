import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { type Receiver, startReceiver } from '../support/receiver.js';

const root = resolve(import.meta.dirname, '../..');
let app: TestApp;
let receiver: Receiver;
let isHanging = true;
let child: ChildProcess | undefined;

beforeAll(async () => {
  app = await startTestApp({ worker: false });
  receiver = await startReceiver((_request, response) => {
    if (!isHanging) response.writeHead(204).end();
  });
}, 60_000);
afterAll(async () => {
  if (child?.exitCode === null) child.kill('SIGKILL');
  await receiver.close();
  await app.close();
});

/** A worker as a process of its own, which can be killed. */
function workerProcess(): ChildProcess {
  const { databaseUrl, installationSecret, mailFolder, evidenceFolder } = app.configuration;
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
      EVIDENCE_FOLDER: evidenceFolder,
      DATABASE_POOL_SIZE: '5',
      WORKER_CONCURRENCY: '2',
    },
  });
}

it('what a killed worker had under way, and what waited in its memory, is delivered by another', async () => {
  const { body: endpoint } = await app
    .by('platform')
    .post('/v1/webhook-endpoints', { url: receiver.url, events: ['notice.served'] });
  for (let n = 0; n < 12; n++) await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
  const [{ served }] = await app.database.query('select count(*)::int as served from notices');
  child = workerProcess();
  // four are under way and the rest waits behind them in its memory: no job is left
  await eventually(async () => {
    const [row] = await app.database.query(
      `select (select count(*)::int from webhook_deliveries) as deliveries,
         (select count(*)::int from graphile_worker.jobs where task_identifier = 'deliver_webhook') as jobs`,
    );
    return row.deliveries === served && row.jobs === 0 && receiver.requests.length === 4;
  }, 40);
  child.kill('SIGKILL');
  await once(child, 'exit');
  isHanging = false;
  await app.database.query(
    `update webhook_deliveries set leased_until = clock_timestamp() where leased_until is not null`,
  );
  await app.startWorker();
  const delivered = async () =>
    (await app.by('platform').get(`/v1/webhook-endpoints/${endpoint.id}/deliveries?state=delivered`)).body.data;
  await eventually(async () => (await delivered()).length === served, 80);
  const ids = receiver.requests.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids).size).toBe(served);
  expect(ids).toHaveLength(served + 4);
}, 150_000);

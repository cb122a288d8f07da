import type { ChildProcess } from 'node:child_process';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { type Receiver, startReceiver } from '../support/receiver.js';
import { killProcess, startWorkerProcess } from '../support/killable-worker.js';

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
  await killProcess(child);
  await receiver.close();
  await app.close();
});

it('what a killed worker had under way, and what waited in its memory, is delivered by another', async () => {
  const { body: endpoint } = await app
    .by('platform')
    .post('/v1/webhook-endpoints', { url: receiver.url, events: ['notice.served'] });
  for (let n = 0; n < 12; n++) await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
  const [{ served }] = await app.database.query('select count(*)::int as served from notices');
  child = startWorkerProcess(app.configuration, 2);
  // four are under way and the rest waits behind them in its memory: no job is left
  await eventually(async () => {
    const [row] = await app.database.query(
      `select (select count(*)::int from webhook_deliveries) as deliveries,
         (select count(*)::int from graphile_worker.jobs where task_identifier = 'deliver_webhook') as jobs`,
    );
    return row.deliveries === served && row.jobs === 0 && receiver.requests.length === 4;
  }, 40);
  await killProcess(child);
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

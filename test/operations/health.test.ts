import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { statementsOf } from '../support/statements.js';

let app: TestApp;
const health = async () => (await app.by('operator').get('/v1/operations/health')).body;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app?.close());

it('tells an operator how every part is', async () => {
  expect(await health()).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    startedAt: expect.stringMatching(/Z$/),
    database: { version: expect.stringMatching(/^\d+/), sizeBytes: expect.any(Number) },
    queue: { waiting: 0, failed: 0, lagSeconds: 0 },
    relay: { unpositioned: expect.any(Number) },
    sweep: { latenessSeconds: 0 },
    webhooks: { pending: 0, exhausted: 0, oldestPendingSeconds: 0, disabledEndpoints: 0 },
    letters: { waiting: 0, failed: 0 },
    calendars: expect.objectContaining({ coveredUntil: expect.stringMatching(/^\d{4}-12-31$/) }),
    record: { lastHeadAt: null },
    workers: { alive: 0 },
  });
});

it('sees what waits, what failed and how long', async () => {
  const { body: endpoint } = await app
    .by('platform')
    .post('/v1/webhook-endpoints', { url: 'https://receiver.example/hook', events: ['*'] });
  await app.database.query(
    `insert into webhook_deliveries (id, endpoint_id, event_id, event_type, body, state, created_at, next_attempt_at)
     select gen_random_uuid(), $1, gen_random_uuid(), 'notice.served', '{}', 'pending', domain_now() - interval '1 hour', domain_now() + interval '1 day'
     from generate_series(1, 2)`,
    [endpoint.id],
  );
  await app.database.query(
    `select graphile_worker.add_job('listen', '{}', run_at => now() - interval '2 minutes', max_attempts => 1)`,
  );
  const waiting = await health();
  expect(waiting.webhooks).toMatchObject({ pending: 2 });
  expect(Math.round(waiting.webhooks.oldestPendingSeconds / 60)).toBe(60);
  expect(waiting.queue).toMatchObject({ waiting: 1, failed: 0 });
  expect(Math.round(waiting.queue.lagSeconds / 60)).toBe(2);
  await app.database.query('update graphile_worker._private_jobs set attempts = max_attempts');
  expect((await health()).queue).toEqual({ waiting: 0, failed: 1, lagSeconds: 0 });
});

it('counts the workers that live', async () => {
  const worker = await app.startWorker();
  await eventually(async () => (await health()).workers.alive === 1);
  await worker.close();
  await eventually(async () => (await health()).workers.alive === 0);
  expect((await health()).workers).toEqual({ alive: 0 });
});

it('asks one statement a part at most, and is nobody else’s business', async () => {
  const asked = await statementsOf(app.database, health);
  expect(asked.length).toBeLessThanOrEqual(12);
  for (const account of ['rights', 'platform', 'regulator'] as const)
    expect((await app.by(account).get('/v1/operations/health')).status).toBe(403);
});

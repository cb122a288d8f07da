import { inTransaction } from '#database';
import { enqueueJobs } from '#events';
import { newId } from '#kernel';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';

let app: TestApp;
const operator = () => app.by('operator');
const list = async (query = '') => (await operator().get(`/v1/dead-letters${query}`)).body;
const retry = (kind: string, id: string) => operator().post(`/v1/dead-letters/${kind}/${id}/retry`);
const sql = <T>(text: string, values: unknown[] = []) => app.database.query<T[]>(text, values);

/** A delivery, a letter and a job, each given up; the worker does not run, so that nothing moves but by the test. */
beforeAll(async () => {
  app = await startTestApp({ worker: false });
  const { body: endpoint } = await app
    .by('platform')
    .post('/v1/webhook-endpoints', { url: 'https://receiver.example/hook', events: ['*'] });
  await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
  for (const minutes of [10, 20])
    await sql(
      `insert into webhook_deliveries (id, endpoint_id, event_id, event_type, body, state, attempts, attempt_count, created_at, ended_at)
       values ($1, $2, $3, 'notice.served', '{"secret":"body"}', 'exhausted', $4, 10, domain_now(), domain_now() - $5 * interval '1 minute')`,
      [
        newId(),
        endpoint.id,
        newId(),
        JSON.stringify([{ at: 'x', statusCode: 503, answer: 'a secret answer', error: null }]),
        minutes,
      ],
    );
  await sql(
    `insert into letters (id, organization_id, recipient, locale, template, data, message_id, state, attempt_count, last_error, created_at, failed_at)
     select $1, organization_id, 'zhang.san@mail.test', 'zh', 'confirm_email', '{"name":"张三","url":"https://once.test","expiresAt":"2026-11-23T06:02:00Z"}', 'm', 'failed', 1,
       'EENVELOPE: 550 <zhang.san@mail.test> unknown', domain_now(), domain_now() - interval '15 minutes'
     from members where email = 'rights@demo.test'`,
    [newId()],
  );
  await inTransaction(app.database, (tx) =>
    enqueueJobs(tx, [{ task: 'listen', payload: { eventIds: ['x'] }, maxAttempts: 1 }]),
  );
  await sql(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = E'boom\\n at stack', updated_at = now() - interval '5 minutes'
     where task_id = (select id from graphile_worker._private_tasks where identifier = 'listen') and max_attempts = 1`,
  );
}, 60_000);
afterAll(() => app?.close());

it('lists what was given up, the last one first, with its owner and what went wrong', async () => {
  const { data, next } = await list();
  expect(next).toBeNull();
  expect(
    data.map(({ kind, about, organization, lastError, attempts }: any) => [
      kind,
      about,
      organization?.name ?? null,
      lastError,
      attempts,
    ]),
  ).toEqual([
    ['job', 'listen', null, 'boom', 1],
    ['webhook', 'notice.served', expect.any(String), 'HTTP 503', 10],
    ['letter', 'confirm_email', expect.any(String), 'EENVELOPE: 550 <…@…> unknown', 1],
    ['webhook', 'notice.served', expect.any(String), 'HTTP 503', 10],
  ]);
});

it('tells no body, no address, no secret and no answer', async () => {
  const text = JSON.stringify(await list());
  for (const hidden of ['secret', 'mail.test', 'once.test', 'receiver.example']) expect(text).not.toContain(hidden);
});

it('is read page by page, and by kind', async () => {
  const whole = (await list()).data;
  const pages: unknown[] = [];
  for (let after = ''; ;) {
    const { data, next } = await list(`?limit=1${after}`);
    pages.push(...data);
    if (!next) break;
    after = `&after=${next}`;
  }
  expect(pages).toEqual(whole);
  expect((await list('?kind=webhook')).data).toHaveLength(2);
  expect((await list('?kind=letter')).data.map(({ kind }: any) => kind)).toEqual(['letter']);
  expect((await list('?kind=bill')).code).toBe('validation_failed');
});

it('what failed in the same millisecond is read page by page, too', async () => {
  const job = { task: 'listen', payload: { eventIds: ['y'] }, maxAttempts: 1 };
  await inTransaction(app.database, (tx) => enqueueJobs(tx, [job, job]));
  const [made] = await app.database.query<[Array<{ id: string }>, number]>(
    `update graphile_worker._private_jobs set attempts = max_attempts where attempts = 0 and max_attempts = 1 returning id::text`,
  );
  const [later, earlier] = made.map(({ id }) => id).sort();
  for (const [id, microseconds] of [
    [later, 900],
    [earlier, 100],
  ])
    await sql(
      `update graphile_worker._private_jobs
       set updated_at = timestamptz '2026-01-01 00:00:00Z' + $2 * interval '1 microsecond' where id = $1`,
      [id, microseconds],
    );
  const pages: string[] = [];
  for (let after = ''; ;) {
    const { data, next } = await list(`?kind=job&limit=1${after}`);
    pages.push(...data.map(({ id }: any) => id));
    if (!next) break;
    after = `&after=${next}`;
  }
  expect(pages.slice(-2)).toEqual([later, earlier]);
  await sql('delete from graphile_worker._private_jobs where id = any($1)', [[later, earlier]]);
});

it('is put back once however often it is asked for, and the log says who did it', async () => {
  const { data } = await list();
  const chosen = [data[0], data[1], data[2]] as Array<{ kind: string; id: string }>;
  const marks = () =>
    sql<{ payload: string }>(`select payload from events where type = 'dead_letter.retried' order by sequence`);
  for (const { kind, id } of chosen) {
    const first = await retry(kind, id);
    expect([first.status, first.body]).toEqual([200, { kind, id, state: 'waiting' }]);
    expect((await retry(kind, id)).body).toEqual({ kind, id, state: 'waiting' });
  }
  const told = (await marks()).map(({ payload }) => JSON.parse(payload));
  expect(told.map(({ data: about }) => about)).toEqual(chosen.map(({ kind, id }) => ({ kind, id })));
  for (const { actor } of told) expect(actor).toMatchObject({ kind: 'api_key', id: expect.any(String) });
  expect((await list()).data.map(({ id }: any) => id)).toEqual([data[3].id]);
  const waiting = await sql<{ key: string }>(
    `select key from graphile_worker.jobs where attempts = 0 and key = any($1) order by key`,
    [[chosen[1]!.id, chosen[2]!.id]],
  );
  expect(waiting).toHaveLength(2);
});

it('a delivery to a disabled endpoint stays where it is', async () => {
  const [{ id }] = (await list()).data;
  await sql(`update webhook_endpoints set state = 'disabled', disabled_because = 'by_owner'`);
  const { status, body } = await retry('webhook', id);
  expect([status, body.code, body.state]).toEqual([409, 'wrong_state', 'disabled']);
  expect((await list()).data).toHaveLength(1);
  await sql(`update webhook_endpoints set state = 'enabled', disabled_because = null`);
});

it('what is not there is not found, whatever it is called', async () => {
  for (const [kind, id] of [
    ['webhook', newId()],
    ['letter', newId()],
    ['job', '999999999'],
    ['job', newId()],
    ['letter', '1'],
    ['bill', newId()],
  ] as const)
    expect((await retry(kind, id)).status).toBe(404);
});

it('a letter that was put back is sent by a worker', async () => {
  await app.startWorker();
  const states = () =>
    sql<{ state: string; data: object | null }>(`select state, data from letters where template = 'confirm_email'`);
  await eventually(async () => (await states())[0]?.state === 'sent');
  expect(await states()).toEqual([{ state: 'sent', data: null }]);
});

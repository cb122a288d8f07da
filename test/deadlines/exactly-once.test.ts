import type { ChildProcess } from 'node:child_process';
import { complaintAbout, pasted } from '../support/complaints.js';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { type Receiver, startReceiver } from '../support/receiver.js';
import { killProcess, startWorkerProcess } from '../support/killable-worker.js';

let app: TestApp;
const children: ChildProcess[] = [];
let receiver: Receiver | undefined;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(async () => {
  await Promise.all(children.map(killProcess));
  await receiver?.close();
  await app.close();
});

/** A worker as a process of its own, which can be killed. */
async function workerProcess(): Promise<ChildProcess> {
  const child = startWorkerProcess(app.configuration);
  children.push(child);
  await eventually(async () => (await poolSessions()) > 0, 15);
  return child;
}

const poolSessions = async () =>
  Number(
    (
      await app.database.query(
        `select count(*) from pg_stat_activity where datname = current_database() and application_name = 'tongshan-pool'`,
      )
    )[0].count,
  );

/** Notices enough that a sweep takes several batches, with all their clocks. */
async function fileMany(notices: number) {
  const ids: string[] = [];
  for (let n = 0; n < notices; n += 10) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]))),
    );
    ids.push(...answers.map(({ body }) => body.notices[0].id as string));
  }
  return ids;
}

/** Copies the clocks of notices many times over: rows to sweep, as if as many notices had been filed. */
async function multiplyClocks(noticeIds: string[], times: number) {
  await app.database.query(
    `insert into deadlines (id, subject_kind, subject_id, notice_id, rule, rule_version, kind, at_expiry, calendar_version,
       owed_by, started_at, counts_from, start_event, nominal_due_at, due_at, covered, state, next_mark, next_mark_at)
     select gen_random_uuid(), subject_kind, subject_id, notice_id, rule, rule_version, kind, at_expiry, calendar_version,
       owed_by, started_at + shift * interval '1 second', counts_from + shift * interval '1 second', start_event, nominal_due_at, due_at + shift * interval '1 second',
       covered, state, next_mark, next_mark_at + shift * interval '1 second'
     from deadlines cross join generate_series(1, $2) shift where notice_id = any($1) and kind = 'takedown'`,
    [noticeIds, times],
  );
}

const move = (interval: string) =>
  app.database.query('update installation set clock_offset = clock_offset + $1::interval', [interval]);

const settled = () =>
  eventually(async () => {
    const [row] = await app.database.query(
      'select not exists (select from deadlines where next_mark_at <= domain_now()) as done',
    );
    return row.done;
  }, 30);

async function expectEveryMarkOnce(noticeIds: string[]) {
  const rows = await app.database.query(
    `select payload::jsonb #>> '{data,deadlineId}' as deadline,
       array_agg((payload::jsonb #>> '{data,percent}')::int order by sequence) as marks
     from events where type in ('deadline.reminder', 'deadline.breached') and matter_id = any($1) group by 1`,
    [noticeIds],
  );
  const due = await app.database.query(
    'select id from deadlines where notice_id = any($1) and due_at <= domain_now()',
    [noticeIds],
  );
  const byDeadline = new Map(rows.map(({ deadline, marks }: any) => [deadline, marks.join()]));
  expect(due.length).toBeGreaterThan(0);
  const wrong = due.filter(({ id }: any) => byDeadline.get(id) !== '50,80,100');
  expect(wrong).toEqual([]);
  const recorded = await app.database.query(
    `select count(*)::int as n from deadline_marks m join deadlines d on d.id = m.deadline_id where d.notice_id = any($1)`,
    [noticeIds],
  );
  expect(recorded[0].n).toBe(rows.reduce((sum: number, { marks }: any) => sum + marks.length, 0));
}

async function expectOrderInEveryNotice(noticeIds: string[]) {
  const [{ n }] = await app.database.query(
    `select count(*)::int as n from (
       select payload::jsonb #>> '{data,reachedAt}' as at,
         lag(payload::jsonb #>> '{data,reachedAt}') over (partition by matter_id order by sequence) as before
       from events where type like 'deadline.%' and matter_id = any($1)) e
     where before > at`,
    [noticeIds],
  );
  expect(n).toBe(0);
}

it('takes up again, within seconds, what a killed worker held', async () => {
  // the request is never answered: the worker that sent it holds its job until it dies
  receiver = await startReceiver(() => undefined);
  const { body: endpoint } = await app
    .by('platform')
    .post('/v1/webhook-endpoints', { url: receiver.url, events: ['notice.served'] });
  const child = await workerProcess();
  await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
  await eventually(async () => receiver!.requests.length === 1);
  await killProcess(child);
  const held = 'select locked_by from graphile_worker.jobs where locked_by is not null';
  const [{ locked_by: dead }] = await app.database.query(held);
  await app.startWorker();
  const freed = await eventually(
    async () => (await app.database.query(held)).every(({ locked_by }: { locked_by: string }) => locked_by !== dead),
    10,
  );
  expect(freed).toBe(true);
  await app.by('platform').send('DELETE', `/v1/webhook-endpoints/${endpoint.id}`);
}, 40_000);

it('records every reminder and breach once with two workers over thousands of clocks, in order', async () => {
  const notices = await fileMany(40);
  await multiplyClocks(notices, 60);
  await move('25 hours');
  await app.startWorker();
  await settled();
  await expectEveryMarkOnce(notices);
  await expectOrderInEveryNotice(notices);
}, 60_000);

it('records the rest, and nothing twice, when one worker is killed in the middle', async () => {
  const notices = await fileMany(20);
  await multiplyClocks(notices, 100);
  const child = await workerProcess();
  await move('25 hours');
  await eventually(async () => {
    const [row] = await app.database.query(
      'select exists (select from deadline_marks m join deadlines d on d.id = m.deadline_id where d.notice_id = any($1)) as begun',
      [notices],
    );
    return row.begun;
  });
  await killProcess(child);
  await settled();
  await expectEveryMarkOnce(notices);
  await expectOrderInEveryNotice(notices);
}, 60_000);

import type { ChildProcess } from 'node:child_process';
import { verifyChain } from '#events';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { killProcess, startWorkerProcess } from '../support/killable-worker.js';

let app: TestApp;
const children: ChildProcess[] = [];
beforeAll(async () => {
  app = await startTestApp({ worker: false });
  // Monday; the years before have their papers, this one has none yet
  await app.database.query(
    `update installation set clock_offset = '2031-03-03T02:00:00Z'::timestamptz - clock_timestamp()`,
  );
  await importPaper('y1', '2027-01-01', '2028-12-31', [holiday('2027-10-01')]);
  await importPaper('y2', '2029-01-01', '2030-12-31', [holiday('2029-10-01')]);
}, 60_000);
afterAll(async () => {
  await Promise.all(children.map(killProcess));
  await app.close();
});

const holiday = (date: string) => ({ date, kind: 'holiday', name: '假' });
const working = (date: string) => ({ date, kind: 'working', name: '调休' });

async function importPaper(version: string, coveredFrom: string, coveredUntil: string, days: object[]) {
  const body = { version, jurisdiction: 'CN', coveredFrom, coveredUntil, days, source: '国务院办公厅的通知' };
  const answer = await app.by('operator').post('/v1/calendars', body);
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body;
}

/** A worker as a process of its own, which can be killed. */
function workerProcess(): ChildProcess {
  const child = startWorkerProcess(app.configuration, 2);
  children.push(child);
  return child;
}

async function fileListings(count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => app.by('rights').post('/v1/complaints', complaintAbout([pasted.taobao()]))),
    );
    ids.push(...answers.map(({ body }) => body.notices[0].id as string));
  }
  return ids;
}

const read = async (noticeId: string) => (await app.by('platform3').get(`/v1/notices/${noticeId}`)).body;
const clockOf = (notice: any, rule: string) => notice.deadlines.find((clock: any) => clock.rule === rule);
const takedown = 'cn.ecl.takedown';
const endOf = (date: string) => new Date(Date.parse(`${date}T24:00:00+08:00`)).toISOString().replace('.000Z', 'Z');
const movedEvents = (noticeIds: string[]) =>
  app.database.query<Array<{ notice: string; data: any; n: number }>>(
    `select matter_id as notice, payload::jsonb -> 'data' as data, count(*) over (partition by payload::jsonb #>> '{data,deadlineId}', payload::jsonb #>> '{data,calendarVersion}')::int as n
     from events where type = 'deadline.moved' and matter_id = any($1) order by ordinal`,
    [noticeIds],
  );
const jobsLeft = async () =>
  Number(
    (
      await app.database.query(
        `select count(*) from graphile_worker.jobs where task_identifier = 'rederive_deadlines' and run_at <= now()`,
      )
    )[0].count,
  );
const settled = () => eventually(async () => (await jobsLeft()) === 0, 40);

it('running clocks follow the paper of their year, ended ones stay, and a killed worker’s rest is taken up', async () => {
  const [ended, ...running] = (await fileListings(240)) as [string, ...string[]];
  const before = await read(running[0]!);
  expect(clockOf(before, takedown)).toMatchObject({ dueAt: endOf('2031-03-06'), covered: false });
  const [item] = (await read(ended)).items;
  await app
    .by('platform3')
    .post(`/v1/notices/${ended}/decisions`, { decisions: [{ itemId: item.id, outcome: 'delisted' }] });
  const stopped = clockOf(await read(ended), takedown);
  expect(stopped.state).toBe('met');

  const answer = await importPaper('y3', '2031-01-01', '2031-12-31', [holiday('2031-03-05'), holiday('2031-10-01')]);
  expect(answer.changed).toEqual({ from: '2031-01-01', until: '2031-12-31' });

  // One notice of the last batch is held, so that the worker stands in the middle; there it is killed.
  const [last] = await app.database.query(
    `select notice_id as id from deadlines where state = 'running' order by id desc limit 1`,
  );
  const holder = app.database.createQueryRunner();
  await holder.startTransaction();
  await holder.query('select from notices where id = $1 for update', [last.id]);
  const child = workerProcess();
  const derived = async () =>
    (await app.database.query(`select count(*)::int as n from deadlines where calendar_version = 'y3'`))[0].n;
  const done = await eventually(async () => (await derived()) || null, 30);
  await killProcess(child);
  await holder.rollbackTransaction();
  await holder.release();
  expect(done).toBeLessThan(running.length * 3);

  await app.startWorker();
  await settled();
  const notices = await Promise.all(running.map(read));
  expect(notices.map((notice) => clockOf(notice, takedown).dueAt)).toEqual(running.map(() => endOf('2031-03-07')));
  const first = notices[0];
  expect(clockOf(first, takedown)).toMatchObject({
    covered: true,
    calendarVersion: 'y3',
    skipped: [{ date: '2031-03-05', reason: '假' }],
  });
  expect(clockOf(await read(ended), takedown)).toEqual(stopped);

  const events = await movedEvents([...running, ended]);
  // takedown and forward moved, the acknowledgement due on Tuesday did not; each is told once whoever was killed
  expect(events).toHaveLength(2 * running.length + 1);
  expect(events.every(({ n }) => n === 1)).toBe(true);
  expect(events.find(({ notice, data }) => notice === first.id && data.rule === takedown)!.data).toEqual({
    deadlineId: clockOf(first, takedown).id,
    rule: takedown,
    from: new Date(clockOf(before, takedown).dueAt).toISOString(),
    to: new Date(clockOf(first, takedown).dueAt).toISOString(),
    calendarVersion: 'y3',
  });
  expect(await verifyChain(app.database, first.id)).toBeNull();
}, 120_000);

it('marks and the order of lists go by the new end, and a second run finds nothing to do', async () => {
  const [noticeId] = (await fileListings(1)) as [string];
  await app.by('platform3').post(`/v1/notices/${noticeId}/acknowledgement`, {});
  await importPaper('y3-b', '2031-03-01', '2031-03-31', [holiday('2031-03-06')]);
  await settled();
  const [row] = await app.database.query(
    `select d.due_at, d.next_mark, d.next_mark_at = date_trunc('milliseconds', d.started_at + (d.due_at - d.started_at) / 2) as half,
       n.next_due_at = d.due_at as sorted,
       n.due_soon_at = date_trunc('milliseconds', d.started_at + (d.due_at - d.started_at) * 75 / 100) as soon
     from deadlines d join notices n on n.id = d.notice_id where n.id = $1 and d.rule = $2`,
    [noticeId, takedown],
  );
  expect(row).toMatchObject({ next_mark: 50, half: true, sorted: true, soon: true });
  const events = await movedEvents([noticeId]);
  expect(events).toHaveLength(2);
  const payload = JSON.stringify({ from: '2031-01-01', until: '2031-12-31' });
  await app.database.query(`select graphile_worker.add_job('rederive_deadlines', $1::json)`, [payload]);
  await settled();
  expect(await movedEvents([noticeId])).toEqual(events);
}, 60_000);

it('a paused clock is derived again too, keeps its pause, and has no mark to reach', async () => {
  const [noticeId] = (await fileListings(1)) as [string];
  await app.database.query(
    `update deadlines set state = 'paused', next_mark = null, next_mark_at = null,
       pauses = jsonb_build_array(jsonb_build_object('from', to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'until', null))
     where notice_id = $1 and rule = $2`,
    [noticeId, takedown],
  );
  const before = clockOf(await read(noticeId), takedown);
  await importPaper('y3-c', '2031-03-01', '2031-03-31', [holiday('2031-03-04')]);
  await settled();
  const after = clockOf(await read(noticeId), takedown);
  expect(Date.parse(after.dueAt)).toBeGreaterThan(Date.parse(before.dueAt));
  expect([after.state, after.pauses]).toEqual(['paused', before.pauses]);
  const [row] = await app.database.query(
    `select next_mark, next_mark_at from deadlines where notice_id = $1 and rule = $2`,
    [noticeId, takedown],
  );
  expect(row).toEqual({ next_mark: null, next_mark_at: null });
}, 60_000);

it('a clock shortened by an override is derived again by its own length, and no clock is due overnight', async () => {
  const [shortened, plain] = (await fileListings(10)) as [string, string];
  const [override] = (await app.by('operator').get(`/v1/rule-overrides?rule=${takedown}`)).body.data;
  await app.database.query(
    `update deadlines set override_id = $3, due_at = due_at - interval '1 day' where notice_id = $1 and rule = $2`,
    [shortened, takedown, override.id],
  );
  // By now 4, 5 and 6 March are holidays. The 4th is tomorrow; it turns into a working day, and so do the others.
  await importPaper(
    'y3-d',
    '2031-03-01',
    '2031-03-31',
    ['04', '05', '06'].map((day) => working(`2031-03-${day}`)),
  );
  await settled();
  expect(clockOf(await read(shortened), takedown).dueAt).toBe(endOf('2031-03-04'));
  expect(clockOf(await read(plain), takedown).dueAt).toBe(endOf('2031-03-06'));
}, 60_000);

import { type Matter, startStage } from '../scenarios/stage.js';
import type { Answer } from '../support/app.js';
import { statementsOf } from '../support/statements.js';

type Stage = Awaited<ReturnType<typeof startStage>>;
let stage: Stage;
const figures = async (account: Parameters<Stage['app']['by']>[0], path: string) =>
  (await stage.app.by(account).get(`/v1/statistics/${path}`)).body;

/** Wednesday 27 to Saturday 30 November 2030, Beijing time. */
const at = (day: number, hour: number) => stage.until(`2030-11-${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);

async function done(asked: Promise<Answer>): Promise<void> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(JSON.stringify(body));
}

/** Decides and passes the notice on, so that no clock of forwarding runs out. */
async function decide(matter: Matter, outcome: string, more: object = {}) {
  const forwarding = { method: 'message', at: await stage.now() };
  const decisions = matter.itemIds.map((itemId) => ({ itemId, outcome, ...more }));
  await done(stage.post(matter.platform, `/v1/notices/${matter.id}/decisions`, { decisions, forwarding }));
}

/** Four days of one netdisk (24 hours to act) and one notice of another platform by another complainant. */
beforeAll(async () => {
  stage = await startStage();
  await stage.onDay('2030-11-27T02:00:00Z');
  const inTwoHours = await stage.served('netdisk', { count: 2 });
  const afterThirtyHours = await stage.served('netdisk');
  await at(27, 12);
  await decide(inTwoHours, 'removed');
  await at(28, 9);
  const inTwentyThreeHours = await stage.served('netdisk');
  await at(28, 16);
  await decide(afterThirtyHours, 'removed');
  await done(stage.counter(inTwoHours));
  await done(stage.post('platform', `/v1/items/${inTwoHours.itemId}/restoration`));
  await at(28, 17);
  await stage.served('netdisk'); // stays open and runs out on the 29th, 17:00
  const withdrawn = await stage.served('netdisk');
  await at(29, 8);
  await decide(inTwentyThreeHours, 'refused', { reasonCode: 'licensed' });
  await at(29, 12);
  await done(stage.post('rights', `/v1/complaints/${withdrawn.complaintId}/withdrawal`, { reason: '误报' }));
  await at(30, 18);
  const fresh = await stage.served('netdisk');
  await done(stage.post('platform', `/v1/notices/${fresh.id}/acknowledgement`));
  await stage.served('taobao', { by: 'partner' });
}, 120_000);
afterAll(() => stage?.app.close());

describe('a platform', () => {
  it('sees what came in, went out and stayed, day by day', async () => {
    const quiet = ['24', '25', '26'].map((day) => ({ date: `2030-11-${day}`, received: 0, handled: 0, backlog: 0 }));
    expect((await figures('platform', 'inflow?days=7')).days).toEqual([
      ...quiet,
      { date: '2030-11-27', received: 3, handled: 2, backlog: 1 },
      { date: '2030-11-28', received: 3, handled: 1, backlog: 3 },
      { date: '2030-11-29', received: 0, handled: 2, backlog: 1 },
      { date: '2030-11-30', received: 1, handled: 0, backlog: 2 },
    ]);
  });

  it('has thirty days where it asks for none, and a year at most', async () => {
    expect((await figures('platform', 'inflow')).days).toHaveLength(30);
    expect((await figures('platform', 'inflow?days=366')).days).toHaveLength(366);
    for (const days of [6, 367])
      expect((await figures('platform', `inflow?days=${days}`)).code).toBe('validation_failed');
  });

  it('sees how long its decisions took against the clock; what was withdrawn was not decided', async () => {
    const { unit, periods } = await figures('platform', 'decision-times?days=7');
    const hours = (seconds: number | null) => seconds && Math.round(seconds / 360) / 10;
    const told = periods.map((period: any) => [
      period.from.slice(-2),
      period.decided,
      period.withinClock,
      hours(period.p50Seconds),
      hours(period.p90Seconds),
      hours(period.clockSeconds),
    ]);
    expect([unit, ...told.slice(3)]).toEqual([
      'day',
      ['27', 2, 2, 2, 2, 24],
      ['28', 1, 0, 30, 30, 24],
      ['29', 1, 1, 23, 23, 24],
      ['30', 0, 0, null, null, null],
    ]);
  });

  it('is told long periods by week: four decisions, the median of 2, 2, 23 and 30 hours', async () => {
    const { unit, periods } = await figures('platform', 'decision-times?days=60');
    const { from, decided, withinClock, p50Seconds, p90Seconds } = periods.at(-1);
    expect([unit, from, decided, withinClock]).toEqual(['week', '2030-11-25', 4, 3]);
    expect([p50Seconds, p90Seconds].map((seconds) => Math.round(seconds / 360) / 10)).toEqual([12.5, 27.9]);
  });

  it('sees what is owed by age, and what of it is overdue', async () => {
    expect((await figures('platform', 'ageing')).buckets).toEqual([
      { bucket: 'lt_1d', open: 1, overdue: 0 },
      { bucket: 'd1_3', open: 1, overdue: 1 },
      { bucket: 'd3_7', open: 0, overdue: 0 },
      { bucket: 'd7_15', open: 0, overdue: 0 },
      { bucket: 'gt_15d', open: 0, overdue: 0 },
    ]);
  });

  it('sees its own inbox alone', async () => {
    const { days } = await figures('platform3', 'inflow?days=7');
    expect(days.at(-1)).toEqual({ date: '2030-11-30', received: 1, handled: 0, backlog: 1 });
    expect((await figures('platform2', 'inflow?days=7')).days.at(-1)).toMatchObject({ received: 0, backlog: 0 });
    expect((await figures('rights', 'inflow')).code).toBe('forbidden');
  });

  it('keeps the day of a first decision when it revises', async () => {
    const before = await figures('platform', 'inflow?days=7');
    const [{ notice_id: noticeId, id }] = await stage.app.database.query(
      `select id, notice_id from items where state = 'refused'`,
    );
    const revised = await stage.post('platform', `/v1/notices/${noticeId}/decisions`, {
      decisions: [{ itemId: id, outcome: 'removed' }],
    });
    expect(revised.status).toBe(200);
    expect(await figures('platform', 'inflow?days=7')).toEqual(before);
  });
});

describe('a complainant', () => {
  it('sees how far its items got', async () => {
    const { steps } = await figures('rights', 'funnel?days=7');
    expect(Object.fromEntries(steps.map(({ step, items }: any) => [step, items]))).toEqual({
      notified: 7,
      served: 7,
      acknowledged: 5,
      actioned: 4, // of them one that was refused first
      countered: 1,
      restored: 1,
    });
  });

  it('sees its own items alone', async () => {
    expect((await figures('partner', 'funnel?days=7')).steps.map(({ items }: any) => items)).toEqual([
      1, 1, 0, 0, 0, 0,
    ]);
  });
});

describe('a regulator', () => {
  it('sees how the platforms of its region answer; the national one those of the country', async () => {
    const { platforms } = await figures('regulator', 'platforms?days=7');
    expect(platforms[0]).toMatchObject({
      platformName: '百度网盘',
      served: 7,
      decidedInTime: 3,
      decidedLate: 1,
      medianHours: 12.5,
      overdueOpen: 1,
      escalationsOpen: 1,
    });
    expect(platforms).toHaveLength(1);
    const { platforms: all } = await figures('national', 'platforms?days=7');
    expect(all.map(({ platformName, served }: any) => [platformName, served])).toEqual([
      ['百度网盘', 7],
      ['淘宝', 1],
    ]);
  });

  it('sees where and when clocks ran out', async () => {
    // takedown and forwarding of the one decided after 30 hours, takedown and forwarding of the open one
    const cell = { regionCode: '110000', regionName: '北京市', week: '2030-11-25', breaches: 4 };
    const map = { weeks: ['2030-11-18', '2030-11-25'], cells: [cell] };
    expect(await figures('regulator', 'overdue-map?days=7')).toEqual(map);
    expect(await figures('national', 'overdue-map?days=7')).toEqual(map);
  });

  it('is the only one who does', async () => {
    for (const path of ['platforms', 'overdue-map'])
      for (const account of ['rights', 'platform', 'operator'] as const)
        expect((await figures(account, path)).status).toBe(403);
  });
});

describe('as a file', () => {
  const bytes = async (path: string, headers = {}) => {
    const answer = await fetch(`${stage.app.url}/v1/statistics/${path}`, {
      headers: { authorization: `Bearer ${stage.app.keys['platform@demo.test']}`, ...headers },
    });
    return { type: answer.headers.get('content-type'), bytes: Buffer.from(await answer.arrayBuffer()) };
  };

  it('is the same table, with the mark of UTF-8, by format or by Accept', async () => {
    const { type, bytes: file } = await bytes('ageing?format=csv');
    expect(type).toBe('text/csv; charset=utf-8');
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(file.toString().slice(1).split('\r\n').slice(0, 3)).toEqual([
      'bucket,open,overdue',
      'lt_1d,1,0',
      'd1_3,1,1',
    ]);
    expect((await bytes('ageing', { accept: 'text/csv' })).bytes).toEqual(file);
    expect((await bytes('ageing?format=json', { accept: 'text/csv' })).type).toMatch('application/json');
  });
});

it('asks the database a constant number of times', async () => {
  const { database } = stage.app;
  for (const [account, path] of [
    ['platform', 'inflow'],
    ['platform', 'decision-times'],
    ['platform', 'ageing'],
    ['rights', 'funnel'],
  ] as const) {
    const count = async (days: number) =>
      (await statementsOf(database, () => figures(account, path === 'ageing' ? path : `${path}?days=${days}`))).filter(
        (sql) => /from notices|, notices/.test(sql),
      ).length;
    expect([path, await count(7), await count(366)]).toEqual([path, 1, 1]);
  }
});

import { complaintAbout, pasted } from '../support/complaints.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.close());

const preview = (query: Record<string, string>, headers = {}) =>
  app.with(null).get(`/v1/deadlines/preview?${new URLSearchParams(query)}`, headers);

describe('the calculator', () => {
  it('is open to everybody and says what it skipped and by which law', async () => {
    const answer = await preview({ rule: 'sla.acknowledge', start: '2026-09-30T10:00:00+08:00' });
    expect(answer).toMatchObject({ status: 200, body: { rule: 'sla.acknowledge', covered: true } });
    // 国庆 2026: 10-01 to 10-07; 10-08 is the first working day, due at its end
    expect(Date.parse(answer.body.dueAt)).toBe(Date.parse('2026-10-09T00:00:00+08:00'));
    expect(answer.body.skipped.map(({ date }: any) => date)).toEqual(
      Array.from({ length: 7 }, (_, n) => `2026-10-0${n + 1}`),
    );
    expect(answer.body.source).toMatchObject({ law: expect.any(String), article: expect.any(String) });
  });

  it('never skips anything for hours', async () => {
    const { body } = await preview({ rule: 'cn.netdisk.takedown', start: '2026-10-01T10:00:00+08:00' });
    expect([Date.parse(body.dueAt), body.skipped]).toEqual([Date.parse('2026-10-02T10:00:00+08:00'), []]);
  });

  it('says that a year without a published calendar is not covered', async () => {
    const { body } = await preview({ rule: 'sla.acknowledge', start: '2031-03-03T10:00:00+08:00' });
    expect(body.covered).toBe(false);
  });

  it.each([
    [{ rule: 'cn.no.such', start: '2026-10-01T10:00:00+08:00' }, '#/rule'],
    [{ rule: 'toString', start: '2026-10-01T10:00:00+08:00' }, '#/rule'],
    [{ start: '2026-10-01T10:00:00+08:00' }, '#/rule'],
    [{ rule: 'cn.ecl.wait' }, '#/start'],
    [{ rule: 'cn.ecl.wait', start: '2026-10-01' }, '#/start'],
    [{ rule: 'cn.ecl.wait', start: '2026-02-30T10:00:00Z' }, '#/start'],
    [{ rule: 'cn.ecl.wait', start: '2026-10-01T10:00:00' }, '#/start'],
    [{ rule: 'cn.ecl.wait', start: '9999-12-31T23:59:59Z' }, '#/start'],
    [{ rule: 'cn.ecl.wait', start: '0001-01-01T00:00:00Z' }, '#/start'],
    [{ rule: 'cn.ecl.wait', start: '2026-10-01T10:00:00Z', zone: 'Mars/Olympus' }, '#/zone'],
    [{ rule: 'cn.ecl.wait', start: '2026-10-01T10:00:00Z', zoo: '1' }, '#/zoo'],
  ] as Array<[Record<string, string>, string]>)('refuses %j and points to the fault', async (query, pointer) => {
    const answer = await preview(query);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: any) => error.pointer)).toContain(pointer);
  });
});

it('runs clocks of working days over a holiday, as the moved clock comes to it', async () => {
  const set = await app.by('operator').post('/v1/sandbox/clock', { set: '2027-01-04T02:00:00Z' });
  expect(set.status).toBe(200);
  // 2026-11 is behind us: the clock never goes back
  expect(await app.by('operator').post('/v1/sandbox/clock', { set: '2026-09-01T00:00:00Z' })).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'in_the_past' }] },
  });
  const filed = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.taobao()]));
  const { body: notice } = await app.by('platform3').get(`/v1/notices/${filed.body.notices[0].id}`);
  expect(notice.servedAt.slice(0, 13)).toBe('2027-01-04T02');
  const clock = notice.deadlines.find(({ rule }: any) => rule === 'sla.acknowledge');
  const expected = await preview({ rule: 'sla.acknowledge', start: notice.servedAt });
  expect(clock).toMatchObject({
    dueAt: expected.body.dueAt,
    skipped: expected.body.skipped,
    covered: expected.body.covered,
    calendarVersion: expected.body.calendarVersion,
  });
});

it.each([
  {},
  { advance: 'PT1H', set: '2030-01-01T00:00:00Z' },
  { advance: '1 hour' },
  { advance: '-PT1H' },
  { set: 'x' },
])('the sandbox clock refuses %j', async (body) =>
  expect((await app.by('operator').post('/v1/sandbox/clock', body)).status).toBe(422),
);

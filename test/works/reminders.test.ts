import { domainNow, inTransaction, moveClock } from '#database';
import { remindOfExpiring, shanghaiDay } from '#works';
import { eventually, startTestApp, type TestApp } from '../support/app.js';

const days = (count: number) => count * 86_400_000;
const granted = (validUntil: string | undefined) => ({
  owner: { name: '某电影公司' },
  catalogue: true,
  rights: ['information_network'],
  validFrom: '2020-01-01',
  validUntil,
});

/** An approved authorization whose last day is so many days ahead. */
async function approvedFor(app: TestApp, left: number | null): Promise<string> {
  const now = await domainNow(app.database);
  const validUntil = left === null ? undefined : shanghaiDay(new Date(now.getTime() + days(left)));
  const { body } = await app.by('partner').post('/v1/authorizations', granted(validUntil));
  await app.by('operator').post(`/v1/authorizations/${body.id}/approval`, { decision: 'approve' });
  return body.id;
}

async function remindersOf(app: TestApp, id: string): Promise<number[]> {
  const rows = await app.database.query(
    `select payload from events where matter_id = $1 and type = 'authorization.expiring' order by sequence`,
    [id],
  );
  return rows.map(({ payload }: { payload: string }) => JSON.parse(payload).data.daysLeft);
}

describe('an authorization that runs out', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ worker: false });
  }, 60_000);
  afterAll(() => app?.close());
  const remind = () => inTransaction(app.database, async (tx) => remindOfExpiring(tx, await domainNow(tx), 100));

  it('is announced at 30 and at 7 days, each once although four look at the same time, day after day', async () => {
    const [counted, endless, far] = [
      await approvedFor(app, 32),
      await approvedFor(app, null),
      await approvedFor(app, 300),
    ];
    for (let day = 32; day >= -1; day--) {
      await Promise.all([remind(), remind(), remind(), remind()]);
      await inTransaction(app.database, (tx) => moveClock(tx, days(1)));
    }
    expect(await remindersOf(app, counted)).toEqual([30, 7]);
    expect([await remindersOf(app, endless), await remindersOf(app, far)]).toEqual([[], []]);
  });

  it('is announced late with the days that are left indeed, and the earlier reminder is not made up for', async () => {
    const [late, later] = [await approvedFor(app, 20), await approvedFor(app, 5)];
    for (let turn = 0; turn < 2; turn++) await remind();
    expect([await remindersOf(app, late), await remindersOf(app, later)]).toEqual([[20], [5]]);
  });

  it('is not announced while it waits for approval, nor once revoked', async () => {
    const revoked = await approvedFor(app, 29);
    await app.by('partner').post(`/v1/authorizations/${revoked}/revocation`, { reason: 'x' });
    const { body: pending } = await app
      .by('partner')
      .post('/v1/authorizations', granted(shanghaiDay(new Date((await domainNow(app.database)).getTime() + days(6)))));
    await remind();
    expect([await remindersOf(app, revoked), await remindersOf(app, pending.id)]).toEqual([[], []]);
  });

  it('no more than the limit at once; the rest comes with the next turn', async () => {
    const ids = [await approvedFor(app, 30), await approvedFor(app, 30), await approvedFor(app, 30)];
    const some = (limit: number) =>
      inTransaction(app.database, async (tx) => remindOfExpiring(tx, await domainNow(tx), limit));
    expect([await some(2), await some(2), await some(2)]).toEqual([2, 1, 0]);
    for (const id of ids) expect(await remindersOf(app, id)).toEqual([30]);
  });
});

describe('with two workers running', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    await app.startWorker();
  }, 60_000);
  afterAll(() => app?.close());

  it('the agent gets one letter for one reminder, in its language', async () => {
    await app.database.query(`update members set locale = 'en' where email = 'partner@demo.test'`);
    const id = await approvedFor(app, 30);
    const lettersOf = () =>
      app.database.query(`select recipient, locale, data from letters where template = 'authorization_expiring'`);
    await eventually(async () => (await lettersOf()).length > 0, 20);
    // both workers have had further turns by then
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(await remindersOf(app, id)).toEqual([30]);
    expect(await lettersOf()).toMatchObject([{ recipient: 'partner@demo.test', locale: 'en' }]);
  }, 40_000);
});

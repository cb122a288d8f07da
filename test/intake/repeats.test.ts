import { claimCanonicalItems } from '#notices';
import { inTransaction } from '#database';
import { download, upload } from '../evidence/upload.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { type DemoAccount, startTestApp, type TestApp } from '../support/app.js';
import { statementsOf } from '../support/statements.js';
import { restoreOnCounter } from './acting.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app?.close());

const file = async (texts: string[], changes: object = {}, account: DemoAccount = 'rights', headers = {}) =>
  (await app.by(account).post('/v1/complaints', complaintAbout(texts, { ...changes }), headers)).body;
const decide = async (filed: any, outcome: string, account: DemoAccount = 'platform2', rest: object = {}) => {
  const decisions = filed.targets.map(({ itemId }: any) => ({ itemId, outcome, ...rest }));
  const { status } = await app.by(account).post(`/v1/notices/${filed.notices[0].id}/decisions`, { decisions });
  expect(status).toBe(200);
};
const refuse = (filed: any) => decide(filed, 'refused', 'platform2', { reasonCode: 'licensed' });
const stateOf = async (itemId: string) =>
  (await app.database.query('select state from items where id = $1', [itemId]))[0].state;
const clocksOf = (itemId: string) =>
  app.database.query('select rule, state, started_at, due_at from deadlines where subject_id = $1', [itemId]);
const put = (itemId: string, state: string) =>
  app.database.query('update items set state = $2 where id = $1', [itemId, state]);
const types = async (noticeId: string) =>
  (await app.database.query('select type from events where matter_id = $1 order by sequence', [noticeId])).map(
    ({ type }: any) => type,
  );

describe('the same claim about the same thing again (domain.md §2.7)', () => {
  it.each(['pending', 'supplement_requested', 'reappeared', 'contested', 'waiting', 'held', 'restore_due'])(
    'while it is %s is a duplicate: the earlier receipt governs, with no new clock',
    async (state) => {
      const text = pasted.douyin();
      const first = await file([text]);
      await put(first.targets[0].itemId, state);
      const second = await file([text]);
      expect(second).toMatchObject({ state: 'filed', notices: [], deficiencies: [] });
      const { itemId, noticeId } = first.targets[0];
      expect(second.targets).toMatchObject([{ outcome: 'duplicate', itemId, noticeId }]);
      expect(await stateOf(itemId)).toBe(state);
    },
  );

  it.each(['withdrawn', 'released'])('when it is %s makes a new item', async (state) => {
    const text = pasted.douyin();
    const first = await file([text]);
    await put(first.targets[0].itemId, state);
    expect((await file([text])).targets).toMatchObject([{ outcome: 'served' }]);
  });

  it('when it was taken down reports it as still live: the original clock applies again, with 24 hours of grace', async () => {
    const text = pasted.douyin();
    const first = await file([text]);
    await decide(first, 'removed');
    const { body: stored } = await upload(app, 'rights', '仍可播放的截屏', 'a.txt');
    const evidence = [...complaintAbout([]).evidence, { kind: 'infringement', fileId: stored.id }];
    const second = await file([text, text], { evidence });
    const { itemId, noticeId } = first.targets[0];
    const again = { outcome: 'reported_again', code: 'still_live', itemId, noticeId };
    expect(second).toMatchObject({ state: 'filed', notices: [], targets: [again, again] });
    expect(await stateOf(itemId)).toBe('reappeared');
    expect(await clocksOf(itemId)).toMatchObject([{ rule: 'cn.reg468.takedown', state: 'running' }]);
    const [report] = await app.database.query('select text, settled_at from still_live_reports where item_id = $1', [
      itemId,
    ]);
    expect(report).toEqual({ text: second.number, settled_at: null });
    expect((await types(noticeId)).at(-1)).toBe('item.reappeared');
    expect((await download(app, 'platform2', `/v1/notices/${noticeId}/files/${stored.id}/content`)).status).toBe(200);
    // it is open now, so a third time is a duplicate
    expect((await file([text])).targets).toMatchObject([{ outcome: 'duplicate', itemId }]);
  });

  it('where the measure leaves the content up by its nature is a duplicate', async () => {
    const text = pasted.taobao();
    const first = await file([text]);
    await decide(first, 'delisted', 'platform3');
    await app.database.query(`update items set disposition = 'forwarded_only' where id = $1`, [
      first.targets[0].itemId,
    ]);
    expect((await file([text])).targets).toMatchObject([{ outcome: 'duplicate' }]);
    expect(await stateOf(first.targets[0].itemId)).toBe('actioned');
  });

  it('when it was refused is the one appeal, with the proof that was filed; after that, a new item', async () => {
    const text = pasted.douyin();
    const first = await file([text]);
    await refuse(first);
    const second = await file([text]);
    const { itemId, noticeId } = first.targets[0];
    expect(second).toMatchObject({
      state: 'filed',
      notices: [],
      targets: [{ outcome: 'reported_again', code: 'appealed', itemId, noticeId }],
    });
    expect(await stateOf(itemId)).toBe('pending');
    const [appeal] = await app.database.query('select text, evidence from appeals where item_id = $1', [itemId]);
    expect(appeal).toMatchObject({ text: second.number, evidence: [{ kind: 'ownership' }, { kind: 'infringement' }] });
    expect(await types(noticeId)).toContain('item.appealed');
    await refuse(first);
    const third = await file([text]);
    expect(third.targets).toMatchObject([{ outcome: 'served' }]);
    expect(third.targets[0].itemId).not.toBe(itemId);
  });

  it('of another right, another work or another holder is no duplicate: a hold of its own', async () => {
    const text = pasted.douyin();
    const first = await file([text]);
    const others = [
      await file([text], { targets: [{ text, workRef: 'w1', right: 'adaptation' }] }),
      await file([text], { works: [{ ref: 'w1', title: '另一部', category: 'film' }] }),
      await file([text], {}, 'partner'),
    ];
    for (const { targets } of others) {
      expect(targets).toMatchObject([{ outcome: 'served' }]);
      expect(targets[0].itemId).not.toBe(first.targets[0].itemId);
    }
  });

  it('by twenty at once, of what was taken down, makes one report', async () => {
    const text = pasted.douyin();
    const first = await file([text]);
    await decide(first, 'removed');
    const filed = await Promise.all(Array.from({ length: 20 }, () => file([text])));
    const outcomes = filed.map(({ targets }) => targets[0].outcome).sort();
    expect(outcomes).toEqual([...Array(19).fill('duplicate'), 'reported_again']);
  });

  it('takes the same number of statements for one item that was answered and for sixty', async () => {
    const make = async (count: number, clientRef: string) => {
      const texts = Array.from({ length: count }, () => pasted.douyin());
      const first = await file(texts);
      await decide(first, 'removed');
      const sent = await statementsOf(app.database, async () => {
        const again = await file(texts, { clientRef });
        expect(again.targets.every(({ outcome }: any) => outcome === 'reported_again')).toBe(true);
      });
      return sent.map((sql) => sql.trim().slice(0, 60));
    };
    expect(await make(60, 'sixty')).toEqual(await make(1, 'one'));
  });
});

describe('a second notice after the user’s statement brought the thing back (条例 第17条)', () => {
  const restored = async (text: string, account: DemoAccount, changes: object = {}) => {
    const first = await file([text], changes);
    await decide(first, account === 'platform3' ? 'delisted' : 'removed', account);
    if (account === 'platform3') {
      // the E-Commerce Law waits fifteen days; what matters here is that it came back on the statement
      const sql = `update items set state = 'restored', restored_on_counter = true where id = $1`;
      await app.database.query(sql, [first.targets[0].itemId]);
    } else await restoreOnCounter(app, account, first.targets[0].itemId);
    return first;
  };

  it('is refused to the same rights holder with the article and where to go, in the language of the caller', async () => {
    const text = pasted.douyin();
    await restored(text, 'platform2');
    const again = await file([text]);
    expect(again).toMatchObject({ state: 'filed', notices: [], deficiencies: [] });
    expect(again.targets).toMatchObject([
      { outcome: 'refused_second_notice', code: 'second_notice', detail: expect.stringMatching(/第17条.*人民法院/) },
    ]);
    const english = await file([text], {}, 'rights', { 'accept-language': 'en' });
    expect(english.targets[0].detail).toMatch(/Art 17 .*people’s court/);
    const [event] = await app.database.query('select type from events where matter_id = $1', [again.id]);
    expect(event.type).toBe('complaint.filed');
  });

  it('is refused whoever files for the holder, for another work too, and not to another holder', async () => {
    const text = pasted.douyin();
    await restored(text, 'platform2');
    const onBehalfOf = { name: '北京星海影业有限公司' };
    const evidence = [...complaintAbout([]).evidence, { kind: 'authorization', text: '授权书' }];
    const byAgent = await file([text], { onBehalfOf, evidence }, 'partner');
    expect(byAgent.targets).toMatchObject([{ outcome: 'refused_second_notice' }]);
    const otherWork = await file([text], { works: [{ ref: 'w1', title: '另一部', category: 'film' }] });
    expect(otherWork.targets).toMatchObject([{ outcome: 'refused_second_notice' }]);
    expect((await file([text], {}, 'partner')).targets).toMatchObject([{ outcome: 'served' }]);
  });

  it('does not sink the rest of a complaint', async () => {
    const text = pasted.douyin();
    await restored(text, 'platform2');
    const mixed = await file([text, pasted.douyin()]);
    expect(mixed.targets.map(({ outcome }: any) => outcome)).toEqual(['refused_second_notice', 'served']);
    expect(mixed.notices).toMatchObject([{ items: 1 }]);
  });

  it('is allowed under the E-Commerce Law (第42条第3款), and after a restoration of the platform’s own motion', async () => {
    const listing = pasted.taobao();
    await restored(listing, 'platform3');
    expect((await file([listing])).targets).toMatchObject([{ outcome: 'served' }]);
    const text = pasted.douyin();
    const first = await file([text]);
    await put(first.targets[0].itemId, 'restored');
    expect((await file([text])).targets).toMatchObject([{ outcome: 'served' }]);
  });
});

it('a claim asks nothing where there are no targets', async () => {
  const sent = await statementsOf(app.database, () =>
    inTransaction(app.database, (tx) => claimCanonicalItems(tx, [], 'x')),
  );
  expect(sent.filter((sql) => !/transaction|commit/i.test(sql))).toEqual([]);
});

import { complaintAbout, pasted } from '../support/complaints.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { statementsOf } from '../support/statements.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app.close());

const file = (body: object, account: 'rights' | 'partner' = 'rights') => app.by(account).post('/v1/complaints', body);
const outcomes = (answer: { body: any }) => answer.body.targets.map((target: any) => target.outcome);
const mixed = (count: number) =>
  Array.from({ length: count }, (_, n) => [pasted.netdisk, pasted.douyin, pasted.taobao][n % 3]!());

describe('filing', () => {
  it('takes 500 targets over three platforms', async () => {
    const filed = await file(complaintAbout(mixed(500)));
    expect(filed.status).toBe(201);
    expect(outcomes(filed)).toEqual(Array(500).fill('served'));
    expect(filed.body.notices.map((notice: any) => notice.items)).toEqual([167, 167, 166]);
    expect(new Set(filed.body.targets.map((target: any) => target.itemId)).size).toBe(500);
  });

  it('refuses 501 targets with a pointer and files nothing', async () => {
    const [{ count: before }] = await app.database.query('select count(*) from complaints');
    const refused = await file(complaintAbout(mixed(501)));
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'validation_failed', errors: [{ pointer: '#/targets', code: 'array_max_size' }] },
    });
    const [{ count: after }] = await app.database.query('select count(*) from complaints');
    expect(after).toBe(before);
  });

  it('sends the same number of statements for one target and for 300 over three platforms', async () => {
    await file(complaintAbout(mixed(3)));
    const few = await statementsOf(app.database, () => file(complaintAbout(mixed(1), { clientRef: 'few' })));
    const many = await statementsOf(app.database, () => file(complaintAbout(mixed(300), { clientRef: 'many' })));
    expect(many.filter((sql) => /insert/i.test(sql)).length).toBeGreaterThan(0);
    expect(many.map((sql) => sql.trim().slice(0, 60))).toEqual(few.map((sql) => sql.trim().slice(0, 60)));
  });

  it('is found again by number, by the caller’s own reference, and by part of the title', async () => {
    const whole = complaintAbout([pasted.netdisk()], { clientRef: 'abc-1' });
    const { body } = await file({ ...whole, works: [{ ...whole.works[0]!, title: '一部少见的《片》100%' }] });
    const found = async (q: string, account: 'rights' | 'partner' = 'rights') =>
      (await app.by(account).get(`/v1/complaints?q=${encodeURIComponent(q)}`)).body.data.map(({ id }: any) => id);
    for (const q of [body.number, body.number.toLowerCase(), 'abc-1', '少见的《片》100%'])
      expect(await found(q)).toEqual([body.id]);
    expect(await found('少见的%')).toEqual([]);
    expect(await found(body.number, 'partner')).toEqual([]);
  });

  it('links what is pasted twice in one complaint, whatever its spelling, to one item', async () => {
    const id = `72${Math.floor(Math.random() * 1e8)}5555555`;
    const filed = await file(
      complaintAbout([
        `https://www.douyin.com/video/${id}`,
        `看这个 https://www.douyin.com/video/${id}?previous_page=web`,
      ]),
    );
    expect(outcomes(filed)).toEqual(['served', 'duplicate']);
    expect(filed.body.targets[1].itemId).toBe(filed.body.targets[0].itemId);
    expect(filed.body.notices).toMatchObject([{ items: 1 }]);
  });

  it('links a later complaint of the same claimant about the same work to the pending item, with no new notice', async () => {
    const text = pasted.douyin();
    const first = await file(complaintAbout([text]));
    const second = await file(complaintAbout([text]));
    expect(second).toMatchObject({ status: 201, body: { state: 'filed', notices: [] } });
    expect(second.body.targets).toMatchObject([
      { outcome: 'duplicate', itemId: first.body.targets[0].itemId, noticeId: first.body.notices[0].id },
    ]);
  });

  it('makes one item of twenty simultaneous complaints about the same thing', async () => {
    const text = pasted.taobao();
    const answers = await Promise.all(Array.from({ length: 20 }, () => file(complaintAbout([text]))));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    const all = answers.flatMap(outcomes).sort();
    expect(all).toEqual([...Array(19).fill('duplicate'), 'served']);
    expect(new Set(answers.map(({ body }) => body.targets[0].itemId)).size).toBe(1);
  });

  it('serves the same item again for another holder and for another work', async () => {
    const text = pasted.netdisk();
    const first = await file(complaintAbout([text]));
    const otherHolder = await file(complaintAbout([text]), 'partner');
    const otherWork = await file(complaintAbout([text], { works: [{ ref: 'w1', title: '满江红', category: 'film' }] }));
    for (const answer of [first, otherHolder, otherWork]) expect(outcomes(answer)).toEqual(['served']);
    const ids = [first, otherHolder, otherWork].map(({ body }) => body.targets[0].itemId);
    expect(new Set(ids).size).toBe(3);
    const rows = await app.database.query('select distinct canonical_item_id from items where id = any($1)', [ids]);
    expect(rows).toHaveLength(1);
  });

  it('never lets what cannot be read or routed sink the rest', async () => {
    const filed = await file(complaintAbout(['我要投诉！', pasted.unknown(), '🙈🙈', pasted.douyin(), ' ']));
    expect(filed.status).toBe(201);
    expect(filed.body.targets.map((target: any) => [target.index, target.outcome])).toEqual([
      [0, 'unreadable'],
      [1, 'unrouted'],
      [2, 'unreadable'],
      [3, 'served'],
      [4, 'unreadable'],
    ]);
    for (const index of [0, 1, 2, 4]) {
      expect(filed.body.targets[index]).toMatchObject({ code: expect.any(String), detail: expect.any(String) });
    }
  });

  it('gives several entries with one index where one text holds several addresses', async () => {
    const filed = await file(complaintAbout([`${pasted.douyin()} 还有 ${pasted.taobao()}`, pasted.netdisk()]));
    expect(filed.body.targets.map((target: any) => target.index)).toEqual([0, 0, 1]);
    expect(filed.body.notices).toHaveLength(3);
  });

  it('refuses a target that names no work of the complaint, and works with one name', async () => {
    const dangling = complaintAbout([pasted.douyin()]);
    dangling.targets[0]!.workRef = 'w9';
    expect(await file(dangling)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/targets/0/workRef', code: 'dangling_reference' }] },
    });
    const work = { ref: 'w1', title: '流浪地球2', category: 'film' };
    expect(await file(complaintAbout([pasted.douyin()], { works: [work, work] }))).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/works/1/ref', code: 'repeated' }] },
    });
  });

  it('puts the profile of the organization in the place of a complainant who is left out, and keeps what was given', async () => {
    const { body: left } = await file(complaintAbout([pasted.douyin()]));
    const { body: own } = await app.by('rights').get(`/v1/complaints/${left.id}`);
    expect(own.complainant).toMatchObject({ name: '北京星海影业有限公司', idNumber: '91110105MA01ABCD2X' });
    const complainant = { ...own.complainant, name: '另一家公司' };
    const { body: given } = await file(complaintAbout([pasted.douyin()], { complainant }));
    expect((await app.by('rights').get(`/v1/complaints/${given.id}`)).body.complainant.name).toBe('另一家公司');
  });
});

describe('required elements', () => {
  const unsigned = { statements: { accuracy: true, goodFaith: true } };

  it('are those of each regime: what lacks only a signature goes out under cn.ecl and waits under cn.reg468', async () => {
    const filed = await file(complaintAbout([pasted.netdisk(), pasted.taobao(), pasted.netdisk()], unsigned));
    expect(filed).toMatchObject({ status: 201, body: { state: 'filed' } });
    expect(outcomes(filed)).toEqual(['deficient', 'served', 'deficient']);
    expect(filed.body.notices).toMatchObject([{ platform: { name: '淘宝' }, regime: 'cn.ecl', state: 'served' }]);
    expect(filed.body.deficiencies).toEqual([
      {
        element: 'signature',
        code: expect.any(String),
        detail: expect.stringMatching(/[签章]/),
        regime: 'cn.reg468',
        source: { law: '信息网络传播权保护条例', article: '第14条' },
        targetIndexes: [0, 2],
      },
    ]);
    const clocks = await app.database.query(
      `select notice_id from deadlines d join notices n on n.id = d.notice_id where n.complaint_id = $1 group by 1`,
      [filed.body.id],
    );
    expect(clocks).toEqual([{ notice_id: filed.body.notices[0].id }]);
    const english = await app.by('rights').get(`/v1/complaints/${filed.body.id}`, { 'accept-language': 'en' });
    expect(english.body.deficiencies[0].detail).toMatch(/signature/i);
  });

  it('make the complaint deficient, with no notice and its own event, only where nothing could go out', async () => {
    const filed = await file(complaintAbout([pasted.netdisk()], unsigned));
    expect(filed).toMatchObject({ status: 201, body: { state: 'deficient', notices: [] } });
    const events = await app.database.query('select type from events where matter_id = $1', [filed.body.id]);
    expect(events).toEqual([{ type: 'complaint.deficient' }]);
    const read = await app.by('rights').get(`/v1/complaints/${filed.body.id}`);
    expect(read.body).toMatchObject({ state: 'deficient', completedAt: null });
  });

  it('count statements that are false as missing', async () => {
    const statements = { accuracy: false, goodFaith: false, signature: '张三' };
    const filed = await file(complaintAbout([pasted.douyin()], { statements }));
    expect(filed.body.state).toBe('deficient');
    expect(filed.body.deficiencies.map((entry: any) => entry.element)).toContain('truthfulness');
  });

  it('name the location where no text can be read', async () => {
    const filed = await file(complaintAbout(['你好', '🙂']));
    expect(filed.body).toMatchObject({ state: 'deficient', notices: [] });
    expect(filed.body.deficiencies).toMatchObject([{ element: 'location', targetIndexes: [0, 1] }]);
  });

  it('hold back a target that is assigned later, and the complaint says what it lacks', async () => {
    const text = pasted.unknown();
    const filed = await file(complaintAbout([text], unsigned));
    expect(outcomes(filed)).toEqual(['unrouted']);
    const { body: queue } = await app.by('operator').get('/v1/unrouted-targets?limit=200');
    const { id } = queue.data.find((target: any) => target.raw === text);
    const { body: platforms } = await app.by('operator').get('/v1/platforms?q=百度网盘');
    const assigned = await app
      .by('operator')
      .post(`/v1/unrouted-targets/${id}/assignment`, { platformId: platforms.data[0].id });
    expect(assigned).toMatchObject({ status: 200, body: { outcome: 'deficient', noticeId: null } });
    const { body } = await app.by('rights').get(`/v1/complaints/${filed.body.id}`);
    expect(body.deficiencies).toMatchObject([{ element: 'signature', targetIndexes: [0] }]);
    expect(body.state).toBe('deficient');
  });

  it('are not asked of what nobody answers for: the operator closes it with the reason, which the complainant reads', async () => {
    const text = pasted.unknown();
    const filed = await file(complaintAbout([text]));
    const { body: queue } = await app.by('operator').get('/v1/unrouted-targets?limit=200');
    const { id } = queue.data.find((target: any) => target.raw === text);
    const close = (body: object) => app.by('operator').post(`/v1/unrouted-targets/${id}/assignment`, body);
    expect((await close({ noRespondent: true })).status).toBe(422);
    expect((await close({ platformId: '018f0000-0000-7000-8000-000000000000' })).status).toBe(422);
    expect(await close({ noRespondent: true, reason: '三无网站' })).toMatchObject({
      status: 200,
      body: { outcome: 'no_respondent' },
    });
    const { body } = await app.by('rights').get(`/v1/complaints/${filed.body.id}`);
    expect(body.targets).toMatchObject([{ outcome: 'no_respondent', detail: '三无网站' }]);
  });
});

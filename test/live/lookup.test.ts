import { newId } from '#kernel';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { stageOf } from '../scenarios/stage.js';
import { complaintAbout, pasted } from '../support/complaints.js';

describe('one box for whatever somebody has at hand', () => {
  let app: TestApp;
  let text: string;
  let filed: any;
  let requestId: string;

  beforeAll(async () => {
    app = await startTestApp();
    text = pasted.netdisk();
    const answer = await app.by('rights').post('/v1/complaints', complaintAbout([text]));
    filed = answer.body;
    requestId = answer.headers.get('x-request-id')!;
  }, 60_000);
  afterAll(() => app?.close());

  const ask = async (account: any, q: string) => {
    const { status, body } = await app.by(account).get(`/v1/lookup?q=${encodeURIComponent(q)}`);
    expect(status).toBe(200);
    return body.results as any[];
  };
  const kinds = (results: any[]) => results.map(({ kind, why }) => `${kind} by ${why}`);
  const fullWidth = (ascii: string) => ascii.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

  it('finds by number, in whatever case and width it was typed', async () => {
    const [notice] = filed.notices;
    for (const typed of [notice.number, ` ${notice.number.toLowerCase()} `, fullWidth(notice.number)])
      for (const account of ['rights', 'platform'])
        expect(await ask(account, typed)).toEqual([
          {
            kind: 'notice',
            id: notice.id,
            number: notice.number,
            title: '《流浪地球2》',
            noticeId: null,
            why: 'number',
          },
        ]);
    expect(kinds(await ask('rights', filed.number))).toEqual(['complaint by number', 'notice by number']);
    // a platform has the complaint's number from the notice, and the complaint is not its own to read
    expect(kinds(await ask('platform', filed.number))).toEqual(['notice by number']);
  });

  it('finds by id: notice, complaint and item', async () => {
    const [notice] = filed.notices;
    expect(kinds(await ask('platform', notice.id.toUpperCase()))).toEqual(['notice by id']);
    expect(kinds(await ask('rights', filed.id))).toEqual(['complaint by id']);
    expect(await ask('platform', filed.targets[0].itemId)).toMatchObject([{ kind: 'item', noticeId: notice.id }]);
  });

  it('finds by a pasted address what is about the same thing, and who answers for it', async () => {
    expect(kinds(await ask('platform', text))).toEqual(['notice by address', 'platform by address']);
    expect((await ask('platform', text))[1]).toMatchObject({ title: '百度网盘' });
    expect(kinds(await ask('partner', text))).toEqual(['platform by address']);
    expect(await ask('rights', 'x'.repeat(2_000))).toEqual([]);
  });

  it('finds what a request has done, for those who are party to it', async () => {
    expect(kinds(await ask('rights', requestId))).toEqual(['complaint by request', 'notice by request']);
    expect(kinds(await ask('platform', requestId))).toEqual(['notice by request']);
    const [notice] = filed.notices;
    const decisions = [{ itemId: filed.targets[0].itemId, outcome: 'removed' }];
    const own = { 'x-request-id': 'ticket-4711.a' };
    await app.by('platform').send('POST', '/v1/decisions', { decisions }, own);
    expect(await ask('rights', 'ticket-4711.a')).toMatchObject([{ kind: 'notice', id: notice.id, why: 'request' }]);
    expect(await ask('rights', newId())).toEqual([]);
    const [{ named }] = await app.database.query(
      `select count(*)::int as named from events where request_id is not null and payload like '%' || request_id || '%'`,
    );
    expect(named).toBe(0);
  });

  it('the request that caused an event is as little to be changed as the event', async () => {
    const change = app.database.query(`update events set request_id = 'another' where request_id = $1`, [requestId]);
    await expect(change).rejects.toThrow('append-only');
  });

  it('finds nothing of others: by number, id, address or request', async () => {
    const [notice] = filed.notices;
    const names = [
      notice.number,
      filed.number,
      notice.id,
      filed.id,
      filed.targets[0].itemId,
      requestId,
      'ticket-4711.a',
    ];
    for (const account of ['platform2', 'partner', 'regulator', 'national', 'operator'])
      for (const name of names) expect([account, name, await ask(account, name)]).toEqual([account, name, []]);
  });

  it('a statement of the user exists for the rights holder once it was forwarded', async () => {
    const stage = stageOf(app);
    for (const forward of [false, true]) {
      const matter = await stage.served('taobao');
      await stage.decide(matter, 'removed');
      const { body } = await stage.counter(matter, { forward });
      expect(kinds(await ask('platform3', body.id))).toEqual(['counter_notice by id']);
      expect(kinds(await ask('rights', body.id))).toEqual(forward ? ['counter_notice by id'] : []);
      expect(await ask('platform', body.id)).toEqual([]);
    }
  });

  it('a regulator finds what was put before it, by the number of the notice and by its own id', async () => {
    const { body } = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
    await app.advance('P30D');
    const found = await eventually(async () => {
      const results = await ask('regulator', body.notices[0].number);
      return results.length === 2 && results;
    });
    expect(kinds(found)).toEqual(['notice by number', 'escalation by number']);
    expect(kinds(await ask('national', found[1].id))).toEqual(['escalation by id']);
    expect(await ask('rights', found[1].id)).toEqual([]);
  });
});

import { startStage } from '../scenarios/stage.js';

describe('whoever only reads', () => {
  let stage: Awaited<ReturnType<typeof startStage>>;
  beforeAll(async () => {
    stage = await startStage({ worker: false });
  });
  afterAll(() => stage?.app.close());

  const readerOf = async (account: 'rights' | 'platform3') => {
    const owner = await stage.app.signedIn(account);
    const key = { name: 'only reads', scopes: ['notices:read'], mode: 'sandbox' };
    return stage.app.with((await owner.post('/v1/api-keys', key)).body.key);
  };

  it('reads as its own side does: its own words whole, and no statement that was not forwarded', async () => {
    const matter = await stage.served('taobao', {
      complainant: { name: '某影业', idType: 'business_licence', idNumber: '91110000100000000X', contact: '王五' },
    });
    await stage.decide(matter, 'removed');
    await stage.counter(matter, { forward: false });
    const own = await stage.app.by('rights').get(`/v1/notices/${matter.id}`);
    const read = await (await readerOf('rights')).get(`/v1/notices/${matter.id}`);
    expect(own.body.allowedActions).toContain('prove_proceeding');
    expect(read.body.allowedActions).toEqual([]);
    const shown = ({ parties, items, ownDeadline }: any) => [parties, items[0].counterNoticeId, ownDeadline];
    expect(shown(read.body)).toEqual([own.body.parties, null, null]);
    expect(read.body.parties.complainant.idNumber).toBe('91110000100000000X');
  });

  it('of a platform sees who works on a notice, and may do nothing', async () => {
    const matter = await stage.served('taobao');
    await stage.app.by('platform3').send('PUT', `/v1/notices/${matter.id}/assignee`, { memberId: 'me' });
    const { body } = await (await readerOf('platform3')).get(`/v1/notices/${matter.id}`);
    expect(body).toMatchObject({ assignee: { id: expect.any(String) }, allowedActions: [] });
  });
});

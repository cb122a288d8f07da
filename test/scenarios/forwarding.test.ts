import { upload } from '../evidence/upload.js';
import { counter, type Matter, startStage } from './stage.js';

let stage: Awaited<ReturnType<typeof startStage>>;
beforeAll(async () => {
  stage = await startStage();
}, 60_000);
afterAll(() => stage?.app.close());

async function down() {
  const matter = await stage.served('netdisk');
  expect((await stage.decide(matter, 'removed')).status).toBe(200);
  return matter;
}
const file = async (content: string) => (await upload(stage.app, 'platform', content, '授权书.txt')).body.id as string;
async function evidence() {
  const [proof, identity, both] = [await file('授权书'), await file('身份证'), await file('公证书')];
  return {
    proof,
    identity,
    both,
    entries: [
      { kind: 'ownership', fileId: proof },
      { kind: 'identity', fileId: identity },
      { kind: 'other', fileId: both },
      { kind: 'identity', fileId: both },
    ],
  };
}
const filesFor = async (account: 'rights' | 'platform', { id }: Matter) =>
  (await stage.app.by(account).get(`/v1/notices/${id}/files`)).body.data.map((each: { id: string }) => each.id);
const logFor = async (account: 'rights' | 'platform', { id }: Matter) =>
  (await stage.app.by(account).get(`/v1/notices/${id}/events?limit=200`)).body.data as Array<{
    type: string;
    data: object;
  }>;

describe('what the rights holder learns of a statement', () => {
  it('before it is forwarded: none of its files and nothing of what it says; then its proof, never its identity', async () => {
    const matter = await down();
    const { proof, identity, both, entries } = await evidence();
    const { body } = await stage.counter(matter, { evidence: entries, forward: false });
    expect(body.state).toBe('received');
    expect((await filesFor('platform', matter)).sort()).toEqual([proof, identity, both].sort());
    expect(await filesFor('rights', matter)).toEqual([]);
    expect((await stage.app.by('rights').get(`/v1/notices/${matter.id}/files/${proof}/content`)).status).toBe(404);
    expect(JSON.stringify(await logFor('rights', matter))).not.toContain(counter.reasonCode);
    expect((await stage.post('platform', `/v1/counter-notices/${body.id}/forwarding`)).status).toBe(200);
    expect(await filesFor('rights', matter)).toEqual([proof]);
    expect((await stage.app.by('rights').get(`/v1/notices/${matter.id}/files/${proof}/content`)).status).toBe(200);
  });

  it('that is forwarded in the same breath: its proof at once', async () => {
    const matter = await down();
    const { proof, entries } = await evidence();
    expect((await stage.counter(matter, { evidence: entries })).body.state).toBe('forwarded');
    expect(await filesFor('rights', matter)).toEqual([proof]);
  });

  it('that has no effect: nothing, in the files as in the log', async () => {
    const matter = await down();
    const { entries } = await evidence();
    const { body } = await stage.counter(matter, { evidence: entries, respondent: { name: '李四' } });
    expect(body.state).toBe('invalid');
    expect(await filesFor('rights', matter)).toEqual([]);
    expect(JSON.stringify(await logFor('rights', matter))).not.toContain(body.id);
    expect((await logFor('platform', matter)).map(({ type }) => type)).toContain('counter_notice.invalid');
  });

  it('that was rejected before it was forwarded: that it was, not what it lacked', async () => {
    const matter = await down();
    const { body } = await stage.counter(matter, { forward: false });
    await stage.post('platform', `/v1/counter-notices/${body.id}/rejection`, { missing: ['identity'], note: '不符' });
    const rejected = (await logFor('rights', matter)).find(({ type }) => type === 'counter_notice.rejected');
    expect(JSON.stringify(rejected)).not.toContain('identity');
  });
});

it('a regulator’s list of statements names their authors, so each reading of it is written down', async () => {
  const matter = await down();
  await stage.counter(matter, { forward: false });
  await stage.app.advance('PT25H');
  const readings = async () =>
    Number(
      (await stage.app.database.query('select count(*) from access_log where subject_id = $1', [matter.id]))[0].count,
    );
  for (const account of ['regulator', 'national'] as const) {
    const before = await readings();
    const { body } = await stage.app.by(account).get('/v1/counter-notices?limit=200');
    const shown = body.data.filter(({ noticeId }: { noticeId: string }) => noticeId === matter.id).length;
    expect([account, (await readings()) - before]).toEqual([account, shown]);
  }
  expect(await readings()).toBeGreaterThan(0);
});

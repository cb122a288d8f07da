import { complaintAbout, pasted } from '../support/complaints.js';
import { counter, startStage, suit } from '../scenarios/stage.js';

describe('whoever says which version was read', () => {
  let stage: Awaited<ReturnType<typeof startStage>>;
  beforeAll(async () => {
    stage = await startStage({ worker: false });
  });
  afterAll(() => stage?.app.close());

  const tagOf = async (account: Parameters<typeof stage.app.by>[0], path: string) =>
    (await stage.app.by(account).get(path)).headers.get('etag')!;

  it('moves a notice only from that version: 412 with where it stands, and nothing is done', async () => {
    const matter = await stage.served('taobao');
    const path = `/v1/notices/${matter.id}`;
    const read = await tagOf('platform3', path);
    expect(read).toMatch(/^"\d+"$/);
    const platform = stage.app.by('platform3');
    expect((await platform.post(`${path}/acknowledgement`, {}, { 'if-match': read })).status).toBe(200);
    const decisions = [{ itemId: matter.itemId, outcome: 'removed' }];
    const late = await platform.post(`${path}/decisions`, { decisions }, { 'if-match': read });
    const now = await tagOf('platform3', path);
    expect(late).toMatchObject({ status: 412, body: { code: 'stale_version', state: 'acknowledged' } });
    expect(`"${late.body.version}"`).toBe(now);
    expect(await stage.state(matter)).toBe('pending');
    const attempts = await Promise.all(
      [1, 2].map(() => platform.post(`${path}/decisions`, { decisions }, { 'if-match': now })),
    );
    expect(attempts.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await platform.post(`${path}/forwarding`, { method: 'message', at: await stage.now() })).status).toBe(201);
  });

  it('and what is inside a notice by the version of the notice: items, counter-notices, proceedings', async () => {
    const matter = await stage.served('taobao');
    await stage.decide(matter, 'removed');
    const [old, platform, holder] = ['"1"', stage.app.by('platform3'), stage.app.by('rights')];
    const statement = { ...counter, receivedAt: await stage.now() };
    const relay = (tag: string) =>
      platform.post(`/v1/items/${matter.itemId}/counter-notices`, statement, { 'if-match': tag });
    expect(await relay(old)).toMatchObject({ status: 412, body: { code: 'stale_version', state: 'decided' } });
    const { body: relayed } = await relay(await tagOf('platform3', `/v1/notices/${matter.id}`));
    const path = `/v1/counter-notices/${relayed.id}`;
    const tag = await tagOf('platform3', path);
    expect(tag).toBe(await tagOf('platform3', `/v1/notices/${matter.id}`));
    expect((await platform.post(`${path}/forwarding`, {}, { 'if-match': old })).status).toBe(412);
    expect((await platform.post(`${path}/forwarding`, {}, { 'if-match': tag })).status).toBe(200);
    const proof = { ...suit, filedAt: await stage.now() };
    expect((await holder.post(`${path}/proceedings`, proof, { 'if-match': tag })).status).toBe(412);
    const proved = await holder.post(`${path}/proceedings`, proof, { 'if-match': await tagOf('rights', path) });
    expect(proved).toMatchObject({ status: 201, body: { item: { state: 'held' } } });
    const end = `/v1/proceedings/${proved.body.id}/end`;
    expect((await holder.post(end, { result: 'lost', note: '判决书' }, { 'if-match': tag })).status).toBe(412);
  });

  it('takes a complaint back only as it was read, with all that became of its notices', async () => {
    const matter = await stage.served('douyin');
    const path = `/v1/complaints/${matter.complaintId}`;
    const read = await tagOf('rights', path);
    await stage.decide(matter, 'removed');
    const withdraw = (tag: string) =>
      stage.app.by('rights').post(`${path}/withdrawal`, { reason: '误投' }, { 'if-match': tag });
    expect(await withdraw(read)).toMatchObject({ status: 412, body: { code: 'stale_version', state: 'filed' } });
    expect((await withdraw(await tagOf('rights', path))).status).toBe(200);
  });

  it('learns no more by it than by asking: what is not theirs is 404, and a tag that we never gave is 422', async () => {
    const { body } = await stage.post('rights', '/v1/complaints', complaintAbout([pasted.taobao()]));
    const [path, itemId] = [`/v1/notices/${body.notices[0].id}`, body.targets[0].itemId as string];
    const stale = { 'if-match': '"999"' };
    expect((await stage.app.by('platform2').post(`${path}/acknowledgement`, {}, stale)).status).toBe(404);
    expect((await stage.app.by('platform2').post(`/v1/items/${itemId}/restoration`, {}, stale)).status).toBe(404);
    expect(
      (await stage.app.by('partner').post(`/v1/complaints/${body.id}/withdrawal`, { reason: 'x' }, stale)).status,
    ).toBe(404);
    const odd = await stage.app.by('platform3').post(`${path}/acknowledgement`, {}, { 'if-match': 'W/"x"' });
    expect(odd).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/headers/if-match' }] } });
  });

  it('lays an escalation aside only as it was read', async () => {
    await stage.app.startWorker();
    await stage.served('netdisk');
    await stage.app.advance('PT25H');
    const regulator = stage.app.by('regulator');
    const path = `/v1/escalations/${(await regulator.get('/v1/escalations')).body.data[0].id}`;
    const read = await tagOf('regulator', path);
    expect((await regulator.post(`${path}/claim`, {}, { 'if-match': read })).status).toBe(200);
    const dismiss = (tag: string) => regulator.post(`${path}/dismissal`, { reason: '已核实' }, { 'if-match': tag });
    expect(await dismiss(read)).toMatchObject({ status: 412, body: { code: 'stale_version', state: 'claimed' } });
    expect((await dismiss(await tagOf('regulator', path))).status).toBe(200);
  });

  it('reads on a counter-notice what can be done about it, each side its own', async () => {
    const matter = await stage.served('taobao');
    await stage.decide(matter, 'removed');
    const { body } = await stage.counter(matter, { forward: false });
    const actions = async (account: 'platform3' | 'rights') =>
      (await stage.app.by(account).get(`/v1/counter-notices/${body.id}`)).body.allowedActions;
    expect(await actions('platform3')).toEqual(['reject_counter', 'forward_counter', 'restore']);
    await stage.post('platform3', `/v1/counter-notices/${body.id}/forwarding`);
    expect(await actions('platform3')).toEqual([]);
    expect(await actions('rights')).toEqual(['prove_proceeding', 'extend_wait']);
    const { body: page } = await stage.app.by('rights').get('/v1/counter-notices');
    expect(page.data.find(({ id }: { id: string }) => id === body.id).allowedActions).toEqual(await actions('rights'));
    const missing = await stage.served('taobao');
    await stage.decide(missing, 'removed');
    const { body: invalid } = await stage.counter(missing, { evidence: [] });
    expect(invalid).toMatchObject({ state: 'invalid', deadline: null });
    const { body: seen } = await stage.app.by('platform3').get(`/v1/counter-notices/${invalid.id}`);
    expect(seen.allowedActions).toEqual([]);
  });
});

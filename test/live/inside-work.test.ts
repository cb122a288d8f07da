import { sweepInsideWork } from '#notices';
import { createMember, openSession } from '#identity';
import { inTransaction, moveClock } from '#database';
import { newId } from '#kernel';
import { AccessTokens } from '../../apps/api/src/identity/access-tokens.js';
import { type Client, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { statementsOf } from '../support/statements.js';
import { listen, type Listener } from './listener.js';

describe('work inside a platform', () => {
  let app: TestApp;
  let own: Client;
  let colleague: Client;
  let colleagueId: string;
  let stream: Listener;
  let rights: Listener;

  beforeAll(async () => {
    app = await startTestApp({ worker: false });
    own = await app.signedIn('platform');
    const { body: me } = await own.get('/v1/me');
    const token = await inTransaction(app.database, async (tx) => {
      const now = new Date();
      const draft = {
        organizationId: me.organization.id,
        email: 'b@platform.test',
        name: '王五',
        role: 'handler',
      } as const;
      colleagueId = await createMember(tx, now, { ...draft, isEmailConfirmed: true });
      const session = await openSession(tx, colleagueId, now);
      return (await app.nest.get(AccessTokens, { strict: false }).tokensOf(session)).accessToken;
    });
    colleague = app.with(token);
    stream = await listen(`${app.url}/v1/updates`, token);
    rights = await listen(`${app.url}/v1/updates`, app.keys['rights@demo.test']!);
  }, 60_000);
  afterAll(async () => {
    stream?.stop();
    rights?.stop();
    await app?.close();
  });

  const file = async (text = pasted.netdisk()): Promise<string> =>
    (await app.by('rights').post('/v1/complaints', complaintAbout([text]))).body.notices[0].id;
  const told = (noticeId: string) => () => stream.updates().filter(({ data }) => data.noticeId === noticeId);
  const lookingAt = async (client: Client, id: string) => (await client.get(`/v1/notices/${id}`)).body.lookingNow;

  it('reaches colleagues at once: assignment, claim, note and who looks; and nobody outside', async () => {
    const id = await file();
    const acts = [
      () => own.send('PUT', `/v1/notices/${id}/assignee`, { memberId: 'me' }),
      () => own.post(`/v1/notices/${id}/claim`),
      () => own.post(`/v1/notices/${id}/notes`, { text: '内部意见' }),
      () => own.send('PUT', `/v1/notices/${id}/presence`),
      () => own.send('DELETE', `/v1/notices/${id}/presence`),
    ];
    for (const [index, act] of acts.entries()) {
      const began = performance.now();
      expect((await act()).status).toBeLessThan(300);
      const heard = await stream.hears(() => told(id)().length > index);
      expect(heard && told(id)()[index]!.at - began).toBeLessThan(1_000);
    }
    expect(told(id)().map(({ data }) => data)).toEqual(
      acts.map(() => ({
        type: 'notice.inside_work',
        matterKind: 'notice',
        matterId: id,
        noticeId: id,
        at: expect.any(String),
      })),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(rights.updates().filter(({ data }) => data.type === 'notice.inside_work')).toEqual([]);
    expect(JSON.stringify(stream.heard)).not.toMatch(/内部意见|李四/);
  });

  it('a change that is committed late is told all the same, once', async () => {
    const id = await file();
    await inTransaction(app.database, async (tx) => {
      await tx.query('update notices set assignee_member_id = null where id = $1', [id]);
      await tx.query(
        `insert into inside_work_changes (transaction, organization_id, notice_id, at)
         select pg_current_xact_id(), platform_organization_id, id, clock_timestamp() from notices where id = $1`,
        [id],
      );
      // others commit meanwhile, with later numbers, and are told
      const other = await file();
      await own.send('PUT', `/v1/notices/${other}/assignee`, { memberId: 'me' });
      await stream.hears(({ data }) => data.noticeId === other);
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(told(id)()).toEqual([]);
    });
    await stream.hears(({ data }) => data.noticeId === id);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(told(id)()).toHaveLength(1);
  });

  it('shows who else looks at it, in the list and in the notice, to its own people alone', async () => {
    const id = await file();
    expect((await own.send('PUT', `/v1/notices/${id}/presence`)).body).toEqual({ lookingNow: [] });
    const answer = await colleague.send('PUT', `/v1/notices/${id}/presence`);
    expect(answer.body.lookingNow).toMatchObject([{ name: '李四' }]);
    expect(await lookingAt(own, id)).toEqual([{ memberId: colleagueId, name: '王五' }]);
    expect(await lookingAt(colleague, id)).toMatchObject([{ name: '李四' }]);
    const { body: list } = await own.get('/v1/notices?sort=newest');
    expect(list.data.find((row: any) => row.id === id).lookingNow).toEqual([{ memberId: colleagueId, name: '王五' }]);
    expect(await lookingAt(app.by('rights'), id)).toBeUndefined();
    const statuses = [];
    for (const account of ['rights', 'platform2'] as const)
      statuses.push((await app.by(account).send('PUT', `/v1/notices/${id}/presence`)).status);
    expect(statuses).toEqual([403, 404]);
  });

  it('forgets whoever gives no sign of life for 45 seconds, and tells colleagues', async () => {
    const id = await file();
    await own.send('PUT', `/v1/notices/${id}/presence`);
    await stream.hears(() => told(id)().length === 1);
    await app.database.query(`update notice_presences set seen_at = seen_at - interval '44 seconds'`);
    expect(await lookingAt(colleague, id)).toHaveLength(1);
    await app.database.query(`update notice_presences set seen_at = seen_at - interval '2 seconds'`);
    expect(await lookingAt(colleague, id)).toEqual([]);
    expect(told(id)()).toHaveLength(1);
    await sweepInsideWork(app.database);
    await stream.hears(() => told(id)().length === 2);
    const [row] = await app.database.query('select count(*)::int as left from notice_presences where notice_id = $1', [
      id,
    ]);
    expect(row.left).toBe(0);
  });

  it('a heartbeat is no news, and neither it nor a list costs more with more people', async () => {
    const id = await file();
    const beat = () => own.send('PUT', `/v1/notices/${id}/presence`);
    await beat();
    await stream.hears(() => told(id)().length === 1);
    const alone = await statementsOf(app.database, () => own.get('/v1/notices'));
    await colleague.send('PUT', `/v1/notices/${id}/presence`);
    await stream.hears(() => told(id)().length === 2);
    for (let count = 0; count < 3; count++) await beat();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(told(id)()).toHaveLength(2);
    const polled = (statements: string[]) => statements.filter((sql) => !/pg_current_snapshot/.test(sql)).length;
    expect(polled(await statementsOf(app.database, () => own.get('/v1/notices')))).toBe(polled(alone));
  });

  it('gives many notices to one member in one step, each row with its own answer', async () => {
    const ids = [await file(), await file(), await file()];
    const foreign = await file(pasted.douyin());
    const asked = { noticeIds: [...ids, foreign, newId(), 'nonsense'], memberId: colleagueId };
    let body: any;
    const statements = await statementsOf(app.database, async () => {
      ({ body } = await own.post('/v1/assignments', asked));
    });
    const problem = { code: 'not_found', detail: null };
    expect(body).toEqual({
      assigneeId: colleagueId,
      results: asked.noticeIds.map((noticeId, index) =>
        index < 3 ? { noticeId, ok: true, problem: null } : { noticeId, ok: false, problem },
      ),
    });
    expect(statements.filter((sql) => /update notices/.test(sql))).toHaveLength(1);
    const { body: mine } = await colleague.get('/v1/notices?assignee=me');
    expect(mine.data.map(({ id }: any) => id).sort()).toEqual([...ids].sort());
    await own.post('/v1/assignments', { noticeIds: ids, memberId: null });
    expect((await colleague.get('/v1/notices?assignee=me')).body.data).toEqual([]);
    for (const id of ids) await stream.hears(() => told(id)().length > 0);
    const stranger = (await (await app.signedIn('platform2')).get('/v1/me')).body.member.id;
    const refused = await own.post('/v1/assignments', { noticeIds: ids, memberId: stranger });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/memberId' }] } });
  });

  it('a note can be taken back by who wrote it, within ten minutes', async () => {
    const id = await file();
    const write = async () => (await own.post(`/v1/notices/${id}/notes`, { text: '写错了' })).body.id;
    const noteId = await write();
    const path = `/v1/notices/${id}/notes/${noteId}`;
    expect((await colleague.send('DELETE', path)).status).toBe(403);
    expect((await app.by('platform2').send('DELETE', path)).status).toBe(404);
    expect((await own.send('DELETE', path)).status).toBe(204);
    expect((await own.send('DELETE', path)).status).toBe(404);
    expect((await own.get(`/v1/notices/${id}/notes`)).body.data).toEqual([]);
    const late = await write();
    await inTransaction(app.database, (tx) => moveClock(tx, 11 * 60_000));
    const answer = await own.send('DELETE', `/v1/notices/${id}/notes/${late}`);
    expect([answer.status, answer.body.code]).toEqual([409, 'undo_over']);
    expect((await own.get(`/v1/notices/${id}/notes`)).body.data).toHaveLength(1);
  });

  it('prepared refusals are changed and removed by their own organization', async () => {
    const draft = { name: '已获授权', reasonCode: 'licensed', text: '用户已提供授权书。' };
    const { body: template } = await own.post('/v1/templates', draft);
    await own.post('/v1/templates', { ...draft, name: '合理使用' });
    const path = `/v1/templates/${template.id}`;
    const amended = await own.send('PATCH', path, { text: '授权书编号见附件。' });
    expect(amended.body).toEqual({ ...template, text: '授权书编号见附件。' });
    expect(await own.send('PATCH', path, { name: '合理使用' })).toMatchObject({
      status: 409,
      body: { code: 'already_exists' },
    });
    expect((await own.send('PATCH', path, { name: '已获授权' })).status).toBe(200);
    for (const method of ['PATCH', 'DELETE'])
      expect(
        (await app.by('platform2').send(method, path, method === 'PATCH' ? { text: 'x' } : undefined)).status,
      ).toBe(404);
    expect((await own.send('DELETE', path)).status).toBe(204);
    expect((await own.get('/v1/templates')).body.data.map(({ name }: any) => name)).toEqual(['合理使用']);
  });
});

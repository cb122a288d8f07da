import { inTransaction } from '#database';
import { newId } from '#kernel';
import { type AuthorizationCheck, authorizationStates } from '#works';
import { type DemoAccount, eventually, startTestApp, type TestApp } from '../support/app.js';
import { statementsOf } from '../support/statements.js';

let app: TestApp;
const organizations = {} as Record<DemoAccount, string>;
beforeAll(async () => {
  app = await startTestApp();
  for (const account of ['rights', 'partner', 'platform', 'operator'] as const)
    organizations[account] = (await app.by(account).get('/v1/me')).body.organization.id;
}, 60_000);
afterAll(() => app?.close());

const owner = '北京星海影业有限公司';
const film = { title: '流浪地球2', category: 'film' };
const granted = (changes: Record<string, unknown> = {}) => ({
  owner: { name: owner, organizationId: organizations.rights },
  catalogue: true,
  titlePatterns: ['流浪地球*'],
  rights: ['information_network'],
  validFrom: '2020-01-01',
  documents: [{ text: '授权书' }],
  ...changes,
});
const file = (changes = {}, headers = {}) => app.by('partner').post('/v1/authorizations', granted(changes), headers);
const decide = (id: string, decision: string, reason?: string, headers = {}) =>
  app.by('operator').post(`/v1/authorizations/${id}/approval`, { decision, reason }, headers);
const judge = (at: Date, checks: Array<Partial<AuthorizationCheck>>, agent = organizations.partner) =>
  inTransaction(app.database, (tx) =>
    authorizationStates(
      tx,
      at,
      agent,
      checks.map((check) => ({ authorizationId: newId(), work: film, right: 'information_network', ...check })),
    ),
  );
const soon = () => new Date(Date.now() + 1_000);
const eventsOf = async (id: string) =>
  (await app.database.query('select type, audience, payload from events where matter_id = $1 order by sequence', [
    id,
  ])) as Array<{
    type: string;
    audience: string[];
    payload: string;
  }>;

describe('an authorization', () => {
  it('waits for the operator, counts unverified meanwhile, and verified once approved', async () => {
    const { status, body } = await file();
    expect([status, body.state, body.allowedActions]).toEqual([201, 'pending', ['revoke']]);
    expect(await judge(soon(), [{ authorizationId: body.id }])).toEqual([{ state: 'pending', isVerified: false }]);
    const { body: queue } = await app.by('operator').get('/v1/authorizations?state=pending&limit=200');
    expect(queue.data.find(({ id }: any) => id === body.id).allowedActions).toEqual(['approve', 'reject', 'freeze']);
    const approved = await decide(body.id, 'approve');
    expect([approved.status, approved.body.state, approved.body.version]).toEqual([200, 'approved', 2]);
    expect(await judge(soon(), [{ authorizationId: body.id }])).toEqual([{ state: 'in_force', isVerified: true }]);
    expect((await decide(body.id, 'approve')).body).toMatchObject({ code: 'wrong_state', state: 'approved' });
  });

  it('is rejected and frozen with a reason alone; frozen counts for nothing until a person decides', async () => {
    const { body } = await file();
    expect(await decide(body.id, 'freeze')).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/reason' }] } });
    expect((await decide(body.id, 'freeze', '涉嫌伪造')).body).toMatchObject({ state: 'frozen', reason: '涉嫌伪造' });
    expect(await judge(soon(), [{ authorizationId: body.id }])).toEqual([{ state: 'frozen', isVerified: false }]);
    expect((await decide(body.id, 'reject', '授权书不实')).body.state).toBe('rejected');
    expect(await judge(soon(), [{ authorizationId: body.id }])).toEqual([{ state: 'rejected', isVerified: false }]);
  });

  it('is told to the owner, who reads it and revokes it; the agent learns why', async () => {
    const { body } = await file();
    expect((await app.by('rights').get(`/v1/authorizations/${body.id}`)).body.allowedActions).toEqual(['revoke']);
    const { body: list } = await app.by('rights').get('/v1/authorizations?limit=200');
    expect(list.data.map(({ id }: any) => id)).toContain(body.id);
    const revoked = await app.by('rights').post(`/v1/authorizations/${body.id}/revocation`, { reason: '未曾授权' });
    expect(revoked.body).toMatchObject({ state: 'revoked', reason: '未曾授权', allowedActions: [] });
    expect((await app.by('partner').get(`/v1/authorizations/${body.id}`)).body.reason).toBe('未曾授权');
    const events = await eventsOf(body.id);
    expect(events.map(({ type }) => type)).toEqual(['authorization.submitted', 'authorization.revoked']);
    for (const { audience, payload } of events) {
      expect(audience).toEqual([organizations.partner, organizations.rights]);
      expect(payload).not.toMatch(/星海|未曾/);
    }
    const letters = await eventually(async () => {
      const rows = await app.database.query(
        `select recipient, template from letters where once_key like any(select id || ':%' from events where matter_id = $1)`,
        [body.id],
      );
      return rows.length >= 3 && rows;
    });
    expect(letters.map(({ recipient, template }: any) => `${template} ${recipient}`).sort()).toEqual([
      'authorization_decided partner@demo.test',
      'authorization_decided rights@demo.test',
      'authorization_submitted rights@demo.test',
    ]);
  });

  it('is revoked by its own agent too; of two at once, one does', async () => {
    const { body } = await file({ owner: { name: '某电影公司' } });
    const revoke = () => app.by('partner').post(`/v1/authorizations/${body.id}/revocation`, { reason: '合同终止' });
    expect((await Promise.all([revoke(), revoke()])).map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('of others does not exist', async () => {
    const { body } = await app.by('rights').post('/v1/authorizations', granted({ owner: { name: '别家' } }));
    const stranger = app.by('partner');
    expect((await stranger.get(`/v1/authorizations/${body.id}`)).status).toBe(404);
    expect((await stranger.post(`/v1/authorizations/${body.id}/revocation`, { reason: 'x' })).status).toBe(404);
    const { body: list } = await stranger.get('/v1/authorizations?limit=200');
    expect(list.data.map(({ id }: any) => id)).not.toContain(body.id);
    expect(
      (await app.by('partner').post(`/v1/authorizations/${body.id}/approval`, { decision: 'approve' })).status,
    ).toBe(403);
    expect(await judge(soon(), [{ authorizationId: body.id }])).toEqual([{ state: 'unknown', isVerified: false }]);
  });

  it('with an old version is not decided: 412 with the current one', async () => {
    const { body } = await file();
    await decide(body.id, 'approve', undefined, { 'if-match': '"1"' });
    const late = await decide(body.id, 'freeze', '复核', { 'if-match': '"1"' });
    expect(late).toMatchObject({ status: 412, body: { code: 'stale_version', version: 2, state: 'approved' } });
  });

  it('filed twice under one key is there once', async () => {
    const headers = { 'idempotency-key': newId() };
    expect((await file({}, headers)).body.id).toBe((await file({}, headers)).body.id);
  });
});

it.each([
  ['dates reversed', { validFrom: '2026-06-30', validUntil: '2026-06-01' }, '#/validUntil', 'before_start'],
  ['a day that does not exist', { validFrom: '2026-02-30' }, '#/validFrom', 'bad_day'],
  ['a validity that is over', { validUntil: '2020-06-30' }, '#/validUntil', 'in_past'],
  ['an unknown right', { rights: ['everything'] }, '#/rights', 'is_in'],
  ['no right', { rights: [] }, '#/rights', 'array_min_size'],
  ['neither works nor catalogue', { catalogue: false, titlePatterns: [] }, '#/workIds', 'required'],
  ['both', { workIds: [newId()] }, '#/workIds', 'either_or'],
  [
    'a work that is not in the vault',
    { catalogue: false, titlePatterns: [], workIds: [newId()] },
    '#/workIds/0',
    'unknown_work',
  ],
  ['a work id that is none', { catalogue: false, titlePatterns: [], workIds: ['x'] }, '#/workIds/0', 'unknown_work'],
  ['a pattern without letters', { titlePatterns: ['**'] }, '#/titlePatterns/0', 'bad_format'],
  ['an unknown territory', { territory: ['QQ'] }, '#/territory/0', 'unknown_territory'],
  [
    'an owner that is not there',
    { owner: { name: 'x', organizationId: newId() } },
    '#/owner/organizationId',
    'unknown_owner',
  ],
  ['an owner without a name', { owner: { name: ' ' } }, '#/owner/name', 'required'],
  ['a parent that is not there', { parentAuthorizationId: newId() }, '#/parentAuthorizationId', 'unknown_parent'],
  ['501 works', { workIds: Array.from({ length: 501 }, newId) }, '#/workIds', 'array_max_size'],
])('%s: 422 with the place', async (_name, changes, pointer, code) => {
  const { status, body } = await file(changes);
  expect([status, body.code]).toEqual([422, 'validation_failed']);
  expect(body.errors).toContainEqual({ pointer, code, detail: expect.any(String) });
});

it('a platform, the agent itself and a regulator are no owners', async () => {
  for (const organizationId of [organizations.platform, organizations.partner, organizations.operator])
    expect((await file({ owner: { name: 'x', organizationId } })).status).toBe(422);
});

describe('at the instant of filing', () => {
  it('a revocation counts from its millisecond, an approval too', async () => {
    const { body } = await file();
    await decide(body.id, 'approve');
    await app.by('rights').post(`/v1/authorizations/${body.id}/revocation`, { reason: 'x' });
    const [row] = await app.database.query(
      'select filed_at, approved_at, state_since from authorizations where id = $1',
      [body.id],
    );
    const around = async (instant: Date) => {
      const before = await judge(new Date(instant.getTime() - 1), [{ authorizationId: body.id }]);
      const [at] = await judge(instant, [{ authorizationId: body.id }]);
      return [before[0]!.state, at!.state];
    };
    expect(await around(row.filed_at)).toEqual(['unknown', 'pending']);
    expect(await around(row.approved_at)).toEqual(['pending', 'in_force']);
    expect(await around(row.state_since)).toEqual(['in_force', 'revoked']);
  });

  it('the last day ends at midnight in Beijing', async () => {
    const { body } = await file({ validUntil: '2099-06-30' });
    const states = await Promise.all(
      ['2099-06-30T15:59:59.999Z', '2099-06-30T16:00:00.000Z'].map((at) =>
        judge(new Date(at), [{ authorizationId: body.id }]),
      ),
    );
    expect(states.flat().map(({ state }) => state)).toEqual(['pending', 'expired']);
  });

  it('listed works are those of the day it was filed: a later change of the vault adds nothing', async () => {
    const { body: work } = await app.by('partner').post('/v1/works', film);
    const { body } = await file({ catalogue: false, titlePatterns: [], workIds: [work.id] });
    expect(body.works).toMatchObject([{ workId: work.id, title: '流浪地球2' }]);
    await app.by('partner').send('PATCH', `/v1/works/${work.id}`, { title: '三体' });
    const rewritten = { title: '三体', category: 'film', workId: work.id };
    const states = await judge(soon(), [{ authorizationId: body.id }, { authorizationId: body.id, work: rewritten }]);
    expect(states.map(({ state }) => state)).toEqual(['pending', 'out_of_scope']);
  });

  it('hundreds of checks take two statements and keep their order', async () => {
    const { body: work } = await app.by('partner').post('/v1/works', film);
    const { body: one } = await file({ catalogue: false, titlePatterns: [], workIds: [work.id] });
    const { body: other } = await file({ rights: ['distribution'] });
    const checks = Array.from({ length: 300 }, (_, each) => ({
      authorizationId: [one.id, other.id, newId(), 'no id'][each % 4]!,
    }));
    let states: string[] = [];
    const statements = await statementsOf(app.database, async () => {
      states = (await judge(soon(), checks)).map(({ state }) => state);
    });
    expect(states.slice(0, 5)).toEqual(['pending', 'out_of_scope', 'unknown', 'unknown', 'pending']);
    expect(states).toHaveLength(300);
    expect(statements.filter((sql) => /authorization/.test(sql))).toHaveLength(2);
  });
});

describe('a sub-licence', () => {
  const above = (changes = {}) =>
    app.by('rights').post('/v1/authorizations', granted({ owner: { name: '原权利人' }, subLicence: true, ...changes }));
  const below = (parentAuthorizationId: string, changes = {}) =>
    file({ owner: { name: '原权利人' }, parentAuthorizationId, ...changes });

  it('falls with the authorization that it rests on, at that instant', async () => {
    const { body: parent } = await above();
    const { body: child } = await below(parent.id);
    expect((await eventsOf(child.id))[0]!.audience).toEqual([organizations.partner, organizations.rights]);
    for (const id of [parent.id, child.id]) await decide(id, 'approve');
    expect(await judge(soon(), [{ authorizationId: child.id }])).toEqual([{ state: 'in_force', isVerified: true }]);
    await app.by('rights').post(`/v1/authorizations/${parent.id}/revocation`, { reason: 'x' });
    expect(await judge(soon(), [{ authorizationId: child.id }])).toEqual([{ state: 'revoked', isVerified: false }]);
  });

  it('may be revoked by whoever passed the right on, and reads as its own to neither', async () => {
    const { body: child } = await below((await above()).body.id);
    expect((await app.by('rights').get(`/v1/authorizations/${child.id}`)).body.allowedActions).toEqual(['revoke']);
    expect(
      (await app.by('rights').post(`/v1/authorizations/${child.id}/revocation`, { reason: '超出范围' })).status,
    ).toBe(200);
  });

  it('of what allows none, of another owner, or of one’s own is refused', async () => {
    const codeOf = async (id: string, changes = {}) => (await below(id, changes)).body.errors[0].code;
    expect(await codeOf((await above({ subLicence: false })).body.id)).toBe('unknown_parent');
    expect(await codeOf((await above()).body.id, { owner: { name: '别人' } })).toBe('other_owner');
    expect(await codeOf((await file({ owner: { name: '原权利人' }, subLicence: true })).body.id)).toBe(
      'own_organization',
    );
  });

  it('has at most five links', async () => {
    let id = (await above()).body.id;
    for (let link = 2; link <= 5; link++) {
      const agent = link % 2 === 0 ? 'partner' : 'rights';
      const body = granted({ owner: { name: '原权利人' }, subLicence: true, parentAuthorizationId: id });
      id = (await app.by(agent).post('/v1/authorizations', body)).body.id;
    }
    expect(await below(id)).toMatchObject({ status: 422, body: { errors: [{ code: 'chain_too_long' }] } });
  });
});

it('the list is newest first for whoever is party, filtered by the state of the instant, and no page repeats', async () => {
  const ids: string[] = [];
  for (let each = 0; each < 4; each++) ids.unshift((await file({ titlePatterns: ['分页'] })).body.id);
  const seen: string[] = [];
  for (let after = ''; seen.length < 4;) {
    const { body } = await app.by('partner').get(`/v1/authorizations?state=pending&limit=3${after}`);
    seen.push(...body.data.map(({ id }: any) => id));
    after = `&after=${body.next}`;
  }
  expect(seen.slice(0, 4)).toEqual(ids);
  expect(new Set(seen).size).toBe(seen.length);
  await app.database.query(`update authorizations set valid_until = '2020-06-30' where id = $1`, [ids[0]]);
  const stateOf = async (state: string) =>
    (await app.by('operator').get(`/v1/authorizations?state=${state}&limit=200`)).body.data.map(({ id }: any) => id);
  expect(await stateOf('expired')).toContain(ids[0]);
  expect(await stateOf('pending')).not.toContain(ids[0]);
  expect(await decide(ids[0]!, 'approve')).toMatchObject({
    status: 409,
    body: { state: 'expired', allowedActions: [] },
  });
});

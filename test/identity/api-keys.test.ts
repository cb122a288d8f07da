import { Controller, Get, Post } from '@nestjs/common';
import { createMember, createOrganization, type Caller, mintApiKey, requireConfirmedEmail } from '#identity';
import { CallerOf, Needs } from '../../apps/api/src/http/access.js';
import { identityApp } from './identity-app.js';

@Controller('v1/probe')
class ProbeController {
  @Get()
  @Needs('complaints:read')
  read(@CallerOf() caller: Caller) {
    return { organizationId: caller.organizationId, memberId: caller.memberId, scopes: [...caller.scopes] };
  }

  @Post()
  @Needs('complaints:write')
  file(@CallerOf() caller: Caller) {
    requireConfirmedEmail(caller);
    return {};
  }
}

let system: Awaited<ReturnType<typeof identityApp>>;
let owner: Awaited<ReturnType<typeof system.member>>;
beforeAll(async () => {
  system = await identityApp({ controllers: [ProbeController] });
  owner = await system.member('rights_holder');
});
afterAll(() => system?.end());

const create = (body: object, token = owner.accessToken, headers = {}) =>
  system.call('POST', '/v1/api-keys', { token, body, headers });
const probe = (token: string, from?: string) => system.call('GET', '/v1/probe', { token, from });
const reading = { name: '法务系统', scopes: ['complaints:read'] };
const roll = (id: string, body?: object) =>
  system.call('POST', `/v1/api-keys/${id}/roll`, { token: owner.accessToken, body });

it('shows a key once, keeps its hash, and lets it in', async () => {
  const made = await create(reading);
  expect(made).toMatchObject({ status: 201, body: { mode: 'sandbox', state: 'active', scopes: ['complaints:read'] } });
  expect(made.headers['cache-control']).toBe('no-store');
  expect(made.body.key).toMatch(/^tsk_test_/);
  expect(await probe(made.body.key)).toMatchObject({
    status: 200,
    body: { organizationId: owner.organizationId, memberId: null, scopes: ['complaints:read'] },
  });
  const list = await system.call('GET', '/v1/api-keys', { token: owner.accessToken });
  expect(JSON.stringify(list.body)).not.toContain(made.body.key);
  expect(list.body.data[0]).toMatchObject({ id: made.body.id, prefix: made.body.key.slice(0, 15) });
  const [row] = await system.database.query('select to_jsonb(k)::text as row from api_keys k where id = $1', [
    made.body.id,
  ]);
  expect(row.row).not.toContain(made.body.key);
  expect((await system.call('GET', '/v1/me', { token: made.body.key })).body).toMatchObject({
    member: null,
    apiKey: { id: made.body.id },
    scopes: ['complaints:read'],
  });
});

it('opens to a key only the routes of its scopes', async () => {
  const { key } = (await create(reading)).body;
  expect(await system.call('POST', '/v1/probe', { token: key })).toMatchObject({
    status: 403,
    body: { code: 'forbidden', detail: expect.stringContaining('complaints:write') },
  });
});

it('never lets a key keep members or keys', async () => {
  const { key } = (await create({ name: 'all', scopes: ['complaints:read', 'webhooks:manage'] })).body;
  for (const [method, path] of [
    ['GET', '/v1/members'],
    ['GET', '/v1/api-keys'],
    ['POST', '/v1/api-keys'],
    ['POST', '/v1/auth/logout'],
  ] as const) {
    expect((await system.call(method, path, { token: key })).status).toBe(403);
  }
});

it.each([
  ['members:manage', 'signed-in persons'],
  ['bulk:write', 'green channel'],
  ['notices:act', 'do not have this scope'],
])('does not grant %s, and says why', async (scope, reason) => {
  expect(await create({ name: 'x', scopes: ['complaints:read', scope] })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '#/scopes/1', detail: expect.stringContaining(reason) }] },
  });
});

it.each([
  [{ scopes: [] }, '#/scopes'],
  [{ scopes: ['everything'] }, '#/scopes'],
  [{ expiresAt: '2020-01-01T00:00:00Z' }, '#/expiresAt'],
  [{ expiresAt: 'tomorrow' }, '#/expiresAt'],
  [{ allowedCidrs: ['10.0.0.0/8', 'office'] }, '#/allowedCidrs/1'],
  [{ mode: 'test' }, '#/mode'],
  [{ organizationId: '0' }, '#/organizationId'],
  [{ name: '' }, '#/name'],
])('refuses %j with a pointer', async (fault, pointer) => {
  const answer = await create({ ...reading, ...fault });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
});

it('refuses a key of the other mode', async () => {
  const { key } = (await create({ ...reading, mode: 'live' })).body;
  expect(key).toMatch(/^tsk_live_/);
  expect(await probe(key)).toMatchObject({ status: 401, body: { code: 'wrong_mode' } });
});

it('refuses an expired and a revoked key', async () => {
  const first = (await create({ ...reading, expiresAt: new Date(Date.now() + 60_000).toISOString() })).body;
  expect((await probe(first.key)).status).toBe(200);
  await system.database.query(`update api_keys set expires_at = now() - interval '1 second' where id = $1`, [first.id]);
  expect(await probe(first.key)).toMatchObject({ status: 401, body: { code: 'key_expired' } });
  const second = (await create(reading)).body;
  const revoke = () => system.call('DELETE', `/v1/api-keys/${second.id}`, { token: owner.accessToken });
  expect((await revoke()).status).toBe(204);
  expect((await revoke()).status).toBe(204);
  expect(await probe(second.key)).toMatchObject({ status: 401, body: { code: 'key_expired' } });
});

it('lets a key in only from its networks, also where IPv4 comes inside IPv6', async () => {
  const { key, allowedCidrs } = (await create({ ...reading, allowedCidrs: ['203.0.113.7/24', '2001:db8::/32'] })).body;
  expect(allowedCidrs).toEqual(['203.0.113.0/24', '2001:db8::/32']);
  expect((await probe(key, '203.0.113.200')).status).toBe(200);
  expect((await probe(key, '::ffff:203.0.113.200')).status).toBe(200);
  expect((await probe(key, '2001:db8:5::1')).status).toBe(200);
  expect(await probe(key, '203.0.114.1')).toMatchObject({ status: 403, body: { code: 'address_not_allowed' } });
  expect((await probe(key, '2001:db9::1')).status).toBe(403);
});

it('notes the last use once, without a statement in the request', async () => {
  const { key, id } = (await create(reading)).body;
  const lastUse = async () => {
    const { data } = (await system.call('GET', '/v1/api-keys', { token: owner.accessToken })).body;
    return data.find((entry: { id: string }) => entry.id === id).lastUsedAt as string | null;
  };
  expect(await lastUse()).toBeNull();
  await probe(key);
  const first = await lastUse();
  expect(Date.parse(first!)).toBeGreaterThan(Date.now() - 5000);
  await probe(key);
  expect(await lastUse()).toBe(first);
});

it('writes the last use by itself within a second or two', async () => {
  const { key, id } = (await create(reading)).body;
  await probe(key);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const [row] = await system.database.query('select last_used_at from api_keys where id = $1', [id]);
  expect(row.last_used_at).not.toBeNull();
});

it('rolls a key: both work during the overlap, then only the new one', async () => {
  const old = (await create({ ...reading, allowedCidrs: ['127.0.0.0/8'] })).body;
  const rolled = await roll(old.id, { overlapHours: 1 });
  expect(rolled).toMatchObject({ status: 201, body: { scopes: old.scopes, allowedCidrs: old.allowedCidrs } });
  expect(rolled.headers['cache-control']).toBe('no-store');
  expect((await probe(old.key)).status).toBe(200);
  expect((await probe(rolled.body.key)).status).toBe(200);
  const [row] = await system.database.query(
    `select expires_at - now() between interval '59 minutes' and interval '1 hour' as is_right, replaced_by
     from api_keys where id = $1`,
    [old.id],
  );
  expect(row).toEqual({ is_right: true, replaced_by: rolled.body.id });
  await system.database.query(`update api_keys set expires_at = now() - interval '1 second' where id = $1`, [old.id]);
  expect((await probe(old.key)).body.code).toBe('key_expired');
  expect((await probe(rolled.body.key)).status).toBe(200);
});

it('rolls without a body for a day, at most for a week, and only once', async () => {
  const old = (await create(reading)).body;
  expect((await roll(old.id, { overlapHours: 169 })).body.errors[0].pointer).toBe('#/overlapHours');
  const answers = await Promise.all([roll(old.id), roll(old.id)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  const [row] = await system.database.query(
    `select expires_at - now() > interval '23 hours 59 minutes' as is_day from api_keys where id = $1`,
    [old.id],
  );
  expect(row.is_day).toBe(true);
});

it('ends the old key at once where no overlap is wanted', async () => {
  const old = (await create(reading)).body;
  expect((await roll(old.id, { overlapHours: 0 })).status).toBe(201);
  expect((await probe(old.key)).body.code).toBe('key_expired');
});

it('does not let an old key live longer by rolling it', async () => {
  const expiresAt = new Date(Date.now() + 600_000).toISOString();
  const old = (await create({ ...reading, expiresAt })).body;
  const rolled = await roll(old.id, { overlapHours: 168 });
  const [row] = await system.database.query('select expires_at from api_keys where id = $1', [old.id]);
  expect(row.expires_at.toISOString()).toBe(expiresAt);
  const life = Date.parse(rolled.body.expiresAt) - Date.parse(rolled.body.createdAt);
  expect(Math.abs(life - 600_000)).toBeLessThan(5000);
});

it('shows nobody the keys of others', async () => {
  const { id } = (await create(reading)).body;
  const stranger = await system.member('agent');
  const { accessToken: token } = stranger;
  expect((await system.call('GET', '/v1/api-keys', { token })).body.data).toEqual([]);
  expect((await system.call('DELETE', `/v1/api-keys/${id}`, { token })).status).toBe(404);
  expect((await system.call('POST', `/v1/api-keys/${id}/roll`, { token, body: {} })).status).toBe(404);
  expect((await system.call('DELETE', '/v1/api-keys/not-an-id', { token })).status).toBe(404);
});

it('keeps handlers and viewers from keys', async () => {
  const { organizationId } = owner;
  for (const role of ['handler', 'viewer'] as const) {
    const { accessToken: token } = await system.member('rights_holder', role, { organizationId });
    expect((await create(reading, token)).status).toBe(403);
  }
});

it('does not repeat the key when a request is repeated', async () => {
  const headers = { 'idempotency-key': 'key-1' };
  const first = await create(reading, owner.accessToken, headers);
  const again = await create(reading, owner.accessToken, headers);
  expect(again.body.id).toBe(first.body.id);
  expect(first.body.key).toBeDefined();
  expect(again.body.key).toBeUndefined();
});

it('refuses filing with a key whose maker has not confirmed the address', async () => {
  const key = await system.database.transaction(async (tx) => {
    const organizationId = await createOrganization(tx, new Date(), { kind: 'agent', name: '律所' });
    const member = { organizationId, name: '李四', role: 'owner', email: 'unsure@example.test' } as const;
    const createdBy = await createMember(tx, new Date(), { ...member, isEmailConfirmed: false });
    const scopes = ['complaints:write', 'complaints:read'] as const;
    const minted = await mintApiKey(tx, {
      organizationId,
      createdBy,
      name: 'k',
      scopes,
      mode: 'sandbox',
      creatorScopes: new Set(scopes),
    });
    return minted.key;
  });
  expect((await probe(key)).status).toBe(200);
  const file = () => system.call('POST', '/v1/probe', { token: key });
  expect(await file()).toMatchObject({ status: 403, body: { code: 'email_unconfirmed' } });
  await system.database.query(`update members set email_confirmed_at = now() where email = 'unsure@example.test'`);
  expect((await file()).status).toBe(201);
});

it('pages through the keys, newest first, without skipping', async () => {
  const seen: string[] = [];
  let after = '';
  do {
    const page = await system.call('GET', `/v1/api-keys?limit=3${after}`, { token: owner.accessToken });
    seen.push(...page.body.data.map((entry: { id: string }) => entry.id));
    after = page.body.next ? `&after=${page.body.next}` : '';
  } while (after);
  const [{ count }] = await system.database.query('select count(*)::int from api_keys where organization_id = $1', [
    owner.organizationId,
  ]);
  expect(new Set(seen).size).toBe(count);
  expect(seen).toEqual([...seen].sort().reverse());
});

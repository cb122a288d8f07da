import { newId } from '#kernel';
import { browserWith, signIn, type System } from './browser.js';
import { identityApp, password } from './identity-app.js';

let system: System;
beforeAll(async () => {
  system = await identityApp();
});
afterAll(() => system?.end());

const ids = (body: { data: Array<{ id: string }> }) => body.data.map(({ id }) => id);

it('lists where one is signed in, newest first: browsers and tokens, and which of them asks', async () => {
  const { email, accessToken } = await system.member('rights_holder');
  const headers = { 'user-agent': `Firefox 火狐 ${'x'.repeat(300)}`, 'x-forwarded-for': '203.0.113.9' };
  headers['user-agent'] = headers['user-agent'].replace(/[^\x20-\x7e]/g, '');
  const { get } = await signIn(system, email, { headers });
  const { status, body } = await get('/v1/me/sessions');
  expect([status, body.next, body.data.length]).toEqual([200, null, 2]);
  const [browser, token] = body.data;
  expect(browser).toMatchObject({ kind: 'browser', address: '203.0.113.9', isCurrent: true });
  expect(browser.userAgent).toBe(headers['user-agent'].slice(0, 200));
  expect(Date.parse(browser.expiresAt) - Date.parse(browser.createdAt)).toBe(12 * 3600 * 1000);
  expect(token).toMatchObject({ kind: 'token', isCurrent: false });
  const byToken = await system.call('GET', '/v1/me/sessions', { token: accessToken });
  expect(byToken.body.data.map((s: { isCurrent: boolean }) => s.isCurrent)).toEqual([false, true]);
  const firstPage = await get('/v1/me/sessions?limit=1');
  const secondPage = await get(`/v1/me/sessions?limit=1&after=${firstPage.body.next}`);
  expect([...ids(firstPage.body), ...ids(secondPage.body)]).toEqual(ids(body));
  expect(secondPage.body.next).toBeNull();
});

it('does not list what has ended or is too old', async () => {
  const { email, memberId, accessToken } = await system.member('rights_holder');
  await system.call('POST', '/v1/auth/logout', { token: accessToken });
  const old = await signIn(system, email);
  const [{ id }] = (await old.get('/v1/me/sessions')).body.data;
  await system.database.query(`update sessions set expires_at = now() where member_id = $1`, [memberId]);
  const { get, delete: remove } = await signIn(system, email);
  expect((await get('/v1/me/sessions')).body.data).toHaveLength(1);
  expect((await remove(`/v1/me/sessions/${id}`)).status).toBe(404);
});

it('ends one of them at once, and only that one', async () => {
  const { email } = await system.member('rights_holder');
  const [lost, here] = [await signIn(system, email), await signIn(system, email)];
  const { id } = (await lost.get('/v1/me/sessions')).body.data.find((s: { isCurrent: boolean }) => s.isCurrent);
  expect((await here.delete(`/v1/me/sessions/${id}`)).status).toBe(204);
  expect(await lost.get('/v1/me')).toMatchObject({ status: 401, body: { code: 'session_ended' } });
  expect((await here.get('/v1/me')).status).toBe(200);
  expect((await here.delete(`/v1/me/sessions/${id}`)).status).toBe(404);
});

it('does not know the session of another: not of a colleague, nor of another organization', async () => {
  const owner = await system.member('platform');
  const colleague = await system.member('platform', 'handler', { organizationId: owner.organizationId });
  const stranger = await system.member('platform');
  const here = await signIn(system, owner.email);
  for (const { accessToken: token } of [colleague, stranger]) {
    const [{ id }] = (await system.call('GET', '/v1/me/sessions', { token })).body.data;
    expect(await here.delete(`/v1/me/sessions/${id}`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await system.call('GET', '/v1/me', { token })).status).toBe(200);
  }
  expect((await here.delete(`/v1/me/sessions/${newId()}`)).status).toBe(404);
  expect((await here.delete('/v1/me/sessions/x')).status).toBe(404);
});

it('signs out everywhere else, browsers and tokens', async () => {
  const { email, accessToken, refreshToken } = await system.member('rights_holder');
  const [elsewhere, here] = [await signIn(system, email), await signIn(system, email)];
  const stranger = await system.member('rights_holder');
  expect(await here.post('/v1/me/sessions/end-others')).toMatchObject({ status: 200, body: { ended: 2 } });
  expect((await elsewhere.get('/v1/me')).body.code).toBe('session_ended');
  expect((await system.call('GET', '/v1/me', { token: accessToken })).status).toBe(401);
  expect((await system.call('POST', '/v1/auth/refresh', { body: { refreshToken } })).status).toBe(401);
  expect((await here.get('/v1/me')).status).toBe(200);
  expect((await system.call('GET', '/v1/me', { token: stranger.accessToken })).status).toBe(200);
});

it('signs out everywhere, here too', async () => {
  const { email, accessToken } = await system.member('rights_holder');
  const here = await signIn(system, email);
  const answer = await here.delete('/v1/me/sessions');
  expect(answer).toMatchObject({ status: 204 });
  expect(answer.headers['set-cookie']).toMatch(/^__Host-tongshan=; Max-Age=0;/);
  expect((await browserWith(system, here.cookie).get('/v1/me')).body.code).toBe('session_ended');
  expect((await system.call('GET', '/v1/me', { token: accessToken })).status).toBe(401);
});

it('ends the other sessions when the password is changed, which takes the present one', async () => {
  const { email, accessToken } = await system.member('rights_holder');
  const [elsewhere, here] = [await signIn(system, email), await signIn(system, email)];
  const next = 'another horse 充电';
  const refused = await here.post('/v1/me/password', { current: 'not the password', next });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/current', code: 'wrong_password' }] } });
  const short = await here.post('/v1/me/password', { current: password, next: 'short' });
  expect(short).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/next' }] } });
  expect((await elsewhere.get('/v1/me')).status).toBe(200);
  expect((await here.post('/v1/me/password', { current: password, next })).status).toBe(204);
  expect((await here.get('/v1/me')).status).toBe(200);
  expect((await elsewhere.get('/v1/me')).status).toBe(401);
  expect((await system.call('GET', '/v1/me', { token: accessToken })).status).toBe(401);
  expect((await signIn(system, email)).answer.status).toBe(401);
  expect((await signIn(system, email, { secret: next })).answer.status).toBe(200);
});

it('lets nobody guess the present password from an open session', async () => {
  const { email } = await system.member('rights_holder');
  const here = await signIn(system, email);
  const guess = (current: string) =>
    here.post('/v1/me/password', { current, next: 'another horse 充电' }, { 'x-forwarded-for': '198.51.100.80' });
  for (let i = 0; i < 5; i += 1) expect((await guess(`guess ${i}`)).status).toBe(422);
  expect((await guess(password)).status).toBe(429);
});

it('has none of this for an API key', async () => {
  const { accessToken: token } = await system.member('rights_holder');
  const body = { name: '系统', scopes: ['complaints:read'] };
  const { key } = (await system.call('POST', '/v1/api-keys', { token, body })).body;
  for (const [method, path, sent] of [
    ['GET', '/v1/me/sessions'],
    ['DELETE', '/v1/me/sessions'],
    ['DELETE', `/v1/me/sessions/${newId()}`],
    ['POST', '/v1/me/sessions/end-others'],
    ['POST', '/v1/me/password', { current: password, next: 'another horse 充电' }],
    ['POST', '/v1/me/totp', { password }],
    ['DELETE', '/v1/auth/session'],
  ] as const) {
    const answer = await system.call(method, path, { token: key, body: sent });
    expect([method, path, answer.status, answer.body?.code]).toEqual([method, path, 403, 'forbidden']);
  }
});

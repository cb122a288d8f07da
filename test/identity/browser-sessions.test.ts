import { sha256Hex } from '#kernel';
import { browserWith, cookieOf, fromOwnPage, origin, signIn, type System } from './browser.js';
import { identityApp, password } from './identity-app.js';

let system: System;
beforeAll(async () => {
  system = await identityApp();
});
afterAll(() => system?.end());

const someone = () => system.member('rights_holder');
const age = (cookie: string, by: string, columns = ['last_seen_at', 'expires_at', 'created_at']) =>
  system.database.query(
    `update sessions set ${columns.map((name) => `${name} = ${name} - interval '${by}'`).join(', ')} where secret_hash = $1`,
    [sha256Hex(cookie.split('=')[1]!)],
  );
const rowOf = async (cookie: string) =>
  (await system.database.query('select * from sessions where secret_hash = $1', [sha256Hex(cookie.split('=')[1]!)]))[0];

it('signs a person in by one cookie that no script reads and no other site sends, and answers who they are', async () => {
  const { email, memberId } = await someone();
  const { answer, cookie, get } = await signIn(system, email);
  expect(answer.status).toBe(200);
  expect(answer.headers['set-cookie']).toMatch(
    /^__Host-tongshan=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  expect(answer.headers['cache-control']).toBe('no-store');
  const me = await get('/v1/me');
  expect(me).toMatchObject({ status: 200, body: { member: { id: memberId }, isEmailConfirmed: true, hasTotp: false } });
  expect(answer.body).toEqual(me.body);
  expect(JSON.stringify(answer.body)).not.toContain(cookie.split('=')[1]);
  expect(JSON.stringify(await rowOf(cookie))).not.toContain(cookie.split('=')[1]);
});

it('ends the session and takes the cookie back', async () => {
  const { email } = await someone();
  const { get, delete: remove } = await signIn(system, email);
  const out = await remove('/v1/auth/session');
  expect(out.status).toBe(204);
  expect(out.headers['set-cookie']).toMatch(
    /^__Host-tongshan=; Max-Age=0; Path=\/;.* HttpOnly; Secure; SameSite=Strict$/,
  );
  expect(await get('/v1/me')).toMatchObject({ status: 401, body: { code: 'session_ended' } });
});

it('answers a cookie of nobody with session_ended, and no cookie with unauthenticated', async () => {
  for (const cookie of ['__Host-tongshan=made-up', `__Host-tongshan=${'x'.repeat(3000)}`]) {
    const answer = await browserWith(system, cookie).get('/v1/me');
    expect(answer).toMatchObject({ status: 401, body: { code: 'session_ended' } });
  }
  for (const cookie of ['tongshan=x', '__Host-tongshan=', 'other=1']) {
    const answer = await browserWith(system, cookie).get('/v1/me');
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  }
});

it('takes a bearer before a cookie, and a cookie beside credentials that are not for us', async () => {
  const [one, other] = [await someone(), await someone()];
  const { get } = await signIn(system, one.email);
  const both = await get('/v1/me', { authorization: `Bearer ${other.accessToken}` });
  expect(both.body.member.id).toBe(other.memberId);
  expect((await get('/v1/me', { authorization: 'Bearer rubbish' })).status).toBe(401);
  expect((await get('/v1/me', { authorization: 'Basic dGVzdDp0ZXN0' })).body.member.id).toBe(one.memberId);
});

describe('what writes', () => {
  const { 'sec-fetch-site': site, 'x-requested-with': mark } = fromOwnPage;
  const cases: Array<[what: string, status: number, headers: Record<string, string>]> = [
    ['from a page of ours', 200, fromOwnPage],
    ['from a browser that does not say whence', 200, { origin, 'x-requested-with': mark }],
    ['without an origin', 200, { 'sec-fetch-site': site, 'x-requested-with': mark }],
    ['with the mark alone', 200, { 'x-requested-with': mark }],
    ['without the mark', 403, { origin, 'sec-fetch-site': site }],
    ['with the mark of another', 403, { ...fromOwnPage, 'x-requested-with': 'XMLHttpRequest' }],
    ['from another site', 403, { ...fromOwnPage, 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour under the same domain', 403, { ...fromOwnPage, 'sec-fetch-site': 'same-site' }],
    ['from the address bar', 403, { ...fromOwnPage, 'sec-fetch-site': 'none' }],
    ['with the origin of another site', 403, { ...fromOwnPage, origin: 'https://evil.test' }],
    ['with an origin that only begins like ours', 403, { ...fromOwnPage, origin: `${origin}.evil.test` }],
    ['with our name on another port', 403, { ...fromOwnPage, origin: `${origin}:8443` }],
    ['with our name without TLS', 403, { ...fromOwnPage, origin: 'http://tongshan.test' }],
    ['with the origin of a sandboxed frame', 403, { ...fromOwnPage, origin: 'null' }],
  ];

  it.each(cases)('%s: %i', async (_what, status, headers) => {
    const { email } = await someone();
    const { cookie, answer } = await signIn(system, email);
    const change = await system.call('PATCH', '/v1/organization', {
      body: { name: '新名' },
      headers: { ...headers, cookie },
    });
    expect([change.status, change.body.code]).toEqual([status, status === 403 ? 'cross_site' : undefined]);
    const kept = await system.call('GET', '/v1/organization', { headers: { cookie } });
    expect(kept.body.name).toBe(status === 200 ? '新名' : answer.body.organization.name);
    // whoever makes a browser sign in as somebody else reads what is then typed there
    const login = await system.call('POST', '/v1/auth/session', { body: { email, password }, headers });
    expect([login.status, cookieOf(login.headers) !== null]).toEqual([status, status === 200]);
  });

  it('takes the host that the browser sees for its own, where TLS is as the public address has it', async () => {
    const { email } = await someone();
    const host = new URL(await system.app.getUrl()).host;
    const at = (from: string) => signIn(system, email, { headers: { origin: from } });
    expect((await at(`https://${host}`)).answer.status).toBe(200);
    expect((await at(`http://${host}`)).answer.status).toBe(403);
  });

  it('is never a form', async () => {
    const { email } = await someone();
    const answer = await fetch(new URL('/v1/auth/session', await system.app.getUrl()), {
      method: 'POST',
      headers: { ...fromOwnPage, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email, password }),
    });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([415, null]);
  });

  it('asks nothing of a program with a bearer', async () => {
    const { accessToken: token } = await someone();
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://integrator.test' };
    const change = await system.call('PATCH', '/v1/organization', { token, body: { name: '新名' }, headers });
    expect(change.status).toBe(200);
  });
});

it('reads without the mark: a link or an image of ours needs none', async () => {
  const { email } = await someone();
  const { cookie } = await signIn(system, email);
  expect((await system.call('GET', '/v1/me', { headers: { cookie } })).status).toBe(200);
});

it('gives every sign-in a new secret: one that was planted before opens nothing', async () => {
  const { email } = await someone();
  const planted = `__Host-tongshan=${'A'.repeat(43)}`;
  const { answer, cookie, get } = await signIn(system, email, { headers: { cookie: planted } });
  expect([answer.status, cookie === planted]).toEqual([200, false]);
  expect((await browserWith(system, planted).get('/v1/me')).body.code).toBe('session_ended');
  const again = await signIn(system, email, { headers: { cookie } });
  expect(again.cookie).not.toBe(cookie);
  expect((await get('/v1/me')).body.code).toBe('session_ended');
  expect((await again.get('/v1/me')).status).toBe(200);
});

it('keeps the session before a sign-in that fails', async () => {
  const { email } = await someone();
  const { cookie, get } = await signIn(system, email);
  const failed = await signIn(system, email, { headers: { cookie }, secret: 'not the password' });
  expect(failed.answer).toMatchObject({ status: 401, body: { code: 'bad_credentials' } });
  expect((await get('/v1/me')).status).toBe(200);
});

it('ends after twelve hours of rest', async () => {
  const { email } = await someone();
  const { cookie, get } = await signIn(system, email);
  await age(cookie, '11 hours 59 minutes');
  expect((await get('/v1/me')).status).toBe(200);
  await age(cookie, '11 hours 59 minutes');
  expect((await get('/v1/me')).status).toBe(200);
  await age(cookie, '12 hours 1 minute');
  expect((await get('/v1/me')).body.code).toBe('session_ended');
});

it('ends seven days after the sign-in, however busy', async () => {
  const { email } = await someone();
  const { cookie, get } = await signIn(system, email);
  await age(cookie, '6 days 23 hours', ['created_at']);
  await age(cookie, '2 minutes', ['last_seen_at']);
  expect((await get('/v1/me')).status).toBe(200);
  const { created_at, expires_at } = await rowOf(cookie);
  expect(expires_at.getTime() - created_at.getTime()).toBe(7 * 24 * 3600 * 1000);
  await age(cookie, '1 hour 1 minute');
  expect((await get('/v1/me')).body.code).toBe('session_ended');
});

it('reads who calls in one statement, and writes at most once a minute', async () => {
  const { email } = await someone();
  const { cookie, get } = await signIn(system, email);
  const statements: string[] = [];
  const original = system.database.query.bind(system.database);
  system.database.query = (async (sql: string, parameters?: unknown[]) => {
    statements.push(sql);
    return original(sql, parameters);
  }) as typeof system.database.query;
  try {
    await get('/v1/organizations');
    expect(statements).toHaveLength(1);
    await age(cookie, '61 seconds');
    statements.length = 0;
    await get('/v1/organizations');
    await get('/v1/organizations');
    expect(statements.filter((sql) => sql.startsWith('update sessions'))).toHaveLength(1);
  } finally {
    system.database.query = original;
  }
});

it('shuts a disabled member out at once', async () => {
  const owner = await system.member('platform');
  const handler = await system.member('platform', 'handler', { organizationId: owner.organizationId });
  const { get } = await signIn(system, handler.email);
  await system.call('PATCH', `/v1/members/${handler.memberId}`, {
    token: owner.accessToken,
    body: { isDisabled: true },
  });
  expect((await get('/v1/me')).body.code).toBe('session_ended');
});

it('counts failures at the browser and by tokens together', async () => {
  const { email } = await someone();
  const from = { 'x-forwarded-for': '198.51.100.70' };
  for (let i = 0; i < 5; i += 1) await signIn(system, email, { headers: from, secret: 'not the password' });
  expect((await signIn(system, email, { headers: from })).answer.status).toBe(429);
  const byToken = await system.call('POST', '/v1/auth/login', { body: { email, password }, from: '198.51.100.70' });
  expect(byToken.status).toBe(429);
});

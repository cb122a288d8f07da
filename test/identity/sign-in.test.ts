import { sha256Hex } from '#kernel';
import { identityApp, password } from './identity-app.js';

let system: Awaited<ReturnType<typeof identityApp>>;
beforeAll(async () => {
  system = await identityApp();
});
afterAll(() => system?.end());

const login = (email: string, secret = password, from = '127.0.0.1') =>
  system.call('POST', '/v1/auth/login', { body: { email, password: secret }, from });
const refresh = (refreshToken: string) => system.call('POST', '/v1/auth/refresh', { body: { refreshToken } });
const me = (token: string) => system.call('GET', '/v1/me', { token });

it('signs a member in, whatever the case and the spaces of the address', async () => {
  const { email, organizationId, memberId } = await system.member('rights_holder');
  const answer = await login(` ${email.toUpperCase()} `);
  expect(answer).toMatchObject({ status: 200, body: { expiresIn: 600 } });
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(await me(answer.body.accessToken)).toMatchObject({
    status: 200,
    body: {
      member: { id: memberId, email, role: 'owner', isEmailConfirmed: true },
      apiKey: null,
      organization: { id: organizationId, kind: 'rights_holder' },
      scopes: ['complaints:write', 'complaints:read', 'notices:read', 'webhooks:manage', 'members:manage'],
    },
  });
});

it('keeps neither passwords nor tokens in the clear', async () => {
  const { accessToken, refreshToken } = await system.member('platform');
  const rows = await system.database.query(
    `select to_jsonb(m)::text as row from members m union all select to_jsonb(s)::text from sessions s
     union all select to_jsonb(r)::text from refresh_tokens r`,
  );
  const text = JSON.stringify(rows);
  expect(text).toContain('$argon2id$');
  expect(text).toContain(sha256Hex(refreshToken));
  for (const secret of [password, refreshToken, accessToken]) expect(text).not.toContain(secret);
});

it('answers an unknown address and a wrong password alike', async () => {
  const { email } = await system.member('agent');
  const [unknown, wrong] = [await login('nobody@example.test'), await login(email, 'not the password')];
  expect(unknown.status).toBe(401);
  const { requestId: _a, ...one } = unknown.body;
  const { requestId: _b, ...other } = wrong.body;
  expect(one).toEqual(other);
  expect(one.code).toBe('bad_credentials');
});

it('takes as long for an unknown address as for a wrong password', async () => {
  const { email } = await system.member('agent');
  const times = async (address: string) => {
    const taken: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      const start = performance.now();
      await login(address, 'not the password', '198.51.100.40');
      taken.push(performance.now() - start);
    }
    return Math.min(...taken);
  };
  await times('warm@example.test');
  const ratio = (await times('unknown@example.test')) / (await times(email));
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

it('refuses the sixth failure of an address at an account, in every process, and nobody else', async () => {
  const { email } = await system.member('platform');
  const other = await system.another();
  const from = '198.51.100.7';
  for (let i = 0; i < 5; i += 1) {
    const call = i % 2 ? other : system.call;
    expect((await call('POST', '/v1/auth/login', { body: { email, password: 'wrong' }, from })).status).toBe(401);
  }
  const refused = await other('POST', '/v1/auth/login', { body: { email, password }, from });
  expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800);
  expect((await login(email, password, '198.51.100.8')).status).toBe(200);
});

it('does not let a hundred guesses at one instant pass for one', async () => {
  const { email } = await system.member('platform');
  const from = '198.51.100.9';
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => login(email, `guess ${i}`, from)));
  expect(answers.filter((a) => a.status === 401)).toHaveLength(5);
  expect(answers.filter((a) => a.status === 429)).toHaveLength(15);
});

it('counts only failures: who signs in keeps signing in', async () => {
  const { email } = await system.member('platform');
  for (let i = 0; i < 8; i += 1) {
    expect((await login(email, 'wrong', '198.51.100.10')).status).toBe(401);
    expect((await login(email, password, '198.51.100.10')).status).toBe(200);
  }
});

it('rotates the refresh token, and ends the session when an old one comes back', async () => {
  const first = await system.member('rights_holder');
  const second = await refresh(first.refreshToken);
  expect(second.status).toBe(200);
  expect(second.headers['cache-control']).toBe('no-store');
  expect((await me(second.body.accessToken)).status).toBe(200);
  expect(await refresh(first.refreshToken)).toMatchObject({ status: 401, body: { code: 'token_reused' } });
  expect(await refresh(second.body.refreshToken)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  expect((await me(second.body.accessToken)).status).toBe(401);
});

it('lets one of two simultaneous refreshes win, and then ends the session', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { refreshToken } = await system.member('rights_holder');
    const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 401]);
    const winner = answers.find((a) => a.status === 200)!;
    expect(answers.find((a) => a.status === 401)!.body.code).toBe('token_reused');
    expect((await me(winner.body.accessToken)).status).toBe(401);
  }
});

it('refuses a refresh token whose session is too old', async () => {
  const { refreshToken, memberId } = await system.member('rights_holder');
  await system.database.query(`update sessions set expires_at = now() where member_id = $1`, [memberId]);
  expect(await refresh(refreshToken)).toMatchObject({ status: 401, body: { code: 'token_expired' } });
  expect(await refresh('no such token')).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
});

it('ends a session at once on logout', async () => {
  const { accessToken, refreshToken } = await system.member('rights_holder');
  expect((await system.call('POST', '/v1/auth/logout', { token: accessToken })).status).toBe(204);
  expect(await me(accessToken)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  expect((await refresh(refreshToken)).status).toBe(401);
});

it('shuts a disabled member out of sessions and sign-in at once', async () => {
  const owner = await system.member('platform');
  const handler = await system.member('platform', 'handler', { organizationId: owner.organizationId });
  const path = `/v1/members/${handler.memberId}`;
  const off = await system.call('PATCH', path, { token: owner.accessToken, body: { isDisabled: true } });
  expect(off).toMatchObject({ status: 200, body: { isDisabled: true } });
  expect((await me(handler.accessToken)).status).toBe(401);
  expect((await refresh(handler.refreshToken)).status).toBe(401);
  expect((await login(handler.email)).body.code).toBe('bad_credentials');
});

it('does not let in a disabled member by a session that was opened meanwhile', async () => {
  const { accessToken, refreshToken, memberId } = await system.member('platform');
  await system.database.query('update members set disabled_at = now() where id = $1', [memberId]);
  expect((await me(accessToken)).status).toBe(401);
  expect((await refresh(refreshToken)).status).toBe(401);
});

it.each([
  ['nothing', undefined],
  ['no bearer', 'Basic dGVzdDp0ZXN0'],
  ['rubbish', 'Bearer rubbish'],
  ['an unsigned token', `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"sub":"x","sid":"x"}')}.`],
  ['a mistyped key', 'Bearer tsk_test_abc'],
])('answers %s with 401 and says how to ask', async (_what, authorization) => {
  const answer = await system.call('GET', '/v1/me', { headers: authorization ? { authorization } : {} });
  expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  expect(answer.headers['www-authenticate']).toBe('Bearer');
});

it('tells an expired access token from a forged one', async () => {
  const { accessToken, memberId } = await system.member('platform');
  const { JwtService } = await import('@nestjs/jwt');
  const { keyFor } = await import('#kernel');
  const { sid } = JSON.parse(Buffer.from(accessToken.split('.')[1]!, 'base64url').toString()) as { sid: string };
  const signed = (secret: Buffer, expiresIn: number) =>
    new JwtService({ secret }).sign(
      { sub: memberId, sid },
      { expiresIn, issuer: 'tongshan', audience: 'tongshan-api', algorithm: 'HS256' },
    );
  const ours = keyFor({ installationSecret: 'a secret for tests only, long enough' }, 'tokens');
  expect((await me(signed(ours, 60))).status).toBe(200);
  expect((await me(signed(ours, -1))).body.code).toBe('token_expired');
  expect((await me(signed(Buffer.alloc(32), 60))).body.code).toBe('unauthenticated');
});

it('asks the database once for who is calling', async () => {
  const { accessToken } = await system.member('platform');
  const statements: string[] = [];
  const original = system.database.query.bind(system.database);
  system.database.query = (async (sql: string, parameters?: unknown[]) => {
    statements.push(sql);
    return original(sql, parameters);
  }) as typeof system.database.query;
  try {
    await system.call('POST', '/v1/auth/confirmation/resend', { token: 'tsk_test_mistyped' });
    expect(statements).toHaveLength(0);
    await system.call('GET', '/v1/organizations', { token: accessToken });
    expect(statements).toHaveLength(1);
  } finally {
    system.database.query = original;
  }
});

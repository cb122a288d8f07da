import { TOTP, URI } from 'otpauth';
import { letterWithToken } from '../../libs/identity/src/mail-tokens.js';
import { browserWith, signIn, type System } from './browser.js';
import { identityApp, password } from './identity-app.js';

let system: System;
beforeAll(async () => {
  system = await identityApp();
});
afterAll(() => system?.end());

/** What the device shows, or showed or will show so many half minutes away. */
const codeOf = (secret: string, steps = 0) => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });
const wrongFor = (secret: string) => {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, steps));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code))!;
};
const login = (email: string, otp?: string, from = '127.0.0.1') =>
  system.call('POST', '/v1/auth/login', { body: { email, password, ...(otp && { otp }) }, from });
/** As after half a minute and more: no step counts as used. */
const forgetSteps = (memberId: string) =>
  system.database.query('update members set totp_last_step = null where id = $1', [memberId]);

/** A member whose second factor is on, some time after it was turned on. */
async function withTotp(...asked: Partial<Parameters<System['member']>>) {
  const [kind = 'platform', ...more] = asked;
  const member = await system.member(kind, ...more);
  const call = (method: 'POST' | 'DELETE', path: string, body: object) =>
    system.call(method, path, { token: member.accessToken, body });
  const { secret } = (await call('POST', '/v1/me/totp', { password })).body;
  const confirmed = await call('POST', '/v1/me/totp/confirmation', { otp: codeOf(secret) });
  await forgetSteps(member.memberId);
  return { ...member, call, secret: secret as string, codes: confirmed.body.recoveryCodes as string[] };
}

it('is on once the device has shown a right code, and not before', async () => {
  const { email, accessToken: token } = await system.member('rights_holder');
  const begun = await system.call('POST', '/v1/me/totp', { token, body: { password } });
  expect([begun.status, begun.headers['cache-control']]).toEqual([201, 'no-store']);
  const read = URI.parse(begun.body.uri) as TOTP;
  expect([read.secret.base32, read.issuer, read.label, read.digits, read.period, read.algorithm]).toEqual([
    begun.body.secret,
    '通删 Tongshan',
    email,
    6,
    30,
    'SHA1',
  ]);
  expect((await login(email)).status).toBe(200);
  const confirm = (otp: string) => system.call('POST', '/v1/me/totp/confirmation', { token, body: { otp } });
  const wrong = await confirm(wrongFor(begun.body.secret));
  expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/otp', code: 'bad_otp' }] } });
  expect((await login(email)).status).toBe(200);
  const confirmed = await confirm(read.generate());
  expect([confirmed.status, confirmed.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(new Set(confirmed.body.recoveryCodes).size).toBe(10);
  for (const code of confirmed.body.recoveryCodes) expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
  expect((await system.call('GET', '/v1/me', { token })).body).toMatchObject({
    hasTotp: true,
    member: { hasTotp: true },
  });
  expect((await confirm(codeOf(begun.body.secret, 1))).body.code).toBe('wrong_state');
});

it('takes the password to begin, and the newest secret counts', async () => {
  const { email, accessToken: token } = await system.member('rights_holder');
  const begin = (secret: string) => system.call('POST', '/v1/me/totp', { token, body: { password: secret } });
  expect(await begin('not the password')).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/password' }] } });
  const [first, second] = [await begin(password), await begin(password)];
  const confirm = (otp: string) => system.call('POST', '/v1/me/totp/confirmation', { token, body: { otp } });
  expect((await confirm(codeOf(first.body.secret))).status).toBe(422);
  expect((await confirm(codeOf(second.body.secret))).status).toBe(200);
  expect(await begin(password)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  expect((await login(email)).body.code).toBe('otp_required');
});

it('is asked for by both ways to sign in, after the password alone', async () => {
  const { email, secret, memberId } = await withTotp();
  for (const attempt of [login, (name: string, otp?: string) => signIn(system, name, { otp }).then((s) => s.answer)]) {
    const [without, wrong] = [await attempt(email), await attempt(email, wrongFor(secret))];
    expect(without).toMatchObject({ status: 401, body: { code: 'otp_required' } });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'bad_otp' } });
    expect([without.headers['set-cookie'], wrong.headers['set-cookie']]).toEqual([undefined, undefined]);
    await forgetSteps(memberId);
    expect((await attempt(email, codeOf(secret))).status).toBe(200);
  }
  const guess = await system.call('POST', '/v1/auth/login', {
    body: { email, password: 'wrong', otp: codeOf(secret) },
  });
  expect(guess.body.code).toBe('bad_credentials');
});

it('takes a code once: not again, not an older one, and of two at the same instant one', async () => {
  const { email, secret, memberId } = await withTotp();
  const now = codeOf(secret);
  expect((await login(email, now)).status).toBe(200);
  expect((await login(email, now)).body.code).toBe('bad_otp');
  expect((await login(email, codeOf(secret, -1))).body.code).toBe('bad_otp');
  expect((await login(email, codeOf(secret, 1))).status).toBe(200);
  await forgetSteps(memberId);
  const answers = await Promise.all([login(email, codeOf(secret)), login(email, codeOf(secret))]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
});

it('does not take the code that turned it on, nor one that is minutes away', async () => {
  const { email, secret, call, memberId } = await withTotp();
  await call('DELETE', '/v1/me/totp', { password, otp: codeOf(secret) });
  const begun = await call('POST', '/v1/me/totp', { password });
  const again = codeOf(begun.body.secret);
  expect((await call('POST', '/v1/me/totp/confirmation', { otp: again })).status).toBe(200);
  expect((await login(email, again)).body.code).toBe('bad_otp');
  await forgetSteps(memberId);
  expect((await login(email, codeOf(begun.body.secret, -3))).body.code).toBe('bad_otp');
  expect((await login(email, codeOf(begun.body.secret, 3))).body.code).toBe('bad_otp');
  const spaced = codeOf(begun.body.secret).replace(/(...)/, '$1 ');
  expect((await login(email, spaced)).status).toBe(200);
});

it('opens with each recovery code once, however it was written down', async () => {
  const { email, codes } = await withTotp();
  expect((await login(email, codes[0])).status).toBe(200);
  expect((await login(email, codes[0])).body.code).toBe('bad_otp');
  expect((await login(email, codes[1]!.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
  const other = await withTotp();
  expect((await login(email, other.codes[0])).body.code).toBe('bad_otp');
  const answers = await Promise.all([login(email, codes[2]), login(email, codes[2])]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
});

it('cannot be guessed by who knows the password: not from one address, nor from many', async () => {
  const { email, secret, memberId } = await withTotp();
  const from = '198.51.100.90';
  for (let i = 0; i < 5; i += 1) {
    expect((await login(email, wrongFor(secret), from)).body.code).toBe('bad_otp');
    // what is neither right nor wrong does not wipe the slate
    if (i < 4) expect((await login(email, undefined, from)).body.code).toBe('otp_required');
  }
  expect((await login(email, wrongFor(secret), from)).status).toBe(429);
  for (let i = 0; i < 5; i += 1) expect((await login(email, wrongFor(secret), `198.51.101.${i}`)).status).toBe(401);
  await forgetSteps(memberId);
  expect((await login(email, codeOf(secret), '198.51.102.1')).status).toBe(429);
});

it('is turned off with password and code, or password and recovery code', async () => {
  const { email, call, secret, codes, accessToken } = await withTotp();
  const off = (body: object) => call('DELETE', '/v1/me/totp', body);
  expect(await off({ password: 'not the password', otp: codeOf(secret) })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '#/password' }] },
  });
  expect(await off({ password, otp: wrongFor(secret) })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '#/otp' }] },
  });
  expect((await login(email)).body.code).toBe('otp_required');
  expect((await off({ password, otp: codes[9]! })).status).toBe(204);
  expect((await login(email)).status).toBe(200);
  expect((await system.call('GET', '/v1/me', { token: accessToken })).body.hasTotp).toBe(false);
  expect((await off({ password, otp: codeOf(secret) })).body.code).toBe('wrong_state');
  const left = await system.database.query(
    'select count(*)::int as n from recovery_codes r join members m on m.id = r.member_id where m.email = $1',
    [email],
  );
  expect(left).toEqual([{ n: 0 }]);
});

it('is reset by an owner for a member of their organization, and for nobody else', async () => {
  const owner = await withTotp('platform');
  const { organizationId } = owner;
  const lost = await withTotp('platform', 'handler', { organizationId });
  const stranger = await withTotp('platform');
  const reset = (memberId: string, token = owner.accessToken) =>
    system.call('DELETE', `/v1/members/${memberId}/totp`, { token });
  expect((await reset(lost.memberId, lost.accessToken)).status).toBe(403);
  expect((await reset(stranger.memberId)).status).toBe(404);
  expect((await login(stranger.email)).body.code).toBe('otp_required');
  expect(await reset(owner.memberId)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect((await reset(lost.memberId)).status).toBe(204);
  expect((await login(lost.email)).status).toBe(200);
  const members = await system.call('GET', '/v1/members', { token: owner.accessToken });
  const has = members.body.data.map(({ id, hasTotp }: { id: string; hasTotp: boolean }) => [id, hasTotp]);
  expect(has).toEqual([
    [owner.memberId, true],
    [lost.memberId, false],
  ]);
});

it('stays on when a letter sets a new password', async () => {
  const { email, memberId, secret } = await withTotp();
  const letter = await system.database.transaction((tx) => letterWithToken(tx, memberId, 'set_password'));
  const { token } = letter.data as { token: string };
  const next = 'a password by letter';
  expect((await system.call('POST', '/v1/auth/password', { body: { token, password: next } })).status).toBe(204);
  expect((await signIn(system, email, { secret: next })).answer.body.code).toBe('otp_required');
  await forgetSteps(memberId);
  expect((await signIn(system, email, { secret: next, otp: codeOf(secret) })).answer.status).toBe(200);
});

it('goes with a member who is removed', async () => {
  const owner = await system.member('platform');
  const { memberId } = await withTotp('platform', 'handler', { organizationId: owner.organizationId });
  await system.call('DELETE', `/v1/members/${memberId}`, { token: owner.accessToken });
  const [row] = await system.database.query(
    `select totp_secret, totp_confirmed_at, (select count(*)::int from recovery_codes where member_id = m.id) as codes
     from members m where id = $1`,
    [memberId],
  );
  expect(row).toEqual({ totp_secret: null, totp_confirmed_at: null, codes: 0 });
});

it('lies sealed and hashed, and a secret copied from another member does not open', async () => {
  const [one, other] = [await withTotp(), await withTotp()];
  const rows = await system.database.query(
    `select to_jsonb(m)::text as row from members m union all select to_jsonb(r)::text from recovery_codes r`,
  );
  const text = JSON.stringify(rows);
  expect(text).toContain('v1.');
  for (const secret of [one.secret, ...one.codes, ...one.codes.map((code) => code.replaceAll('-', ''))])
    expect(text).not.toContain(secret);
  await system.database.query(
    `update members set totp_secret = (select totp_secret from members where id = $2), totp_last_step = null where id = $1`,
    [one.memberId, other.memberId],
  );
  expect((await login(one.email, codeOf(other.secret))).status).toBe(500);
});

it('is not asked of a browser that is signed in already', async () => {
  const { email, memberId, secret } = await withTotp();
  const { cookie } = await signIn(system, email, { otp: codeOf(secret) });
  expect((await browserWith(system, cookie).get('/v1/me')).body.member.id).toBe(memberId);
});

import { hashPassword, register as registerVerb } from '#identity';
import { identityApp, password } from './identity-app.js';

let system: Awaited<ReturnType<typeof identityApp>>;
beforeAll(async () => {
  system = await identityApp();
});
afterAll(() => system?.end());

const login = (email: string, secret = password) =>
  system.call('POST', '/v1/auth/login', { body: { email, password: secret } });
const registration = (email: string) => ({
  kind: 'rights_holder',
  organizationName: '星河影业',
  name: '王五',
  email,
  password,
});
const register = (body: object) => system.call('POST', '/v1/auth/register', { body });
const confirm = (token: string) => system.call('POST', '/v1/auth/confirmation', { body: { token } });

it('registers an organization whose owner confirms the address by letter', async () => {
  const email = 'new@example.test';
  expect(await register(registration('New@Example.TEST '))).toMatchObject({ status: 202 });
  const { accessToken: token } = (await login(email)).body;
  const me = await system.call('GET', '/v1/me', { token });
  expect(me.body).toMatchObject({
    member: { role: 'owner', isEmailConfirmed: false },
    organization: { kind: 'rights_holder', name: '星河影业' },
  });
  const [letter] = await system.letters(email);
  expect(letter).toMatchObject({
    template: 'confirm_email',
    data: { name: '王五', url: `https://tongshan.test/confirm?token=${letter!.data.token}` },
  });
  expect((await confirm(letter!.data.token!)).status).toBe(204);
  expect((await system.call('GET', '/v1/me', { token })).body.member.isEmailConfirmed).toBe(true);
  expect(await confirm(letter!.data.token!)).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/token' }] } });
});

it('does not say that an address is known, but tells its holder', async () => {
  const { email } = await system.member('agent');
  const fresh = await register(registration('fresh@example.test'));
  const known = await register(registration(email));
  expect([known.status, known.body]).toEqual([fresh.status, fresh.body]);
  expect((await system.letters(email)).map((letter) => letter.template)).toEqual(['already_registered']);
  expect((await login(email)).status).toBe(200);
});

it('lets the second of two simultaneous registrations wait and find the first', async () => {
  const input = { ...registration('twice@example.test'), kind: 'agent', locale: 'zh' } as const;
  const passwordHash = await hashPassword(password);
  const inOne = (afterwards: () => Promise<void>) =>
    system.database.transaction(async (tx) => {
      const letter = await registerVerb(tx, new Date(), { ...input, passwordHash });
      await afterwards();
      return letter.template;
    });
  let second: Promise<string> | undefined;
  const first = await inOne(async () => {
    second = inOne(async () => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
  expect([first, await second]).toEqual(['confirm_email', 'already_registered']);
});

it.each([
  [{ kind: 'operator' }, '#/kind'],
  [{ password: 'short' }, '#/password'],
  [{ password: 'x'.repeat(201) }, '#/password'],
  [{ email: 'not an address' }, '#/email'],
  [{ email: ['a@b.test'] }, '#/email'],
  [{ organizationName: 'x'.repeat(201) }, '#/organizationName'],
  [{ name: 'a\u0000b' }, '#/name'],
  [{ role: 'owner' }, '#/role'],
])('refuses a registration with %j', async (fault, pointer) => {
  const answer = await register({ ...registration('fault@example.test'), ...fault });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
});

it('sends another letter whose link makes the first void', async () => {
  const email = 'again@example.test';
  await register(registration(email));
  const { accessToken: token } = (await login(email)).body;
  const resend = () => system.call('POST', '/v1/auth/confirmation/resend', { token });
  expect((await resend()).status).toBe(202);
  const [first, second] = await system.letters(email);
  expect((await confirm(first!.data.token!)).status).toBe(422);
  expect((await confirm(second!.data.token!)).status).toBe(204);
  expect((await resend()).status).toBe(409);
});

it('refuses a link that is too old', async () => {
  const email = 'late@example.test';
  await register(registration(email));
  await system.database.query(`update mail_tokens set expires_at = now() from members m
     where m.id = member_id and m.email = '${email}'`);
  const [letter] = await system.letters(email);
  expect((await confirm(letter!.data.token!)).status).toBe(422);
});

it('invites a member, who sets a password by letter and is then confirmed', async () => {
  const owner = await system.member('platform');
  const email = 'invited@example.test';
  const invited = await system.call('POST', '/v1/members', {
    token: owner.accessToken,
    body: { email, name: '赵六', role: 'handler', locale: 'en' },
  });
  expect(invited).toMatchObject({ status: 201, body: { role: 'handler', isEmailConfirmed: false, locale: 'en' } });
  expect((await login(email)).status).toBe(401);
  const [letter] = await system.letters(email);
  expect(letter).toMatchObject({ template: 'set_password' });
  const set = (secret: string) =>
    system.call('POST', '/v1/auth/password', { body: { token: letter!.data.token, password: secret } });
  expect((await set('short')).status).toBe(422);
  expect((await set('a new password 1')).status).toBe(204);
  expect((await set('a new password 2')).status).toBe(422);
  const tokens = await login(email, 'a new password 1');
  expect((await system.call('GET', '/v1/me', { token: tokens.body.accessToken })).body.member).toMatchObject({
    isEmailConfirmed: true,
    role: 'handler',
  });
});

it('opens no confirmation with the token of a password', async () => {
  const owner = await system.member('platform');
  const email = 'mixed@example.test';
  await system.call('POST', '/v1/members', { token: owner.accessToken, body: { email, name: '钱', role: 'viewer' } });
  const [letter] = await system.letters(email);
  expect((await confirm(letter!.data.token!)).status).toBe(422);
});

it('lets nobody invite before the own address is confirmed', async () => {
  const email = 'hasty@example.test';
  await register(registration(email));
  const { accessToken: token } = (await login(email)).body;
  const body = { email: 'friend@example.test', name: '孙', role: 'viewer' };
  expect((await system.call('POST', '/v1/members', { token, body })).body.code).toBe('email_unconfirmed');
});

it('keeps the last owner, whatever is tried', async () => {
  const owner = await system.member('platform');
  const handler = await system.member('platform', 'handler', { organizationId: owner.organizationId });
  const path = `/v1/members/${owner.memberId}`;
  const change = (body: object) => system.call('PATCH', path, { token: owner.accessToken, body });
  for (const body of [{ role: 'viewer' }, { isDisabled: true }]) {
    expect(await change(body)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
  }
  expect((await system.call('DELETE', path, { token: owner.accessToken })).status).toBe(409);
  const promote = { token: owner.accessToken, body: { role: 'owner' } };
  expect((await system.call('PATCH', `/v1/members/${handler.memberId}`, promote)).status).toBe(200);
  expect((await change({ role: 'viewer' })).status).toBe(200);
});

it('leaves an owner where two remove each other at the same instant', async () => {
  for (let round = 0; round < 5; round += 1) {
    const one = await system.member('platform');
    const two = await system.member('platform', 'owner', { organizationId: one.organizationId });
    const answers = await Promise.all([
      system.call('DELETE', `/v1/members/${two.memberId}`, { token: one.accessToken }),
      system.call('DELETE', `/v1/members/${one.memberId}`, { token: two.accessToken }),
    ]);
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
  }
});

it('removes a member: out at once, gone from the list, the address free again', async () => {
  const owner = await system.member('platform');
  const leaver = await system.member('platform', 'viewer', { organizationId: owner.organizationId });
  const { accessToken: token } = owner;
  expect((await system.call('DELETE', `/v1/members/${leaver.memberId}`, { token })).status).toBe(204);
  expect((await system.call('GET', '/v1/me', { token: leaver.accessToken })).status).toBe(401);
  const { data } = (await system.call('GET', '/v1/members', { token })).body;
  expect(data.map((member: { id: string }) => member.id)).toEqual([owner.memberId]);
  const body = { email: leaver.email, name: '周', role: 'viewer' };
  expect((await system.call('POST', '/v1/members', { token, body })).status).toBe(201);
  expect((await system.call('POST', '/v1/members', { token, body })).status).toBe(409);
});

it('touches no member of another organization', async () => {
  const [mine, theirs] = [await system.member('platform'), await system.member('agent')];
  const path = `/v1/members/${theirs.memberId}`;
  const { accessToken: token } = mine;
  expect((await system.call('PATCH', path, { token, body: { role: 'viewer' } })).status).toBe(404);
  expect((await system.call('DELETE', path, { token })).status).toBe(404);
});

it('gives approvers to regulators alone', async () => {
  const body = { email: 'approver@example.test', name: '吴', role: 'approver' };
  const platform = await system.member('platform');
  expect(await system.call('POST', '/v1/members', { token: platform.accessToken, body })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '#/role' }] },
  });
  const regulator = await system.member('regulator');
  expect((await system.call('POST', '/v1/members', { token: regulator.accessToken, body })).status).toBe(201);
});

it('keeps the profile of an organization field by field', async () => {
  const { accessToken: token } = await system.member('rights_holder');
  const patch = (body: object) => system.call('PATCH', '/v1/organization', { token, body });
  await patch({ profile: { name: '星河影业', phone: '010-1', address: '北京' } });
  const changed = await patch({ name: '星河', profile: { phone: null, email: 'a@b.test' } });
  expect(changed).toMatchObject({ status: 200, body: { name: '星河' } });
  const { profile } = (await system.call('GET', '/v1/organization', { token })).body;
  expect(profile).toEqual({ name: '星河影业', address: '北京', email: 'a@b.test' });
  expect((await patch({ kind: 'operator' })).status).toBe(422);
});

it('lets operators, and nobody else, make organizations of any kind', async () => {
  const operator = await system.member('operator');
  const body = { kind: 'platform', name: '某网盘', owner: { email: 'first@example.test', name: '郑' } };
  const made = await system.call('POST', '/v1/organizations', { token: operator.accessToken, body });
  expect(made).toMatchObject({ status: 201, body: { kind: 'platform', owner: { role: 'owner' } } });
  expect((await system.letters('first@example.test'))[0]!.template).toBe('set_password');
  const { data } = (
    await system.call('GET', '/v1/organizations?kind=platform&limit=1', { token: operator.accessToken })
  ).body;
  expect(data.map((entry: { id: string }) => entry.id)).toEqual([made.body.id]);
  const region = await system.call('POST', '/v1/organizations', {
    token: operator.accessToken,
    body: { ...body, regionCode: '999999', owner: { email: 'second@example.test', name: '冯' } },
  });
  expect(region).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/regionCode' }] } });
  const again = await system.call('POST', '/v1/organizations', { token: operator.accessToken, body });
  expect(again.status).toBe(409);
  for (const kind of ['rights_holder', 'agent', 'platform', 'regulator'] as const) {
    const { accessToken: token } = await system.member(kind);
    expect((await system.call('POST', '/v1/organizations', { token, body })).status).toBe(403);
    expect((await system.call('GET', '/v1/organizations', { token })).status).toBe(403);
  }
});

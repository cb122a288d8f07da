import { readConfiguration } from '#kernel';
import { browserWith, cookieOf } from './browser.js';
import { identityApp } from './identity-app.js';
import { oidcStage } from './oidc-stage.js';

let on: Awaited<ReturnType<typeof oidcStage>>;
beforeAll(async () => {
  on = await oidcStage();
}, 30_000);
afterAll(() => on?.end());

let count = 0;
/** A member, and an account of the provider's with the same address. */
async function someone(account: { email_verified?: boolean } = { email_verified: true }) {
  const member = await on.system.member('rights_holder');
  on.stage.account = { sub: `subject-${++count}`, email: member.email.toUpperCase(), ...account };
  return member;
}
const start = (returnTo?: string) =>
  `/v1/auth/oidc/start${returnTo === undefined ? '' : `?${new URLSearchParams({ returnTo })}`}`;
const callback = ({ visited }: { visited: string[] }) => visited.find((url) => url.includes('/oidc/callback?'))!;
const problemOf = (url: string) => new URL(url, 'https://tongshan.test').searchParams.get('problem');
const subjectOf = async (memberId: string) =>
  (await on.system.database.query('select oidc_issuer, oidc_subject from members where id = $1', [memberId]))[0];

it('signs a member in by the verified address, by the cookie of the console, and leads back to the place', async () => {
  const { memberId } = await someone();
  const browser = on.browser();
  const end = await browser.open(start('/notices?state=served&q="a"#top'));
  expect(end.status).toBe(200);
  expect(end.headers.get('set-cookie')).toMatch(
    /__Host-tongshan=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Strict/,
  );
  expect(end.text).toContain('<meta http-equiv="refresh" content="0;url=/notices?state=served&#38;q=%22a%22#top">');
  expect([end.headers.get('cache-control'), end.headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
  expect([...browser.jar().keys()]).toEqual(['__Host-tongshan']);
  const me = await browserWith(on.system, `__Host-tongshan=${browser.jar().get('__Host-tongshan')}`).get('/v1/me');
  expect(me.body.member.id).toBe(memberId);
  expect(await subjectOf(memberId)).toEqual({ oidc_issuer: on.issuer, oidc_subject: on.stage.account.sub });
});

it('asks the provider by PKCE, state and nonce, and keeps them where no script and no reader sees them', async () => {
  await someone();
  const answer = await fetch(new URL(start(), await on.system.app.getUrl()), { redirect: 'manual' });
  expect(answer.status).toBe(302);
  const url = new URL(answer.headers.get('location')!);
  expect(url.origin).toBe(on.issuer);
  const asked = Object.fromEntries(url.searchParams);
  expect(asked).toMatchObject({
    response_type: 'code',
    scope: 'openid email',
    code_challenge_method: 'S256',
    redirect_uri: 'https://tongshan.test/v1/auth/oidc/callback',
  });
  const cookie = answer.headers.get('set-cookie')!;
  expect(cookie).toMatch(/^__Host-tongshan-oidc=v1\.[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  for (const secret of ['state', 'nonce', 'code_challenge']) {
    expect(asked[secret]!.length).toBeGreaterThan(40);
    expect(cookie).not.toContain(asked[secret]);
  }
});

it('knows a member by the subject from the first time on, whatever the address is then', async () => {
  const one = await someone();
  await on.browser().open(start());
  const { sub } = on.stage.account;
  const other = await on.system.member('rights_holder');
  on.stage.account = { sub, email: other.email, email_verified: false };
  const browser = on.browser();
  await browser.open(start());
  const cookie = `__Host-tongshan=${browser.jar().get('__Host-tongshan')}`;
  expect((await browserWith(on.system, cookie).get('/v1/me')).body.member.id).toBe(one.memberId);
});

it('does not give a member to another subject with the same address', async () => {
  const { memberId } = await someone();
  await on.browser().open(start());
  const first = on.stage.account.sub;
  on.stage.account = { ...on.stage.account, sub: 'someone who has the address now' };
  expect(problemOf((await on.browser().open(start())).url)).toBe('no_member');
  expect((await subjectOf(memberId)).oidc_subject).toBe(first);
});

it('makes nobody a member', async () => {
  on.stage.account = { sub: 'a stranger', email: 'stranger@example.test', email_verified: true };
  const browser = on.browser();
  const end = await browser.open(start('/notices'));
  expect([end.status, end.url]).toEqual([302, '/sign-in?problem=no_member&returnTo=%2Fnotices']);
  expect([...browser.jar().keys()]).toEqual([]);
  expect(await on.system.database.query(`select 1 from members where email like 'stranger@%'`)).toEqual([]);
});

it.each([[false], [undefined]])('does not believe an address that is not verified (%s)', async (verified) => {
  const { memberId } = await someone(verified === undefined ? {} : { email_verified: verified });
  const browser = on.browser();
  expect(problemOf((await browser.open(start())).url)).toBe('unverified_email');
  expect([...browser.jar().keys()]).toEqual([]);
  expect((await subjectOf(memberId)).oidc_subject).toBeNull();
});

it('does not lead into an account that somebody else registered with the address and never confirmed', async () => {
  const { memberId } = await someone();
  await on.system.database.query('update members set email_confirmed_at = null where id = $1', [memberId]);
  expect(problemOf((await on.browser().open(start())).url)).toBe('no_member');
  // one who was invited has no password yet: the provider's word confirms the address
  await on.system.database.query('update members set password_hash = null where id = $1', [memberId]);
  expect((await on.browser().open(start())).status).toBe(200);
  const [{ confirmed }] = await on.system.database.query(
    'select email_confirmed_at is not null as confirmed from members where id = $1',
    [memberId],
  );
  expect(confirmed).toBe(true);
});

it('does not let in a disabled member, known or not', async () => {
  for (const isKnown of [false, true]) {
    const { memberId } = await someone();
    if (isKnown) await on.browser().open(start());
    await on.system.database.query('update members set disabled_at = now() where id = $1', [memberId]);
    expect(problemOf((await on.browser().open(start())).url)).toBe('no_member');
  }
});

describe('what does not fit together opens nothing', () => {
  const spoil = (parameter: string) => (url: string) => {
    const spoilt = new URL(url);
    if (spoilt.searchParams.has(parameter)) spoilt.searchParams.set(parameter, 'x'.repeat(43));
    return spoilt.href;
  };

  it.each(['nonce', 'state', 'code_challenge', 'code', 'iss'])('another %s', async (parameter) => {
    await someone();
    const browser = on.browser();
    const end = await browser.open(start('/notices'), spoil(parameter));
    expect([end.status, end.url]).toEqual([302, '/sign-in?problem=sso_failed&returnTo=%2Fnotices']);
    expect([...browser.jar().keys()]).toEqual([]);
  });

  it('a callback without the cookie of the start, as another site could make a browser open it', async () => {
    await someone();
    const [attacker, victim] = [on.browser(), on.browser()];
    let stolen = '';
    await attacker.open(start(), (url) => {
      if (!url.includes('/oidc/callback?')) return url;
      stolen = url;
      return 'https://tongshan.test/v1/auth/oidc/callback';
    });
    expect(problemOf((await victim.open(stolen)).url)).toBe('sso_failed');
    const begun = on.browser();
    await begun.open(start(), (url) => (url.includes('/oidc/callback?') ? stolen : url));
    expect([...victim.jar().keys(), ...begun.jar().keys()]).toEqual([]);
  });

  it('the same callback a second time, with the cookie put back', async () => {
    await someone();
    const browser = on.browser();
    let pending = '';
    const first = await browser.open(start(), (url) => {
      if (url.includes('/oidc/callback?')) pending = browser.jar().get('__Host-tongshan-oidc')!;
      return url;
    });
    expect(first.status).toBe(200);
    browser.jar().delete('__Host-tongshan');
    browser.jar().set('__Host-tongshan-oidc', pending);
    expect(problemOf((await browser.open(callback(browser))).url)).toBe('sso_failed');
    expect([...browser.jar().keys()]).toEqual([]);
  });

  it.each(['made-up', 'v1.AAAA', `v1.${'A'.repeat(400)}`])('a cookie that we never sealed (%#)', async (cookie) => {
    const browser = on.browser();
    await browser.open(start());
    browser.jar().set('__Host-tongshan-oidc', cookie);
    expect(problemOf((await browser.open('/v1/auth/oidc/callback?code=a&state=b')).url)).toBe('sso_failed');
  });

  it('a person who says no at the provider', async () => {
    const browser = on.browser();
    const end = await browser.open(start('/notices'), (url) =>
      url.startsWith(on.issuer) && url.includes('state=')
        ? `https://tongshan.test/v1/auth/oidc/callback?error=access_denied&state=${new URL(url).searchParams.get('state')}&iss=${on.issuer}`
        : url,
    );
    expect(end.url).toBe('/sign-in?problem=sso_failed&returnTo=%2Fnotices');
  });

  it('a sign-in that took longer than ten minutes', async () => {
    await someone();
    const browser = on.browser();
    const now = Date.now;
    try {
      const end = await browser.open(start(), (url) => {
        if (url.includes('/oidc/callback?')) Date.now = () => now() + 601_000;
        return url;
      });
      expect(problemOf(end.url)).toBe('sso_failed');
    } finally {
      Date.now = now;
    }
  });
});

it.each([
  'https://evil.test',
  '//evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\t/evil.test',
  '/.//evil.test',
  '/x/..//evil.test',
  'javascript:alert(1)',
  ' /notices',
  'notices',
  '',
  `/${'very-far/'.repeat(230)}`,
])('leads nowhere but to a path of ours: not to %j', async (returnTo) => {
  const answer = await on.system.call('GET', start(returnTo));
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/returnTo', code: 'bad_format' }] } });
  expect(answer.headers['location']).toBeUndefined();
});

it('refuses two places to come back to', async () => {
  const answer = await on.system.call('GET', '/v1/auth/oidc/start?returnTo=/a&returnTo=/b');
  expect(answer.status).toBe(422);
});

it('says so where the provider does not answer, and asks it again the next time', async () => {
  const other = await on.system.another();
  on.stage.isAway = true;
  const away = await other('GET', start('/notices'), { redirect: 'manual' });
  expect([away.status, away.headers['location']]).toEqual([
    302,
    '/sign-in?problem=sso_unavailable&returnTo=%2Fnotices',
  ]);
  expect(cookieOf(away.headers)).toBeNull();
  on.stage.isAway = false;
  const back = await other('GET', start('/notices'), { redirect: 'manual' });
  expect(back.headers['location']).toContain(on.issuer);
});

it('names the provider among the ways to sign in', async () => {
  expect((await on.system.call('GET', '/v1/auth/methods')).body.oidc).toEqual({ name: '星海统一登录' });
});

describe('the configuration', () => {
  const environment = { DATABASE_URL: 'postgres://localhost/a', INSTALLATION_SECRET: 'x'.repeat(32) };
  const provider = { OIDC_ISSUER: 'https://a.test', OIDC_CLIENT_ID: 'b', OIDC_CLIENT_SECRET: 'c', OIDC_NAME: 'd' };

  it('takes all of a provider or nothing', () => {
    expect(readConfiguration({ ...environment, ...provider }).oidc).toEqual({
      issuer: 'https://a.test',
      clientId: 'b',
      clientSecret: 'c',
      name: 'd',
    });
    expect(readConfiguration(environment).oidc).toBeNull();
    for (const name of Object.keys(provider))
      expect(() => readConfiguration({ ...environment, ...provider, [name]: '' })).toThrow('or none');
  });

  it('takes a provider without TLS in a sandbox alone', () => {
    const plain = { ...environment, ...provider, OIDC_ISSUER: 'http://a.test' };
    expect(() => readConfiguration(plain)).toThrow('OIDC_ISSUER is not an address that begins with https://');
    expect(readConfiguration({ ...plain, SANDBOX: 'true' }).oidc?.issuer).toBe('http://a.test');
  });
});

it('is not there where no provider is configured', async () => {
  const system = await identityApp();
  try {
    for (const path of [start(), '/v1/auth/oidc/callback?code=a&state=b'])
      expect(await system.call('GET', path)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  } finally {
    await system.end();
  }
});

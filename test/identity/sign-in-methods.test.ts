import { readConfiguration } from '#kernel';
import { demoPeople } from '../../apps/standalone/src/demo/demo-people.js';
import { startTestApp } from '../support/app.js';
import { identityApp } from './identity-app.js';

it('lists every demo account in the sandbox, each of which the told password opens', async () => {
  const app = await startTestApp({ worker: false });
  try {
    const { status, body } = await app.with(null).get('/v1/auth/methods');
    expect([status, body.isSandbox, body.password, body.registration, body.oidc]).toEqual([
      200,
      true,
      true,
      true,
      null,
    ]);
    const told = body.demo.map(({ email, name }: { email: string; name: string }) => ({ email, name }));
    expect(told).toEqual(demoPeople.map(({ email, name }) => ({ email, name })));
    for (const { email, organizationName, organizationKind, group } of body.demo) {
      const login = { email, password: body.demoPassword };
      const me = await app.with(null).post('/v1/auth/session', login, { 'x-requested-with': 'tongshan-console' });
      expect(me).toMatchObject({
        status: 200,
        body: { organization: { name: organizationName, kind: organizationKind }, isSandbox: true },
      });
      expect(group).toEqual(email === 'partner@demo.test' ? 'green_channel' : organizationKind);
      expect(me.body.platforms).toHaveLength(organizationKind === 'platform' ? 1 : 0);
      expect(me.headers.get('set-cookie')).toMatch(
        /^tongshan=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
      );
    }
  } finally {
    await app.close();
  }
});

it('lists nobody who took an address of the demo for a name of their own', async () => {
  const system = await identityApp();
  try {
    await system.member('rights_holder', 'owner', { email: 'evil@demo.test' });
    const { body } = await system.call('GET', '/v1/auth/methods');
    expect(body).toEqual({
      password: true,
      oidc: null,
      registration: true,
      isSandbox: true,
      demo: [],
      demoPassword: null,
    });
  } finally {
    await system.end();
  }
});

it('lists nobody outside the sandbox', async () => {
  const system = await identityApp({ isSandbox: false });
  try {
    await system.member('rights_holder', 'owner', { email: 'rights@demo.test' });
    const { body } = await system.call('GET', '/v1/auth/methods');
    expect(body).toMatchObject({ isSandbox: false, demo: [], demoPassword: null });
  } finally {
    await system.end();
  }
});

describe('the password of the demo accounts', () => {
  const environment = { DATABASE_URL: 'postgres://localhost/a', INSTALLATION_SECRET: 'x'.repeat(32) };
  const told = (more: Record<string, string | undefined>) =>
    readConfiguration({ ...environment, ...more }).demoPassword;

  it('is told where it is the well-known one of a sandbox, and nowhere else', () => {
    expect(told({ SANDBOX: 'true', DEMO_PASSWORD: 'tongshan-demo' })).toBe('tongshan-demo');
    expect(told({ SANDBOX: 'true', DEMO_PASSWORD: 'one of my own' })).toBeNull();
    expect(told({ SANDBOX: 'true' })).toBeNull();
    expect(told({ DEMO_PASSWORD: 'tongshan-demo' })).toBeNull();
  });

  it('is one of your own where the sandbox listens to the network', () => {
    for (const password of [{}, { DEMO_PASSWORD: 'tongshan-demo' }])
      expect(() => told({ SANDBOX: 'true', HOST: '0.0.0.0', ...password })).toThrow(
        'set DEMO_PASSWORD to one of your own',
      );
    expect(told({ SANDBOX: 'true', HOST: '0.0.0.0', DEMO_PASSWORD: 'one of my own' })).toBeNull();
  });
});

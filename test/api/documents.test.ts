import { declaredRoutes } from '../../apps/api/src/http/declared-access.js';
import { inTransaction } from '#database';
import { mintApiKey } from '#identity';
import { readConfiguration } from '#kernel';
import { createApi } from '../../apps/api/src/start-api.js';
import { readTree } from '../house/source-tree.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/database.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app.close());
const open = (path: string, headers = {}) => app.with(null).get(path, headers);

/** Pages for people, and what machines ask for their own upkeep, are not part of the contract. */
const isContract = (path: string) => path.startsWith('/v1/');

describe('/openapi.json', () => {
  it('is OpenAPI 3.1 and holds every route with its summary, its answers and the bodies that it takes', async () => {
    const { status, body: document } = await open('/openapi.json');
    expect([status, document.openapi]).toEqual([200, '3.1.0']);
    const wrong: string[] = [];
    for (const { method, path } of declaredRoutes(app.nest).filter((route) => isContract(route.path))) {
      const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      if (!operation) wrong.push(`${method} ${path}: missing`);
      else {
        const answer = Object.entries<any>(operation.responses).find(([code]) => /^[23]/.test(code));
        if (!operation.summary) wrong.push(`${method} ${path}: no summary`);
        if (!answer || (!/204|302/.test(answer[0]) && !answer[1].content)) wrong.push(`${method} ${path}: no answer`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('has every reference it uses, closed security, and the webhooks', async () => {
    const { body: document } = await open('/openapi.json');
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]*)"/g))
      expect(document.components.schemas).toHaveProperty([name!]);
    expect(document.components.securitySchemes.bearer).toMatchObject({ type: 'http', scheme: 'bearer' });
    expect(Object.keys(document.webhooks)).toEqual(
      expect.arrayContaining(['notice.served', 'notice.decided', 'deadline.breached', 'escalation.opened']),
    );
    for (const schema of Object.values<any>(document.components.schemas))
      if (schema.type === 'object') expect(schema).toHaveProperty('properties');
  });

  it('has one class for one name: of two, the later would stand for both', () => {
    const names = readTree('apps/api')
      .filter(({ path }) => !path.endsWith('.spec.ts'))
      .flatMap(({ classes }) => classes);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  it('describes what is answered: a filing has exactly the documented members', async () => {
    const { body: document } = await open('/openapi.json');
    const { body: complaint } = await app.by('rights').post('/v1/complaints', {
      ground: 'copyright',
      works: [{ ref: 'w1', title: '片', category: 'film' }],
      targets: [{ text: 'https://www.douyin.com/video/7212345678901234567', workRef: 'w1' }],
    });
    const { required } = document.components.schemas.FilingView;
    expect(Object.keys(complaint).sort()).toEqual(required.sort());
  });

  it('has a page for people', async () => {
    const { status, headers } = await open('/docs');
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
  });
});

describe('the process', () => {
  it('says that it lives and is ready, and measures itself', async () => {
    expect([(await open('/livez')).status, (await open('/readyz')).status]).toEqual([200, 200]);
    const { status, body } = await open('/metrics');
    expect(status).toBe(200);
    expect(body).toMatch(/# TYPE \S+ (histogram|gauge|counter)/);
    expect(body).toContain('sweep_lateness_seconds');
  });

  it('gives every answer an id, the caller’s own where it is sane', async () => {
    expect((await open('/livez')).headers.get('x-request-id')).toBeTruthy();
    expect((await open('/livez', { 'x-request-id': 'mine-0001' })).headers.get('x-request-id')).toBe('mine-0001');
    const odd = await open('/livez', { 'x-request-id': 'a"b<c> '.repeat(100) });
    expect(odd.headers.get('x-request-id')).not.toContain('<');
  });
});

describe('outside the sandbox', () => {
  it('test keys are refused, sandbox routes are absent, metrics ask for their token, and a sandbox database is refused', async () => {
    const database = await createTestDatabase();
    const settings = {
      DATABASE_URL: database.url,
      PORT: '0',
      SANDBOX: 'false',
      INSTALLATION_SECRET: 'a secret of the tests, long enough',
      METRICS_TOKEN: 'the token of the metrics',
      LOG_LEVEL: 'silent',
    };
    const live = await createApi(readConfiguration(settings));
    await live.listen(0, '127.0.0.1');
    const url = (await live.getUrl()).replace('[::1]', '127.0.0.1');
    const get = async (path: string, authorization?: string) => {
      const answer = await fetch(`${url}${path}`, { headers: authorization ? { authorization } : {} });
      return { status: answer.status, text: await answer.text() };
    };
    try {
      const testKey = await get('/v1/me', `Bearer ${app.keys['rights@demo.test']}`);
      expect([testKey.status, JSON.parse(testKey.text).code]).toEqual([401, 'wrong_mode']);
      for (const path of ['/v1/sandbox/clock', '/mail']) expect((await get(path)).status).toBe(404);
      expect((await get('/openapi.json')).text).not.toContain('/v1/sandbox');
      expect((await get('/metrics')).status).toBe(401);
      expect((await get('/metrics', 'Bearer wrong')).status).toBe(401);
      expect((await get('/metrics', 'Bearer the token of the metrics')).status).toBe(200);
      await expect(createApi(readConfiguration({ ...settings, SANDBOX: 'true' }))).rejects.toThrow(/live installation/);
    } finally {
      await live.close();
      await database.drop();
    }
  }, 30_000);

  it('a live key is refused in the sandbox', async () => {
    const [{ id: createdBy, organization_id: organizationId }] = await app.database.query(
      `select id, organization_id from members where email = 'rights@demo.test'`,
    );
    const scopes = ['complaints:read' as const];
    const wanted = {
      organizationId,
      createdBy,
      name: 'live',
      scopes,
      mode: 'live' as const,
      creatorScopes: new Set(scopes),
    };
    const { key } = await inTransaction(app.database, (tx) => mintApiKey(tx, wanted));
    expect(await app.with(key).get('/v1/me')).toMatchObject({ status: 401, body: { code: 'wrong_mode' } });
  });
});

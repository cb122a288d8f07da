import { keepKeyRequests, KeyRequestLog } from '#identity';
import { newId } from '#kernel';
import { type Client, eventually, startTestApp, type TestApp } from '../support/app.js';

describe('the log that an organization keeps of its keys', () => {
  let app: TestApp;
  let owner: Client;
  let keyId: string;
  let key: string;

  beforeAll(async () => {
    app = await startTestApp({ worker: false });
    owner = await app.signedIn('rights');
    ({ id: keyId, key } = (await owner.post('/v1/api-keys', { name: '法务系统', scopes: ['complaints:read'] })).body);
  }, 60_000);
  afterAll(() => app?.close());

  const log = async (query = '') => {
    const { status, body } = await owner.get(`/v1/api-keys/${keyId}/requests${query}`);
    expect(status).toBe(200);
    return body.data as any[];
  };

  it('has each request with what became of it, and nothing that is a secret or somebody’s content', async () => {
    const missing = newId();
    const headers = { 'x-request-id': 'ticket-4712.log', 'user-agent': `${'x'.repeat(300)}` };
    await app.with(key).get(`/v1/complaints/${missing}?include=${'secret'.repeat(3)}`, headers);
    const [line] = await log();
    expect(line).toEqual({
      id: expect.any(String),
      at: expect.any(String),
      method: 'GET',
      route: '/v1/complaints/:id',
      path: `/v1/complaints/${missing}`,
      status: 404,
      code: 'not_found',
      durationMs: expect.any(Number),
      requestId: 'ticket-4712.log',
      address: '127.0.0.1',
      userAgent: 'x'.repeat(200),
    });
    await app.with(key).post('/v1/complaints', { complainant: { name: '张三丰' } });
    const rows = JSON.stringify(await app.database.query('select * from api_key_requests'));
    for (const never of [key, 'secretsecret', '张三丰']) expect(rows).not.toContain(never);
  });

  it('is read by status, by class of status, by method and by time, page by page', async () => {
    await app.with(key).get('/v1/complaints');
    await app.with(key).get('/v1/nothing-here');
    expect((await log()).map(({ method, status }) => `${method} ${status}`)).toEqual([
      'GET 200',
      'POST 403',
      'GET 404',
    ]);
    expect((await log('?status=4xx')).map(({ status }) => status)).toEqual([403, 404]);
    expect((await log('?status=403')).map(({ code }) => code)).toEqual(['forbidden']);
    expect(await log('?status=5xx')).toEqual([]);
    expect((await log('?method=POST')).map(({ status }) => status)).toEqual([403]);
    const [{ at }] = await log('?status=403');
    expect(await log(`?until=${at}&status=403`)).toEqual([]);
    expect((await log('?since=1960-01-01T00:00:00Z')).length).toBe(3);
    const first = await owner.get(`/v1/api-keys/${keyId}/requests?limit=2`);
    await app.with(key).get('/v1/complaints');
    const second = await owner.get(`/v1/api-keys/${keyId}/requests?limit=2&after=${first.body.next}`);
    expect(second.body).toMatchObject({ data: [{ status: 404 }], next: null });
    for (const wrong of ['status=6xx', 'status=40', 'method=get', 'since=2026', 'after=x'])
      expect((await owner.get(`/v1/api-keys/${keyId}/requests?${wrong}`)).status).toBe(422);
  });

  it('a key that was revoked or used from elsewhere leaves its trace: that is what its owner looks for', async () => {
    const pinned = { name: '固定出口', scopes: ['complaints:read'], allowedCidrs: ['203.0.113.0/24'] };
    const { body: made } = await owner.post('/v1/api-keys', pinned);
    await app.with(made.key).get('/v1/me');
    await owner.send('DELETE', `/v1/api-keys/${made.id}`);
    await app.with(made.key).get('/v1/me');
    const { body } = await owner.get(`/v1/api-keys/${made.id}/requests`);
    expect(body.data.map(({ code }: any) => code)).toEqual(['key_expired', 'address_not_allowed']);
    expect((await owner.get(`/v1/api-keys/${made.id}`)).body).toMatchObject({ name: '固定出口', state: 'revoked' });
  });

  it('is nobody else’s: not another organization’s, and not the key’s own', async () => {
    const other = await app.signedIn('platform');
    for (const path of [`/v1/api-keys/${keyId}`, `/v1/api-keys/${keyId}/requests`]) {
      expect((await other.get(path)).status).toBe(404);
      expect((await app.with(key).get(path)).status).toBe(403);
    }
    // what people do in the console is no request of a key
    const [{ people }] = await app.database.query(
      `select count(*)::int as people from api_key_requests r where not exists (select from api_keys where id = r.api_key_id)`,
    );
    expect(people).toBe(0);
  });

  it('never holds a request up: what cannot be written waits, and is written when it can be', async () => {
    await app.database.query('alter table api_key_requests rename to api_key_requests_away');
    const ask = await Promise.all(Array.from({ length: 450 }, () => app.with(key).get('/v1/complaints?limit=1')));
    expect(ask.every(({ status }) => status === 200)).toBe(true);
    await app.database.query('alter table api_key_requests_away rename to api_key_requests');
    await eventually(async () => {
      const [{ lines }] = await app.database.query(
        `select count(*)::int as lines from api_key_requests where api_key_id = $1 and status = 200`,
        [keyId],
      );
      return lines === 452;
    });
  });

  it('holds so many lines and no more while the database is away', () => {
    let dropped = 0;
    const lines = new KeyRequestLog(
      app.database,
      () => undefined,
      () => void dropped++,
    );
    const unwritable = {
      organizationId: newId(),
      apiKeyId: keyId,
      method: 'GET',
      route: null,
      path: '/',
      status: 99_999,
    };
    const line = { ...unwritable, code: null, durationMs: 1, requestId: 'r', address: '::1', userAgent: null };
    for (let n = 0; n < 21_000; n++) lines.note(line);
    expect(dropped).toBe(21_000 - 20_000 - 200); // 200 are on their way
  });

  it('is kept for 30 days: the parts of the days to come are there, those whose time is over are dropped', async () => {
    await app.database.query(
      `create table api_key_requests_2020_01_01 partition of api_key_requests
         for values from (uuid_since('2020-01-01')) to (uuid_since('2020-01-02'))`,
    );
    await keepKeyRequests(app.database);
    const parts = await app.database.query<Array<{ name: string }>>(
      `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'api_key_requests'::regclass order by 1`,
    );
    expect(parts.length).toBeGreaterThanOrEqual(8);
    expect(parts.map(({ name }) => name)).not.toContain('api_key_requests_2020_01_01');
  });
});

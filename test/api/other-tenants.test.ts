import { newId } from '#kernel';
import { declaredRoutes } from '../../apps/api/src/http/declared-access.js';
import { type Client, type DemoAccount, startTestApp, type TestApp } from '../support/app.js';
import { reportOn } from '../interchange/messages.js';
import { upload } from '../evidence/upload.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { counter, suit } from '../scenarios/stage.js';

let app: TestApp;
/** One resource of each kind, of rights@ (which filed), platform@ (served) and regulator@ (escalated). */
const own: Record<string, string> = {};
let itemId: string;

beforeAll(async () => {
  app = await startTestApp();
  const filed = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
  own['complaints'] = filed.body.id;
  own['notices'] = filed.body.notices[0].id;
  own['items'] = itemId = filed.body.targets[0].itemId;
  await app.advance('PT25H');
  own['escalations'] = (await app.by('regulator').get('/v1/escalations')).body.data[0].id;
  const endpoint = { url: 'http://127.0.0.1:9/hooks', events: ['notice.served'] };
  own['webhook-endpoints'] = (await app.by('rights').post('/v1/webhook-endpoints', endpoint)).body.id;
  const sent = await app.by('rights').post(`/v1/webhook-endpoints/${own['webhook-endpoints']}/test`);
  own['webhook-deliveries'] = sent.body.deliveryId;
  own['files'] = (await upload(app, 'rights', 'evidence')).body.id;
  const owner = await app.signedIn('rights');
  const key = { name: 'machine', scopes: ['complaints:read'], mode: 'sandbox' };
  own['api-keys'] = (await owner.post('/v1/api-keys', key)).body.id;
  const person = { email: 'second@demo.test', name: '第二人', role: 'handler' };
  const work = { title: '流浪地球2', category: 'film' };
  own['works'] = (await app.by('rights').post('/v1/works', work)).body.id;
  const authorization = {
    owner: { name: '中国电影股份有限公司' },
    workIds: [own['works']],
    rights: ['information_network'],
    validFrom: '2026-01-01',
    documents: [{ fileId: own['files'] }],
  };
  own['authorizations'] = (await app.by('rights').post('/v1/authorizations', authorization)).body.id;
  const template = { name: '要件不全', reasonCode: 'licensed', text: '已获授权' };
  own['templates'] = (await app.by('platform').post('/v1/templates', template)).body.id;
  const report = reportOn('https://pan.baidu.com/s/1Draft0000000001');
  own['complaint-drafts'] = (await app.by('rights').post('/v1/interchange/xarf', report)).body.id;
  own['sessions'] = (await owner.get('/v1/me/sessions')).body.data[0].id;
  own['members'] = (await owner.post('/v1/members', person)).body.id;
  await followUps();
}, 60_000);

/** What comes after a decision, one of each kind, on items of the same two. */
async function followUps(): Promise<void> {
  const at = (await app.by('operator').get('/v1/sandbox/clock')).body.now as string;
  const filed = await app
    .by('rights')
    .post('/v1/complaints', complaintAbout(Array.from({ length: 4 }, () => pasted.netdisk())));
  const [countered, sued, ordered, seen] = filed.body.targets.map((target: any) => target.itemId) as string[];
  await app.by('platform').post(`/v1/notices/${filed.body.notices[0].id}/decisions`, {
    decisions: [countered, sued, ordered, seen].map((id) => ({ itemId: id, outcome: 'removed' })),
  });
  const make = async (kind: string, account: DemoAccount, path: string, body: object) => {
    const answer = await app.by(account).post(path, body);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    own[kind] = answer.body.id;
  };
  await make('counter-notices', 'platform', `/v1/items/${countered}/counter-notices`, {
    ...counter,
    receivedAt: (await app.by('operator').get('/v1/sandbox/clock')).body.now,
    forward: true,
  });
  await make('proceedings', 'rights', `/v1/items/${sued}/proceedings`, { ...suit, filedAt: at });
  await make('orders', 'platform', `/v1/items/${ordered}/orders`, order(at));
  await make('reports', 'rights', `/v1/items/${seen}/reports`, { kind: 'still_live' });
}

const order = (issuedAt: string) => ({ direction: 'takedown', issuer: '北京互联网法院', number: '1', issuedAt });
afterAll(() => app.close());

/** Acceptable to the route, so that only ownership can refuse it. */
const bodies: Record<string, () => object> = {
  'POST /v1/complaints/:id/supplements': () => ({ statements: { accuracy: true } }),
  'POST /v1/complaints/:id/withdrawal': () => ({ reason: '试探' }),
  'POST /v1/notices/:id/decisions': () => ({ decisions: [{ itemId, outcome: 'removed' }] }),
  'POST /v1/notices/:id/forwarding': () => ({ method: 'message', at: new Date().toISOString() }),
  'POST /v1/notices/:id/notes': () => ({ text: '试探' }),
  'POST /v1/authorizations/:id/approval': () => ({ decision: 'approve' }),
  'POST /v1/authorizations/:id/revocation': () => ({ reason: '试探' }),
  'POST /v1/notices/:id/supplement-requests': () => ({ elements: ['identity'], message: '试探' }),
  'POST /v1/items/:id/counter-notices': () => ({ ...counter, receivedAt: new Date().toISOString() }),
  'POST /v1/items/:id/proceedings': () => ({ ...suit, filedAt: new Date().toISOString() }),
  'POST /v1/items/:id/orders': () => order(new Date().toISOString()),
  'POST /v1/items/:id/reports': () => ({ kind: 'still_live' }),
  'POST /v1/items/:id/appeals': () => ({ text: '试探' }),
  'POST /v1/proceedings/:id/end': () => ({ result: 'lost', note: '试探' }),
  'POST /v1/reports/:id/dispute': () => ({ note: '试探' }),
  'POST /v1/counter-notices/:id/rejection': () => ({ missing: ['proof'], note: '试探' }),
  'POST /v1/counter-notices/:id/proceedings': () => ({ ...suit, filedAt: new Date().toISOString() }),
  'POST /v1/counter-notices/:id/extensions': () => ({ reason: '试探', until: new Date().toISOString() }),
  'POST /v1/webhook-endpoints/:id/recover': () => ({ since: new Date().toISOString() }),
  'POST /v1/complaint-drafts/:id/filing': () => ({ statements: { accuracy: true } }),
  'POST /v1/escalations/:id/dismissal': () => ({ reason: '试探', note: '试探' }),
};

/** The directory is read by everybody and kept by the one operator. */
const shared = [
  'GET /v1/platforms/:id',
  'PATCH /v1/platforms/:id',
  'POST /v1/unrouted-targets/:id/assignment',
  'GET /v1/warning-lists/:id',
  'GET /v1/warning-lists/:id/works',
  'POST /v1/rule-overrides/:id/end',
  'POST /v1/tier-grants/:id/end',
  'POST /v1/dead-letters/:kind/:id/retry',
  'POST /v1/mail/services/:id/reissue',
  'GET /v1/mail/tray/:id',
  'GET /v1/mail/tray/:id/source',
  'POST /v1/mail/tray/:id/filing',
  'DELETE /v1/mail/tray/:id/filing',
  // takes back one's own look, which a stranger has not; 204 for any id, so it tells nothing
  'DELETE /v1/notices/:id/presence',
];

it('what belongs to another tenant is not found, on every route with an id', async () => {
  const strangers: Array<[string, Client]> = await Promise.all(
    (['partner', 'platform3', 'national', 'operator'] as DemoAccount[]).map(
      async (account) => [account, await app.signedIn(account)] as [string, Client],
    ),
  );
  // the national regulator reads every region's queue by law; another region's does not
  const byRegion = strangers.filter(([account]) => account !== 'national');
  // the operator approves authorizations, so it reads them
  const without: Record<string, typeof strangers> = {
    escalations: byRegion,
    authorizations: strangers.filter(([account]) => account !== 'operator'),
  };
  const routes = declaredRoutes(app.nest).filter(({ path }) => path.includes('/:id'));
  const wrong: string[] = [];
  let found = 0;
  for (const { method, path } of routes) {
    if (shared.includes(`${method} ${path}`)) continue;
    const kind = path.split('/:id')[0]!.split('/').at(-1)!;
    const id = own[kind];
    if (!id) {
      wrong.push(`${method} ${path}: this test makes no resource of this kind`);
      continue;
    }
    const body = method === 'GET' ? undefined : (bodies[`${method} ${path}`]?.() ?? {});
    for (const [account, client] of without[kind] ?? strangers) {
      const { status } = await client.send(method, path.replace(':id', id).replace(':fileId', own['files']!), body);
      if (status === 404) found++;
      else if (status !== 403) wrong.push(`${account} ${method} ${path}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(found).toBeGreaterThan(20);
});

it('another region’s regulator sees neither the escalation nor its notice', async () => {
  const other = await app.signedIn('regulator');
  const fresh = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
  // a notice that did not reach the regulator
  for (const tail of ['', '/events'])
    expect((await other.get(`/v1/notices/${fresh.body.notices[0].id}${tail}`)).status).toBe(404);
  expect((await other.get(`/v1/notices/${own['notices']}`)).status).toBe(200);
  const { body: list } = await other.get('/v1/notices?limit=200');
  expect(list.data.map(({ id }: any) => id)).toEqual([own['notices']]);
});

describe('an attacker', () => {
  it('cannot decide another platform’s items inside an own notice', async () => {
    const mine = await app.by('partner').post('/v1/complaints', complaintAbout([pasted.douyin()]));
    const answer = await app.by('platform2').post(`/v1/notices/${mine.body.notices[0].id}/decisions`, {
      decisions: [
        { itemId: mine.body.targets[0].itemId, outcome: 'removed' },
        { itemId, outcome: 'not_found' },
      ],
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/decisions/1/itemId' }] } });
    const bulk = await app.by('platform2').post('/v1/decisions', { decisions: [{ itemId, outcome: 'not_found' }] });
    expect(bulk.body.results).toMatchObject([{ ok: false, problem: { code: 'not_found' } }]);
    const { body: notice } = await app.by('platform').get(`/v1/notices/${own['notices']}`);
    expect(notice.items[0].state).toBe('pending');
  });

  it('cannot withdraw another’s items through an own complaint', async () => {
    const mine = await app.by('partner').post('/v1/complaints', complaintAbout([pasted.douyin()]));
    const answer = await app
      .by('partner')
      .post(`/v1/complaints/${mine.body.id}/withdrawal`, { reason: 'x', itemIds: [itemId] });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/itemIds/0' }] } });
  });

  it('cannot assign a notice to a member of another organization, nor to nobody known', async () => {
    const { body: me } = await (await app.signedIn('platform2')).get('/v1/me');
    const stranger = me.id ?? me.member.id;
    for (const memberId of [stranger, newId()]) {
      const answer = await app.by('platform').send('PUT', `/v1/notices/${own['notices']}/assignee`, { memberId });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/memberId' }] } });
    }
  });

  it('never reads the platform’s internal notes, assignee or claim as complainant or regulator', async () => {
    const secret = '内部意见：疑似恶意投诉';
    const noted = await app.by('platform').post(`/v1/notices/${own['notices']}/notes`, { text: secret });
    expect(noted.status).toBe(201);
    await (await app.signedIn('platform')).post(`/v1/notices/${own['notices']}/claim`);
    expect((await app.by('rights').get(`/v1/notices/${own['notices']}/notes`)).status).toBe(403);
    for (const account of ['rights', 'regulator'] as const) {
      for (const path of [`/v1/notices/${own['notices']}`, `/v1/notices/${own['notices']}/events`, '/v1/notices']) {
        const text = JSON.stringify((await app.by(account).get(path)).body);
        expect(text).not.toContain(secret);
        expect(text).not.toContain('李四');
      }
    }
  });

  it('reads identity numbers only by their last four, except its own', async () => {
    const masked = JSON.stringify((await app.by('platform').get(`/v1/notices/${own['notices']}`)).body.parties);
    expect(masked).not.toContain('91110105MA01');
    expect(masked).toContain('CD2X');
    const whole = JSON.stringify((await app.by('rights').get(`/v1/notices/${own['notices']}`)).body.parties);
    expect(whole).toContain('91110105MA01ABCD2X');
  });

  it.each(['id', 'state', 'organizationId', 'receivedAt', 'number', 'createdBy', 'platformId'])(
    'cannot set "%s" of a complaint',
    async (field) => {
      const body = complaintAbout([pasted.douyin()], { [field]: own['complaints'] });
      const answer = await app.by('partner').post('/v1/complaints', body);
      expect(answer).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: `#/${field}`, code: 'unknown_field' }] },
      });
    },
  );

  it('cannot make itself more than it is', async () => {
    const owner = await app.signedIn('partner');
    for (const change of [{ kind: 'operator' }, { id: newId() }, { regionCode: '000000' }])
      expect((await owner.send('PATCH', '/v1/organization', change)).status).toBe(422);
    const key = { name: 'x', mode: 'sandbox' };
    expect((await owner.post('/v1/api-keys', { ...key, scopes: ['directory:manage'] })).status).toBe(422);
    expect((await owner.post('/v1/api-keys', { ...key, scopes: ['notices:act'] })).status).toBe(422);
    expect(
      (await owner.post('/v1/api-keys', { ...key, scopes: ['complaints:read'], organizationId: newId() })).status,
    ).toBe(422);
    expect((await app.with(null).post('/v1/auth/register', { kind: 'operator' })).status).toBe(422);
  });
});

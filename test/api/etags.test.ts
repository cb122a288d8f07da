import { openapiDocument } from '../../apps/standalone/src/docs/openapi-document.js';
import { startStage } from '../scenarios/stage.js';
import type { Client, DemoAccount } from '../support/app.js';
import { oneOfEach } from './one-of-each.js';

/** What counts versions, for whoever acts on it; its clocks and its colleagues move between two versions. */
const versioned = /\/(authorizations|complaints|counter-notices|escalations|notices|webhook-endpoints|works)\/\{id\}$/;

/** What only a person may read. */
const personal = ['/v1/api-keys/{id}'];

describe('a single resource', () => {
  let stage: Awaited<ReturnType<typeof startStage>>;
  let places: Awaited<ReturnType<typeof oneOfEach>>;
  beforeAll(async () => {
    stage = await startStage();
    places = await oneOfEach(stage);
  });
  afterAll(() => stage?.app.close());

  const readerOf = async (path: string, account: DemoAccount): Promise<Client> =>
    personal.includes(path) ? stage.app.signedIn(account) : stage.app.by(account);

  it('has an ETag, every one of the API', async () => {
    const { paths } = JSON.parse(await openapiDocument()) as { paths: Record<string, object> };
    const ones = Object.keys(paths).filter((path) => 'get' in paths[path]! && path.endsWith('}'));
    expect(ones.filter((path) => !places[path])).toEqual([]);
    for (const [path, [account, address]] of Object.entries(places)) {
      const { status, headers } = await (await readerOf(path, account)).get(address);
      const tag = headers.get('etag');
      expect([path, status, tag]).toEqual([
        path,
        200,
        expect.stringMatching(versioned.test(path) ? /^"\d+"$/ : /^"\w{32}"$/),
      ]);
    }
  });

  it('is not sent again to whoever has it as it is, and is once it is another', async () => {
    const unmoved = Object.entries(places).filter(([path]) => !versioned.test(path));
    for (const [path, [account, address]] of unmoved) {
      const client = await readerOf(path, account);
      const tag = (await client.get(address)).headers.get('etag')!;
      const again = await client.get(address, { 'if-none-match': `"other", W/${tag}` });
      expect([path, again.status, again.body, again.headers.get('etag')]).toEqual([path, 304, '', tag]);
      expect([path, (await client.get(address, { 'if-none-match': '"other"' })).status]).toEqual([path, 200]);
    }
    const [, address] = places['/v1/platforms/{id}']!;
    const [rights, operator] = [stage.app.by('rights'), stage.app.by('operator')];
    const tag = (await rights.get(address)).headers.get('etag')!;
    await operator.send('PATCH', address, { icpNumber: '京ICP备12345678号' });
    expect((await rights.get(address, { 'if-none-match': tag })).status).toBe(200);
  });

  it.each([
    ['/v1/platforms/{id}', 'operator', { name: '甲' }, { name: '乙' }],
    ['/v1/organization', 'rights', { profile: { contact: '甲' } }, { profile: { contact: '乙' } }],
  ] as const)(
    '%s is changed as it was read: of two at once one learns what it is now',
    async (path, account, one, other) => {
      const client = account === 'rights' ? await stage.app.signedIn(account) : stage.app.by(account);
      const [, address] = places[path]!;
      const match = { 'if-match': (await client.get(address)).headers.get('etag')! };
      const answers = await Promise.all([one, other].map((change) => client.send('PATCH', address, change, match)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const [changed, refused] = answers.sort((a, b) => a.status - b.status);
      expect(refused!.body).toMatchObject({ code: 'stale_version', current: changed!.body });
      expect(changed!.headers.get('etag')).toBe((await client.get(address)).headers.get('etag'));
      expect((await client.send('PATCH', address, one)).status).toBe(200);
    },
  );
});

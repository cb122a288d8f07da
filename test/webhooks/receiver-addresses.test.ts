import { createServer, type Server } from 'node:net';
import { Problem } from '#kernel';
import {
  createGuardedAgent,
  postMessage,
  type ReceiverPolicy,
  receiverPolicyOf,
  registerEndpoint,
  type ResolveName,
} from '#webhooks';
import { inTransaction } from '#database';
import type { DataSource } from 'typeorm';
import { createOrganization, openDatabase, policy, startReceiver } from './support.js';

const live: ReceiverPolicy = { allowLoopback: false, ownPorts: [] };
const sandbox: ReceiverPolicy = { allowLoopback: true, ownPorts: [] };

/** Addresses inside, in the spellings that have got past guards before. */
const inside = [
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '0.0.0.0',
  '0.1.2.3',
  '192.0.0.192',
  '192.0.2.1',
  '198.18.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:169.254.169.254]',
  '[::7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b:1::1]',
  '[2002:7f00:1::]',
  '[2002:a9fe:a9fe::]',
  '[2001:0:4136:e378:8000:63bf:80ff:fffe]',
  '[2001:db8::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
];

/** This machine, as a URL can spell it. */
const loopback = [
  '127.0.0.1',
  '127.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '017700000001',
  '0177.0.0.1',
  '127.0.0.1.',
  '１２７．０．０．１',
  '①②⑦.0.0.1',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
];

describe('at registration', () => {
  let database: DataSource;
  let close: () => Promise<void>;
  let organizationId: string;
  beforeAll(async () => {
    ({ database, close } = await openDatabase());
    organizationId = await createOrganization(database);
  });
  afterAll(() => close());

  /** The code of the refusal, or the address as stored. */
  async function register(url: string, to: ReceiverPolicy & { isSandbox: boolean }): Promise<string> {
    try {
      const endpoint = await inTransaction(database, (tx) =>
        registerEndpoint(tx, new Date(), { organizationId, url, events: ['*'] }, { ...policy, ...to }),
      );
      await database.query('delete from webhook_endpoints');
      return endpoint.url;
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.code !== 'url_refused') throw failure;
      return failure.details.errors![0]!.code;
    }
  }
  const inLive = { ...live, isSandbox: false };
  const inSandbox = { ...sandbox, isSandbox: true };

  it.each([...inside, ...loopback])('https://%s/ is refused outside the sandbox', async (host) => {
    expect(await register(`https://${host}/`, inLive)).toBe('not_public');
    expect(await register(`https://${host}:8443/`, inLive)).toBe('not_public');
  });

  it.each(inside)('http://%s/ is refused in the sandbox too', async (host) => {
    expect(await register(`http://${host}/`, inSandbox)).toBe('not_public');
  });

  it.each(loopback)('http://%s:9000/ is allowed in the sandbox, but not on our own port', async (host) => {
    expect(await register(`http://${host}:9000/`, { ...inSandbox, ownPorts: [3000, 5432] })).toMatch(/^http:/);
    expect(await register(`http://${host}:3000/`, { ...inSandbox, ownPorts: [3000, 5432] })).toBe('own_port');
    expect(await register(`http://${host}:5432/`, { ...inSandbox, ownPorts: [3000, 5432] })).toBe('own_port');
  });

  it.each([
    ['http://example.com/', 'scheme'],
    ['ftp://example.com/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['gopher://example.com/', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['https://user:password@example.com/', 'credentials'],
    ['https://user@example.com/', 'credentials'],
    ['example.com/hooks', 'not_an_address'],
    ['https://', 'not_an_address'],
    ['https://[fe80::1%25eth0]/', 'not_an_address'],
    ['https://example.com:99999/', 'not_an_address'],
    ['https://1.2.3.256/', 'not_an_address'],
    ['https://example.com:22/', 'port'],
    ['https://example.com:0/', 'port'],
    ['https://intranet/', 'not_public'],
    ['https://printer.local/', 'not_public'],
    ['https://metadata.google.internal/', 'not_public'],
    ['https://metadata.google.internal./', 'not_public'],
  ])('%s is refused: %s', async (url, code) => {
    expect(await register(url, inLive)).toBe(code);
  });

  it('an address of this machine is refused as loopback is', async () => {
    const self = { ownAddresses: new Set(['93.184.216.34']), ownPorts: [3000] };
    expect(await register('https://93.184.216.34/', { ...inLive, ...self })).toBe('not_public');
    expect(await register('http://93.184.216.34:3000/', { ...inSandbox, ...self })).toBe('own_port');
  });

  it.each([
    'https://example.com/hooks?a=1',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]:8443/',
    'https://例子.中国/',
  ])('%s is accepted', async (url) => {
    expect(await register(url, inLive)).toBe(new URL(url).href);
  });
});

describe('at every connection', () => {
  const agents: Array<ReturnType<typeof createGuardedAgent>> = [];
  afterEach(() => Promise.all(agents.splice(0).map((agent) => agent.destroy())));

  function post(url: string, to: ReceiverPolicy, resolve?: ResolveName) {
    const agent = createGuardedAgent(to, resolve);
    agents.push(agent);
    return postMessage(agent, new URL(url), { 'content-type': 'application/json' }, '{}', 3_000);
  }
  const refused = { statusCode: null, error: { code: 'address_refused' } };

  it.each([...inside, ...loopback])('http://%s/ is refused outside the sandbox', async (host) => {
    expect(await post(`http://${host}/`, live)).toMatchObject(refused);
  });

  it.each(inside)('http://%s/ is refused in the sandbox too', async (host) => {
    expect(await post(`http://${host}/`, sandbox)).toMatchObject(refused);
  });

  it.each(inside)('a name that leads to %s is refused, also beside a public address', async (host) => {
    const address = host.replace(/^\[|\]$/g, '');
    expect(await post('http://hooks.example/', sandbox, async () => [address])).toMatchObject(refused);
    expect(await post('http://hooks.example/', live, async () => ['93.184.216.34', address])).toMatchObject(refused);
  });

  it('a name that leads to a link-local address with its zone is refused', async () => {
    expect(await post('http://hooks.example/', sandbox, async () => ['fe80::1%eth0'])).toMatchObject(refused);
  });

  it('an address of this machine is no way round loopback: outside the sandbox not at all, in it never on our own port', async () => {
    const self = new Set(['93.184.216.34', '2606:2800:220:1:0:0:0:1']);
    for (const address of ['93.184.216.34', '2606:2800:220:1::1']) {
      const toSelf = async () => [address];
      expect(await post('http://hooks.example/', { ...live, ownAddresses: self }, toSelf)).toMatchObject(refused);
      const own = { ...sandbox, ownAddresses: self, ownPorts: [3000] };
      expect(await post('http://hooks.example:3000/', own, toSelf)).toMatchObject(refused);
    }
    const { ownAddresses } = receiverPolicyOf({
      isSandbox: false,
      port: 3000,
      publicUrl: 'https://tongshan.example',
      databaseUrl: 'postgres://127.0.0.1/tongshan',
      mailUrl: null,
    });
    expect(ownAddresses!.has('127.0.0.1')).toBe(true);
  });

  it('a name that leads to loopback reaches it in the sandbox alone, and never our own port', async () => {
    const receiver = await startReceiver();
    const url = `http://hooks.example:${receiver.port}/`;
    const toLoopback = async () => ['127.0.0.1'];
    try {
      expect(await post(url, sandbox, toLoopback)).toMatchObject({ statusCode: 204 });
      expect(receiver.received[0]!.headers.host).toBe(`hooks.example:${receiver.port}`);
      expect(await post(url, live, toLoopback)).toMatchObject(refused);
      expect(await post(url, { ...sandbox, ownPorts: [receiver.port] }, toLoopback)).toMatchObject(refused);
      expect(await post(receiver.url, { ...sandbox, ownPorts: [receiver.port] })).toMatchObject(refused);
      expect(receiver.received).toHaveLength(1);
    } finally {
      await receiver.stop();
    }
  });

  it('a name is asked once a connection, and the connection goes to that answer: rebinding gains nothing', async () => {
    const receiver = await startReceiver((_request, response) =>
      response.writeHead(200, { connection: 'close' }).end(),
    );
    let asked = 0;
    const rebinding = async () => (asked++ === 0 ? ['127.0.0.1'] : ['10.0.0.1']);
    const agent = createGuardedAgent(sandbox, rebinding);
    agents.push(agent);
    const url = new URL(`http://rebind.example:${receiver.port}/`);
    try {
      expect(await postMessage(agent, url, {}, '{}')).toMatchObject({ statusCode: 200 });
      expect(asked).toBe(1);
      expect(await postMessage(agent, url, {}, '{}')).toMatchObject(refused);
      expect(asked).toBe(2);
    } finally {
      await receiver.stop();
    }
  });

  it('a name without an address fails as such; names of this machine are not asked of anyone', async () => {
    const nobody: ResolveName = async () => {
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    };
    expect(await post('http://nowhere.example/', live, nobody)).toMatchObject({ error: { code: 'name_not_found' } });
    expect(await post('http://localhost./', live, nobody)).toMatchObject(refused);
  });

  it('a receiver that accepts and never speaks TLS does not hold us', async () => {
    const silent: Server = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const started = Date.now();
    try {
      expect(await post(`https://127.0.0.1:${port}/`, sandbox)).toMatchObject({ error: { code: 'timeout' } });
      expect(Date.now() - started).toBeLessThan(4_000);
    } finally {
      silent.close();
    }
  });
});

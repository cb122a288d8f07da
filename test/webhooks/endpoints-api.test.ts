import { Global, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { type Caller, scopesOf } from '#identity';
import { isUuid, keyFor } from '#kernel';
import { createGuardedAgent, deliverWebhook, deliveryContext } from '#webhooks';
import { DataSource } from 'typeorm';
import type { ApiRequest } from '../../apps/api/src/http/access.js';
import { Commands } from '../../apps/api/src/http/commands.js';
import { CONFIGURATION } from '../../apps/api/src/http/configuration.js';
import { ProblemFilter } from '../../apps/api/src/http/problem-filter.js';
import { createValidationPipe } from '../../apps/api/src/http/validation.js';
import { WebhooksApiModule } from '../../apps/api/src/webhooks/webhooks.module.js';
import { createOrganization, deliveriesIn, openDatabase, policy, publicUrl, startReceiver } from './support.js';

const configuration = {
  installationSecret: 'a secret of at least thirty-two letters',
  isSandbox: true,
  port: 3000,
  publicUrl,
  databaseUrl: 'postgres://localhost:5433/tongshan',
  mailUrl: null,
};

let database: DataSource;
let close: () => Promise<void>;
let app: NestFastifyApplication;
let base: string;
let mine: string;
let theirs: string;

beforeAll(async () => {
  ({ database, close } = await openDatabase());
  @Global()
  @Module({
    providers: [
      { provide: DataSource, useValue: database },
      { provide: CONFIGURATION, useValue: configuration },
      Commands,
    ],
    exports: [DataSource, CONFIGURATION, Commands],
  })
  class FoundationModule {}
  const built = await Test.createTestingModule({ imports: [FoundationModule, WebhooksApiModule] }).compile();
  app = built.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  // Who is asking is the header here; that it needs the scope is shown by the test of every route and role.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request: ApiRequest) => {
      request.caller = {
        organizationId: String(request.headers['x-organization']),
        scopes: new Set(scopesOf('platform', 'owner')),
      } as unknown as Caller;
    });
  await app.listen(0, '127.0.0.1');
  base = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await close();
});
beforeEach(async () => {
  await database.query('delete from webhook_endpoints');
  [mine, theirs] = [await createOrganization(database), await createOrganization(database)];
});

async function call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object, as = mine) {
  const response = await fetch(`${base}/v1/webhook-endpoints${path}`, {
    method,
    headers: { 'x-organization': as, ...(payload ? { 'content-type': 'application/json' } : {}) },
    body: payload && JSON.stringify(payload),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : null) as Answer };
}

/** As a client sees it; which of these are there depends on the call. */
interface Answer {
  id: string;
  secret: string;
  state: string;
  disabledBecause: string | null;
  description: string | null;
  data: Array<{ id: string }>;
  next: string | null;
  deliveryId: string;
  code: string;
  errors: [{ pointer: string }];
}

const hook = { url: 'https://example.com/hooks', events: ['notice.served', 'deadline.breached'] };

describe('endpoints', () => {
  it('are registered with a secret that is shown once and lies sealed', async () => {
    const { status, body } = await call('POST', '', { ...hook, description: '收件箱' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...hook, description: '收件箱', state: 'enabled', disabledBecause: null });
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { body: again } = await call('GET', `/${body.id}`);
    expect(again).toEqual({ ...body, secret: undefined });
    const [row] = await database.query('select secret_sealed from webhook_endpoints');
    expect(row.secret_sealed).not.toContain(body.secret.slice(6, 20));
  });

  it('are changed in what is given, listed newest first in pages, and removed', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) ids.unshift((await call('POST', '', { ...hook, description: `${n}` })).body.id);
    const first = await call('GET', '?limit=2');
    const second = await call('GET', `?limit=2&after=${first.body.next}`);
    expect([...first.body.data, ...second.body.data].map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(second.body.next).toBeNull();
    const changed = await call('PATCH', `/${ids[0]}`, { events: ['*'], state: 'disabled', description: null });
    expect(changed.body).toMatchObject({
      url: hook.url,
      events: ['*'],
      state: 'disabled',
      disabledBecause: 'by_owner',
      description: null,
    });
    expect((await call('PATCH', `/${ids[0]}`, { state: 'enabled' })).body.disabledBecause).toBeNull();
    expect((await call('DELETE', `/${ids[0]}`)).status).toBe(204);
    expect((await call('GET', `/${ids[0]}`)).status).toBe(404);
  });

  it('of another organization do not exist', async () => {
    const { body } = await call('POST', '', hook);
    for (const answer of [
      await call('GET', `/${body.id}`, undefined, theirs),
      await call('PATCH', `/${body.id}`, { state: 'disabled' }, theirs),
      await call('DELETE', `/${body.id}`, undefined, theirs),
      await call('POST', `/${body.id}/test`, {}, theirs),
      await call('GET', `/${body.id}/deliveries`, undefined, theirs),
      await call('GET', '/no-id'),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
    expect((await call('GET', '', undefined, theirs)).body.data).toEqual([]);
    expect((await call('GET', `/${body.id}`)).body.state).toBe('enabled');
  });

  it('are at most twenty an organization, also when asked for at once', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => call('POST', '', hook)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    expect(answers.find(({ status }) => status !== 201)).toMatchObject({
      status: 422,
      body: { code: 'limit_reached' },
    });
  });

  it.each([
    ['an inside address', { ...hook, url: 'https://169.254.169.254/latest' }, 'url_refused'],
    ['our own port', { ...hook, url: 'http://127.0.0.1:3000/v1/auth/login' }, 'url_refused'],
    ['our own name', { ...hook, url: 'https://tongshan.example/v1/auth/login' }, 'url_refused'],
    ['our database', { ...hook, url: 'http://localhost:5433/' }, 'url_refused'],
    ['an unknown event', { ...hook, events: ['notice.eaten'] }, 'validation_failed'],
    ['no event', { ...hook, events: [] }, 'validation_failed'],
    ['a number for an address', { ...hook, url: 5 }, 'validation_failed'],
    ['an unknown field', { ...hook, secret: 'mine' }, 'validation_failed'],
    ['an endless address', { ...hook, url: `https://example.com/${'a'.repeat(3_000)}` }, 'validation_failed'],
  ])('refuse %s with 422', async (_name, body, code) => {
    const answer = await call('POST', '', body);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(answer.body.errors[0].pointer).toMatch(/^#\//);
    const { body: endpoint } = await call('POST', '', hook);
    expect((await call('PATCH', `/${endpoint.id}`, body)).status).toBe(422);
  });

  it('refuse a cursor that is not ours', async () => {
    for (const after of ['x', Buffer.from('["x"]').toString('base64url')]) {
      expect((await call('GET', `?after=${after}`)).status).toBe(422);
    }
  });
});

describe('the test send', () => {
  it('goes the way of real events and is seen in the delivery log, also from an empty body', async () => {
    const receiver = await startReceiver();
    const agent = createGuardedAgent(policy);
    try {
      const { body: endpoint } = await call('POST', '', { ...hook, url: receiver.url });
      const sent = [
        await call('POST', `/${endpoint.id}/test`),
        await call('POST', `/${endpoint.id}/test`, { type: 'escalation.opened' }),
      ];
      expect(sent.map(({ status }) => status)).toEqual([202, 202]);
      for (const { body } of sent) {
        expect(isUuid(body.deliveryId)).toBe(true);
        const context = deliveryContext({ database, agent, sealingKey: keyFor(configuration, 'sealing') });
        await deliverWebhook(context, body.deliveryId);
      }
      expect(receiver.received.map(({ body }) => JSON.parse(body))).toMatchObject([
        { type: 'notice.served', data: { isTest: true, matter: { kind: 'notice' } } },
        { type: 'escalation.opened', data: { isTest: true, matter: { kind: 'escalation' } } },
      ]);
      const page = await call('GET', `/${endpoint.id}/deliveries?limit=1`);
      expect(page.body.data).toMatchObject([
        {
          id: sent[1]!.body.deliveryId,
          event: 'escalation.opened',
          state: 'delivered',
          attempts: [{ statusCode: 204, answer: '', error: null, request: { url: receiver.url } }],
        },
      ]);
      const rest = await call('GET', `/${endpoint.id}/deliveries?after=${page.body.next}&state=delivered`);
      expect(rest.body.data.map(({ id }: { id: string }) => id)).toEqual([sent[0]!.body.deliveryId]);
      expect((await call('GET', `/${endpoint.id}/deliveries?state=exhausted`)).body.data).toEqual([]);
    } finally {
      await agent.destroy();
      await receiver.stop();
    }
  });

  it('is refused while the endpoint is disabled, and what waited goes out when it is enabled', async () => {
    const { body: endpoint } = await call('POST', '', hook);
    const { body: sent } = await call('POST', `/${endpoint.id}/test`, {});
    await call('PATCH', `/${endpoint.id}`, { state: 'disabled' });
    expect(await call('POST', `/${endpoint.id}/test`, {})).toMatchObject({
      status: 409,
      body: { code: 'wrong_state' },
    });
    const context = deliveryContext({ database, agent: createGuardedAgent(policy), sealingKey: Buffer.alloc(32) });
    await deliverWebhook(context, sent.deliveryId);
    expect(await deliveriesIn(database)).toMatchObject([{ state: 'pending', wait: null, attempts: [] }]);
    await database.query('delete from graphile_worker._private_jobs');
    await call('PATCH', `/${endpoint.id}`, { state: 'enabled' });
    expect((await deliveriesIn(database))[0]!.wait).not.toBeNull();
    expect(await database.query('select key from graphile_worker.jobs')).toEqual([{ key: sent.deliveryId }]);
  });
});

import fastifyCookie from '@fastify/cookie';
import { Global, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { databaseOptions } from '#database';
import { createMember, createOrganization, identityEntities, type OrganizationKind, type Role } from '#identity';
import { type Configuration, readConfiguration } from '#kernel';
import { runMigrations } from 'graphile-worker';
import { DataSource } from 'typeorm';
import { Commands } from '../../apps/api/src/http/commands.js';
import { CONFIGURATION } from '../../apps/api/src/http/configuration.js';
import { ProblemFilter } from '../../apps/api/src/http/problem-filter.js';
import { createValidationPipe } from '../../apps/api/src/http/validation.js';
import { IdentityApiModule } from '../../apps/api/src/identity/identity.module.js';
import { migrations } from '../../migrations/index.js';
import { createTestDatabase } from '../support/database.js';

export const password = 'correct horse 电池';

interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects of an answer
  body: any;
  headers: Record<string, string>;
}

interface Call {
  token?: string;
  body?: unknown;
  from?: string;
  headers?: Record<string, string>;
  redirect?: 'manual';
}

/** The identity area alone over a fresh database: the same guard, filter, pipe and edge as the whole application. */
export async function identityApp(
  options: {
    isSandbox?: boolean;
    environment?: Record<string, string>;
    controllers?: Array<new (...args: never[]) => object>;
  } = {},
) {
  const test = await createTestDatabase();
  const database = await new DataSource({
    ...databaseOptions(test.url, identityEntities),
    migrations,
  }).initialize();
  await database.runMigrations();
  await runMigrations({ connectionString: test.url });
  const start = () =>
    startApp(
      database,
      configurationOf(test.url, { SANDBOX: String(options.isSandbox ?? true), ...options.environment }),
      options.controllers ?? [],
    );
  const app = await start();
  const others: NestFastifyApplication[] = [];
  return {
    app,
    database,
    call: callsOf(app),
    /** Another process on the same database, as far as the limits and sessions can tell. */
    async another() {
      const other = await start();
      others.push(other);
      return callsOf(other);
    },
    /** An organization with one member who can sign in; answers its tokens. */
    async member(
      kind: OrganizationKind,
      role: Role = 'owner',
      settings: { organizationId?: string; email?: string } = {},
    ) {
      const email = settings.email ?? `${kind}-${role}-${Math.random().toString(36).slice(2)}@example.test`;
      const ids = await database.transaction(async (tx) => {
        const now = new Date();
        const organizationId =
          settings.organizationId ?? (await createOrganization(tx, now, { kind, name: `${kind} 机构` }));
        const member = { organizationId, email, name: '张三', role, password, isEmailConfirmed: true };
        return { organizationId, memberId: await createMember(tx, now, member) };
      });
      const { body } = await callsOf(app)('POST', '/v1/auth/login', { body: { email, password } });
      return { ...ids, email, accessToken: body.accessToken as string, refreshToken: body.refreshToken as string };
    },
    /** The letters written so far to an address, oldest first. */
    async letters(recipient: string): Promise<Array<{ template: string; data: Record<string, string> }>> {
      return database.query('select template, data from letters where recipient = $1 order by id', [recipient]);
    },
    async end() {
      for (const each of [app, ...others]) await each.close();
      await database.destroy();
      await test.drop();
    },
  };
}

function configurationOf(databaseUrl: string, environment: Record<string, string>): Configuration {
  return readConfiguration({
    DATABASE_URL: databaseUrl,
    INSTALLATION_SECRET: 'a secret for tests only, long enough',
    PUBLIC_URL: 'https://tongshan.test',
    ...environment,
  });
}

async function startApp(
  database: DataSource,
  configuration: Configuration,
  controllers: Array<new (...args: never[]) => object>,
): Promise<NestFastifyApplication> {
  @Global()
  @Module({
    providers: [
      { provide: DataSource, useValue: database },
      { provide: CONFIGURATION, useValue: configuration },
      Commands,
    ],
    exports: [DataSource, CONFIGURATION, Commands],
  })
  class Surroundings {}
  const testing = await Test.createTestingModule({ imports: [Surroundings, IdentityApiModule], controllers }).compile();
  // the tests say where a request comes from, as a trusted proxy would
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter({ trustProxy: true }), {
    logger: false,
  });
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  await app.register(fastifyCookie);
  await app.listen(0, '127.0.0.1');
  return app;
}

function callsOf(app: NestFastifyApplication) {
  return async (
    method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    call: Call = {},
  ): Promise<Answer> => {
    const answer = await fetch(new URL(path, await app.getUrl()), {
      method,
      redirect: call.redirect ?? 'follow',
      headers: {
        ...(call.from ? { 'x-forwarded-for': call.from } : {}),
        ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      body: call.body === undefined ? null : JSON.stringify(call.body),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: text === '' ? undefined : JSON.parse(text),
      headers: Object.fromEntries(answer.headers),
    };
  };
}

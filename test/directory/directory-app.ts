import fastifyCookie from '@fastify/cookie';
import 'reflect-metadata';
import { Global, Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { JwtService } from '@nestjs/jwt';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '#identity';
import { keyFor, newId, readConfiguration } from '#kernel';
import { DataSource } from 'typeorm';
import { DirectoryApiModule } from '../../apps/api/src/directory/directory.module.js';
import { AuthGuard } from '../../apps/api/src/http/auth-guard.js';
import { Commands } from '../../apps/api/src/http/commands.js';
import { CONFIGURATION } from '../../apps/api/src/http/configuration.js';
import { ProblemFilter } from '../../apps/api/src/http/problem-filter.js';
import { createValidationPipe } from '../../apps/api/src/http/validation.js';
import {
  AccessTokenGuard,
  AccessTokenStrategy,
  tokenAudience,
  tokenIssuer,
} from '../../apps/api/src/identity/access-token.js';
import { ApiKeyCallers } from '../../apps/api/src/identity/api-key-callers.js';
import { BrowserCallers } from '../../apps/api/src/identity/browser-callers.js';
import { RequestLimits } from '../../apps/api/src/limits/request-limits.js';
import { makeOrganization, seededDatabase } from './directory-database.js';

/** The directory's area of the API behind the real guard, with people of each kind signed in. */
export async function directoryApp() {
  const base = await seededDatabase();
  const configuration = readConfiguration({ DATABASE_URL: base.url, INSTALLATION_SECRET: 'x'.repeat(32) });

  @Global()
  @Module({
    providers: [
      { provide: DataSource, useValue: base.dataSource },
      { provide: CONFIGURATION, useValue: configuration },
      { provide: APP_GUARD, useExisting: AuthGuard },
      AuthGuard,
      AccessTokenGuard,
      AccessTokenStrategy,
      ApiKeyCallers,
      BrowserCallers,
      RequestLimits,
      Commands,
    ],
    exports: [DataSource, Commands],
  })
  class EdgeModule {}

  @Module({ imports: [EdgeModule, DirectoryApiModule] })
  class TestModule {}

  const app = await NestFactory.create<NestFastifyApplication>(
    TestModule,
    new FastifyAdapter({ bodyLimit: 10 * 1024 * 1024 }),
    {
      logger: ['error'],
      abortOnError: false,
    },
  );
  app.useGlobalPipes(createValidationPipe()).useGlobalFilters(new ProblemFilter());
  await app.register(fastifyCookie);
  await app.listen(0, '127.0.0.1');
  const address = await app.getUrl();
  const jwt = new JwtService({ secret: keyFor(configuration, 'tokens') });

  async function call(method: 'GET' | 'POST' | 'PATCH', url: string, body?: object, headers: object = {}) {
    const answer = await fetch(`${address}${url}`, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) };
  }

  /** Someone of this organization; every call carries a fresh access token. */
  async function memberOf(organizationId: string, role: Role = 'owner') {
    const [memberId, sessionId] = [newId(), newId()];
    await base.dataSource.query(
      `insert into members (id, organization_id, email, name, role, email_confirmed_at, created_at)
       values ($1, $2, $3, 'Someone', $4, now(), now())`,
      [memberId, organizationId, `${memberId}@demo.test`, role],
    );
    await base.dataSource.query(
      `insert into sessions (id, member_id, created_at, last_seen_at, expires_at)
       values ($1, $2, now(), now(), now() + interval '1 hour')`,
      [sessionId, memberId],
    );
    const token = jwt.sign({ sub: memberId, sid: sessionId }, { issuer: tokenIssuer, audience: tokenAudience });
    const signed = (headers: object = {}) => ({ authorization: `Bearer ${token}`, ...headers });
    return {
      organizationId,
      get: (url: string) => call('GET', url, undefined, signed()),
      post: (url: string, body: object, headers?: object) => call('POST', url, body, signed(headers)),
      patch: (url: string, body: object) => call('PATCH', url, body, signed()),
    };
  }

  return {
    ...base,
    call,
    memberOf,
    member: async (kind: string, role?: Role) =>
      memberOf(await makeOrganization(base.dataSource, kind, `${kind} organization`), role),
    async end() {
      await app.close();
      await base.end();
    },
  };
}

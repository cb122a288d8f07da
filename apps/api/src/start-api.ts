import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { claimInstallation } from '#database';
import type { Configuration } from '#kernel';
import { createLogger, createMetrics, PinoLoggerService } from '#telemetry';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { ApiModule } from './api.module.js';
import { takeMultipart } from './files/take-multipart.js';
import { assertEveryRouteDeclaresAccess } from './http/declared-access.js';
import { ProblemFilter } from './http/problem-filter.js';
import { createValidationPipe } from './http/validation.js';
import { KeyRequests } from './identity/key-requests.js';
import { takeDocuments } from './interchange/take-documents.js';
import { mountDocumentation } from './openapi.js';
import { takeMessages } from './sandbox/inbound-mail.controller.js';
import { observeRequests, requestIdOf } from './system/request-log.js';
import { serveConsole } from './system/serve-console.js';
import { dropSilentConnections } from './system/silent-connections.js';

const bodyLimit = 10 * 1024 * 1024;
/** Bytes: a pasted text of 4,000 characters in an address, each of up to twelve (`GET /v1/platforms/resolve`), and headers. */
const maxHeaderSize = 64 * 1024;
/** For a whole request: the largest file at some 2 Mbit/s. Headers have Node's own minute. */
const requestTimeout = 10 * 60_000;

/** Makes the HTTP application, ready to listen; `close()` answers what it has begun. */
export async function createApi(configuration: Configuration): Promise<NestFastifyApplication> {
  const logger = createLogger({ level: configuration.logLevel, name: 'api' });
  const metrics = createMetrics();
  const problems = new ProblemFilter();
  const adapter = new FastifyAdapter({
    bodyLimit,
    http: { maxHeaderSize },
    // an address that cannot be read reaches no route, nor a hook
    frameworkErrors: (failure: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      problems.answer(failure, request, reply.header('X-Request-Id', request.id)),
    trustProxy: configuration.trustedProxies.length > 0 ? configuration.trustedProxies : false,
    genReqId: requestIdOf,
    requestTimeout,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
  });
  const api = await NestFactory.create<NestFastifyApplication>(ApiModule.with(configuration, metrics), adapter, {
    logger: new PinoLoggerService(logger),
    abortOnError: false,
  });
  assertEveryRouteDeclaresAccess(api);
  await claimInstallation(api.get(DataSource), configuration.isSandbox);
  await api.register(fastifyCookie);
  await api.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'self'"], imgSrc: ["'self'", 'data:'], upgradeInsecureRequests: null },
    },
  });
  adapter.getInstance().removeContentTypeParser('text/plain'); // what is not JSON is told so: 415
  // first: a refusal of the others has its id and its line too
  observeRequests(adapter.getInstance(), { logger, metrics, keyRequests: api.get(KeyRequests, { strict: false }) });
  takeDocuments(api);
  await takeMultipart(api);
  if (configuration.isSandbox) takeMessages(api);
  dropSilentConnections(adapter.getInstance());
  api.useGlobalPipes(createValidationPipe());
  api.useGlobalFilters(problems);
  mountDocumentation(api, configuration);
  await serveConsole(adapter.getInstance());
  return api;
}

/** Makes it and listens. A taken port is a clear error. */
export async function startApi(configuration: Configuration): Promise<NestFastifyApplication> {
  const api = await createApi(configuration);
  try {
    await api.listen(configuration.port, configuration.host);
  } catch (failure) {
    await api.close();
    if ((failure as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new Error(
        `Port ${configuration.port} is taken by another program. Stop it, or choose another: PORT=3001 npm start`,
        { cause: failure },
      );
    }
    throw failure;
  }
  return api;
}

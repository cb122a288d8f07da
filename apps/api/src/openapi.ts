import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type Configuration, readConfiguration } from '#kernel';
import { createMetrics } from '#telemetry';
import { ApiModule } from './api.module.js';
import { documentAccess } from './http/documented-access.js';
import { ProblemView } from './http/problem.view.js';
import { webhookDocumentation } from './webhooks/webhook-documentation.js';

/** `/openapi.json` (3.1, with the webhooks section) and the human pages at `/docs`. */
export function mountDocumentation(api: INestApplication, configuration: Configuration): void {
  const document = createDocument(api, configuration);
  SwaggerModule.setup('docs', api, document, {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: '通删 Tongshan API',
    swaggerOptions: { persistAuthorization: false, docExpansion: 'none', tagsSorter: 'alpha' },
  });
}

export function createDocument(api: INestApplication, { publicUrl }: Pick<Configuration, 'publicUrl'>): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('通删 Tongshan')
    .setVersion('1')
    .setDescription(
      'One complaint becomes a lawful notice in the inbox of every platform that must act; clocks run by the law that applies. ' +
        'Answers say what is left of a quota (`RateLimit`, `RateLimit-Policy`; 429 `rate_limited` with `Retry-After` beyond it), ' +
        'carry `X-Request-Id`, and go on in the trace of a `traceparent`. ' +
        'Errors are RFC 9457 problems; lists are keyset pages (`limit`, `after`); POSTs that create take an `Idempotency-Key`; ' +
        'single resources carry an `ETag`, and steps on them take it as `If-Match` (412 `stale_version` where more has happened); ' +
        'what does not move by itself is 304 to its `If-None-Match`. Every list comes whole as `text/csv` too; a file that ' +
        'could not be read to its end breaks the connection. ' +
        'The guide for platforms: [对接指南](/guide/zh/index.html) · [Integration guide](/guide/en/index.html).',
    )
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer(publicUrl)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A JWT from /v1/auth/login, or an API key (tsk_…).' })
    .addCookieAuth(
      publicUrl.startsWith('https:') ? '__Host-tongshan' : 'tongshan',
      { type: 'apiKey', in: 'cookie', description: 'Of a page of this origin, after POST /v1/auth/session.' },
      'session',
    )
    .build();
  const document = SwaggerModule.createDocument(api, builder, { extraModels: [ProblemView], operationIdFactory });
  documentAccess(document);
  return { ...document, ...webhookDocumentation() };
}

/** The document of a sandbox, which has every route, made without a database: nothing is started. */
export async function documentOfSandbox(): Promise<OpenAPIObject> {
  const configuration = readConfiguration({
    DATABASE_URL: 'postgres://nobody@127.0.0.1/nothing',
    SANDBOX: 'true',
    INSTALLATION_SECRET: 'signs nothing: only the routes are read',
    LOG_LEVEL: 'silent',
  });
  const module = ApiModule.with(configuration, createMetrics());
  const options = { preview: true, logger: false, abortOnError: false } as const;
  const api = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), options);
  try {
    return createDocument(api, { publicUrl: '/' });
  } finally {
    await api.close();
  }
}

/** `ComplaintsController.file` is `complaintsFile`: what a generated client calls it. */
function operationIdFactory(controller: string, method: string): string {
  const area = controller.replace(/Controller$/, '');
  return `${area[0]!.toLowerCase()}${area.slice(1)}${method[0]!.toUpperCase()}${method.slice(1)}`;
}

import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Configuration } from '#kernel';
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
        'Errors are RFC 9457 problems; lists are keyset pages (`limit`, `after`); POSTs that create take an `Idempotency-Key`; ' +
        'single resources carry an `ETag`, and steps on them take it as `If-Match` (412 `stale_version` where more has happened).',
    )
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer(publicUrl)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A JWT from /v1/auth/login, or an API key (tsk_…).' })
    .addSecurityRequirements('bearer')
    .build();
  return { ...SwaggerModule.createDocument(api, builder), ...webhookDocumentation() };
}

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Problem } from '#kernel';
import type { FastifyRequest } from 'fastify';
import type { ApiRequest } from '../http/access.js';

/** A route whose body is a document of another system, kept as it came, says so: `@RouteConfig(takesDocument)`. */
export const takesDocument = { takesDocument: true };

/** In the OpenAPI document; the bytes are bounded by the reader. */
export const acnsSchema = {
  type: 'string' as const,
  maxLength: 1024 * 1024,
  description: 'ACNS 2.0; see docs/interchange.md.',
};

const documentTypes = ['application/xml', 'text/xml', 'application/x-ndjson', 'text/plain'];

/** Gives such routes their body as bytes, JSON too; every other takes JSON alone, as before, and answers 415 to the rest. */
export function takeDocuments(api: NestFastifyApplication): void {
  const server = api.getHttpAdapter().getInstance();
  const readJson = server.getDefaultJsonParser('error', 'error');
  api.useBodyParser('application/json', {}, (request, body, done) => {
    if (isForDocuments(request)) done(null, body);
    else readJson(request as FastifyRequest, body.toString(), done);
  });
  for (const type of documentTypes) api.useBodyParser(type, {}, (_request, body, done) => done(null, body));
  server.addHook('onRequest', async (request) => {
    const type = request.headers['content-type']?.split(';', 1)[0]!.trim().toLowerCase();
    if (!type || !documentTypes.includes(type) || isForDocuments(request)) return;
    throw new Problem('unsupported_media_type', { detail: 'Send application/json.' });
  });
}

function isForDocuments({ routeOptions }: Pick<FastifyRequest, 'routeOptions'>): boolean {
  return (routeOptions.config as Partial<typeof takesDocument>).takesDocument === true;
}

/** The bytes that were sent. @throws Problem `unsupported_media_type` where nothing was */
export function documentOf({ body }: ApiRequest): Buffer {
  if (Buffer.isBuffer(body)) return body;
  throw new Problem('unsupported_media_type', {
    detail: `Send the document itself, as application/json or ${documentTypes.join(' or ')}.`,
  });
}

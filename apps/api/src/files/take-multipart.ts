import fastifyMultipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Problem } from '#kernel';
import type { FastifyContextConfig } from 'fastify';

/** A route that takes `multipart/form-data` says so: `@RouteConfig(takesMultipart)`. Every other answers 415. */
export const takesMultipart = { takesMultipart: true };

/** Who goes on sending after the answer has this long until the connection is cut. */
const lingerMilliseconds = 2_000;

/**
 * Lets the server read multipart bodies, as streams. A refusal is answered at once; what its sender still sends is thrown
 * away for a moment, so that it can read the answer, then the connection is cut.
 */
export async function takeMultipart(api: NestFastifyApplication): Promise<void> {
  await api.register(fastifyMultipart, { throwFileSizeLimit: false });
  const server = api.getHttpAdapter().getInstance();
  server.addHook('onRequest', async (request) => {
    if (!/^\s*multipart\//i.test(request.headers['content-type'] ?? '')) return;
    const config = request.routeOptions.config as FastifyContextConfig & Partial<typeof takesMultipart>;
    if (!config.takesMultipart) throw new Problem('unsupported_media_type', { detail: 'Send application/json.' });
  });
  server.addHook('onResponse', async ({ raw }) => {
    if (raw.complete) return;
    const cut = setTimeout(() => raw.socket.destroy(), lingerMilliseconds).unref();
    raw.once('close', () => clearTimeout(cut));
    raw.resume();
  });
}

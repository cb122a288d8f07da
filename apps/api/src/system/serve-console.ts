import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** In `dist/` the built console lies beside the built API; from the sources it is in `dist/`. */
const besides = resolve(import.meta.dirname, '../../../..');
const folder = [join(besides, 'console'), join(besides, 'dist/console')].find((path) => existsSync(path));

/**
 * Scripts, styles, fonts and data from here and nowhere else. The one style in a hash is what stops the page from
 * scrolling under a dialog, which a package of the console writes into the page.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-hsqr/zYeAdnUvJ7eRm6iPM8pUCg6IKvf2v5JYhVCT4I='",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the console: its files as they were built, and its one page for every address that a person opens and no route knows. */
export async function serveConsole(server: FastifyInstance): Promise<void> {
  if (!folder) return;
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    maxAge: '365d',
    immutable: true,
  });
  server.addHook('onRequest', async (request, reply) => {
    if (request.is404 && isPageOfConsole(request)) return sendPage(reply);
  });
}

function isPageOfConsole({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !/^\/(v1|assets)\//.test(url) && (headers.accept ?? '').includes('text/html');
}

function sendPage(reply: FastifyReply): FastifyReply {
  return reply
    .header('Content-Security-Policy', policy)
    .header('Referrer-Policy', 'same-origin')
    .sendFile('index.html', { cacheControl: false, maxAge: 0, immutable: false })
    .header('Cache-Control', 'no-cache');
}

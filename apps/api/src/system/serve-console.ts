import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { preferred } from '../http/accepts.js';

/** In `dist/` the built console lies beside the built API; from the sources it is in `dist/`. */
const besides = resolve(import.meta.dirname, '../../../..');
const folder = [join(besides, 'console'), join(besides, 'dist/console')].find((path) => existsSync(path));
/** Built files have their hash in their name: another content is another file. The rest is asked for again. */
const isNamedByContent = (path: string) => /[\\/]assets[\\/]/.test(path);
const forever = 'public, max-age=31536000, immutable';
const noncePlace = /NONCE-OF-THIS-ANSWER/g;

/**
 * Scripts, fonts and data from here and nowhere else; styles from files, or with the nonce of this answer, which the
 * console's widgets put on theirs.
 */
const policyWith = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
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
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    globIgnore: ['index.html'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => reply.header('Cache-Control', isNamedByContent(path) ? forever : 'no-cache'),
  });
  server.addHook('onRequest', async (request, reply) => {
    if (request.is404 && isPageOfConsole(request)) return sendPage(reply, page);
  });
}

function isPageOfConsole({ method, url, headers }: FastifyRequest): boolean {
  const isReading = method === 'GET' || method === 'HEAD';
  const wantsPage = preferred(headers.accept, ['application/json', 'text/html']) === 'text/html';
  return isReading && !/^\/(v1|assets)(?![^/?])/.test(url) && wantsPage;
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .type('text/html; charset=utf-8')
    .header('Content-Security-Policy', policyWith(nonce))
    .header('Referrer-Policy', 'same-origin')
    .header('Cache-Control', 'no-store')
    .send(page.replace(noncePlace, nonce));
}

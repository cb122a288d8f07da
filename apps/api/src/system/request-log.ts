import { newId, nextSpan } from '#kernel';
import type { Metrics } from '#telemetry';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { ApiRequest } from '../http/access.js';
import type { KeyRequests } from '../identity/key-requests.js';
import { markReplay } from '../http/commands.js';

/** Gives every request an id, answers with it, and says in one line and one figure how it went. Never a body, never a query. */
export function observeRequests(
  server: FastifyInstance,
  { logger, metrics, keyRequests }: { logger: Logger; metrics: Metrics; keyRequests: KeyRequests },
): void {
  server.addHook('onRequest', async (request: ApiRequest, reply) => {
    request.traceparent = nextSpan(request.headers.traceparent);
    reply.header('X-Request-Id', request.id);
  });
  server.addHook('onSend', markReplay);
  server.addHook('onResponse', async (request: ApiRequest, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    // a stream of events lasts as long as its reader wants: that says nothing of our speed
    const isStream = String(reply.getHeader('content-type')).startsWith('text/event-stream');
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    if (!isStream) metrics.requests.observe(labels, reply.elapsedTime / 1000);
    if (request.problemCode) metrics.problems.inc({ code: request.problemCode });
    keyRequests.note(request, reply);
    const fields = {
      requestId: request.id,
      traceparent: request.traceparent,
      method: request.method,
      route,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (reply.statusCode >= 500) logger.warn(fields, 'request');
    else logger.debug(fields, 'request');
  });
  // when the last request has been answered
  server.addHook('onClose', () =>
    keyRequests.write().catch((failure: unknown) => logger.warn({ failure }, 'the requests of keys were not written')),
  );
}

/** The caller's own id where it is harmless, else a new one. */
export function requestIdOf(request: { headers: Record<string, string | string[] | undefined> }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{8,128}$/.test(given) ? given : newId();
}

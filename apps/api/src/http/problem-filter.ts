import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { isTransient } from '#database';
import { Problem, problemCatalogue, type ProblemCode, type ProblemDetails, type ProblemKind } from '#kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiRequest } from './access.js';
import { languageOf } from './language.js';
import { shownPath } from './shown-path.js';

export const statusOfKind: Record<ProblemKind, number> = {
  unreadable: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  stale: 412,
  too_large: 413,
  unsupported_type: 415,
  unacceptable: 422,
  too_many: 429,
  fault: 500,
  unavailable: 503,
};

/** Every failure leaves here, as RFC 9457 `application/problem+json`. A 5xx never carries a message from inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(failure: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(failure, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(failure: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { code, details } = toProblem(failure);
    (request as ApiRequest).problemCode = code;
    const { kind, zh, en } = problemCatalogue[code];
    const status = statusOfKind[kind];
    if (status === 500) this.log.error({ requestId: request.id, failure }, 'request failed');
    if (status === 503) this.log.warn({ requestId: request.id, failure: String(failure) }, 'temporarily unavailable');
    const retryAfter = details.retryAfterSeconds ?? (status === 503 ? 2 : undefined);
    if (retryAfter !== undefined) reply.header('Retry-After', String(retryAfter));
    if (status === 401) reply.header('WWW-Authenticate', 'Bearer');
    void reply
      .status(status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .send({
        type: `/problems/${code}`,
        code,
        title: languageOf(request) === 'en' ? en : zh,
        status,
        detail: details.detail,
        instance: shownPath(request.url),
        requestId: request.id,
        errors: details.errors,
        ...details.extra,
      });
  }
}

function toProblem(failure: unknown): { code: ProblemCode; details: ProblemDetails } {
  if (failure instanceof Problem) return { code: failure.code, details: failure.details };
  if (isTransient(failure)) return { code: 'unavailable', details: {} };
  const status =
    failure instanceof HttpException ? failure.getStatus() : (failure as { statusCode?: number }).statusCode;
  const message = failure instanceof Error ? failure.message : undefined;
  switch (status) {
    case 400: {
      const isJson = /JSON|Unexpected|body cannot be empty/i.test(message ?? '');
      return { code: isJson ? 'malformed_json' : 'bad_request', details: { detail: message } };
    }
    case 401:
      return { code: 'unauthenticated', details: {} };
    case 403:
      return { code: 'forbidden', details: {} };
    case 404:
    case 414: // a part of the address is longer than any id or name of ours
      return { code: 'not_found', details: {} };
    case 405:
      return { code: 'method_not_allowed', details: {} };
    case 413:
      return { code: 'body_too_large', details: { detail: 'At most 10 MiB.' } };
    case 415:
      return { code: 'unsupported_media_type', details: { detail: 'Send application/json.' } };
    case 503:
      return { code: 'unavailable', details: {} };
    default:
      return { code: 'internal', details: {} };
  }
}

import { Problem } from '#kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem-filter.js';

/** An address whose percent signs mean nothing reaches no route and no hook: it is answered like any other refusal. */
export function answerBadAddress(_failure: Error, request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('X-Request-Id', request.id);
  const detail = 'A % in an address is followed by two hexadecimal digits that make UTF-8.';
  new ProblemFilter().answer(new Problem('bad_request', { detail }), request, reply);
}

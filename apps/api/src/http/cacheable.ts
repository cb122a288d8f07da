import type { FastifyReply } from 'fastify';
import type { ApiRequest } from './access.js';
import { tagOf, unlessKnown } from './tagged.js';

/** What only a new release changes: everybody gets the same answer, and may keep it. */
export interface Cacheable<T> {
  answer: T;
  tag: string;
}

export function cacheable<T extends object>(answer: T): Cacheable<T> {
  return { answer, tag: tagOf(answer) };
}

const anHour = 3600;

/** The answer, or 304 for whoever has it already. */
export function giveCacheable<T>(request: ApiRequest, reply: FastifyReply, { answer, tag }: Cacheable<T>): T | void {
  reply.header('Cache-Control', `public, max-age=${anHour}`);
  return unlessKnown(request, reply, answer, tag);
}

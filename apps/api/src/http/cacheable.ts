import { canonicalJson, sha256Hex } from '#kernel';
import type { FastifyReply } from 'fastify';
import type { ApiRequest } from './access.js';

/** What only a new release changes: everybody gets the same answer, and may keep it. */
export interface Cacheable<T> {
  answer: T;
  tag: string;
}

export function cacheable<T extends object>(answer: T): Cacheable<T> {
  return { answer, tag: `"${sha256Hex(canonicalJson(answer)).slice(0, 32)}"` };
}

const anHour = 3600;

/** The answer, or 304 for whoever has it already. */
export function giveCacheable<T>(request: ApiRequest, reply: FastifyReply, { answer, tag }: Cacheable<T>): T | void {
  reply.header('ETag', tag).header('Cache-Control', `public, max-age=${anHour}`);
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (!known?.some((one) => one === tag || one === '*')) return answer;
  reply.status(304);
}

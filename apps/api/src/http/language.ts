import type { FastifyRequest } from 'fastify';

/** Chinese unless the caller asks for English first (`Accept-Language`). */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): 'zh' | 'en' {
  const accepted = request.headers['accept-language'] ?? '';
  const english = accepted.search(/\ben\b/i);
  const chinese = accepted.search(/\bzh\b/i);
  return english >= 0 && (chinese < 0 || english < chinese) ? 'en' : 'zh';
}

import type { FastifyRequest } from 'fastify';
import { rangesOf } from './accepts.js';

/** Chinese unless the caller wants English more (`Accept-Language`); among equals the one named first. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): 'zh' | 'en' {
  const ranges = rangesOf(request.headers['accept-language']);
  const wanted = (language: 'zh' | 'en') =>
    ranges
      .map(({ name, weight }, place) => ({ weight: name.split('-', 1)[0] === language ? weight : 0, place }))
      .reduce((best, range) => (range.weight > best.weight ? range : best));
  const [zh, en] = [wanted('zh'), wanted('en')];
  return en.weight > zh.weight || (en.weight > 0 && en.weight === zh.weight && en.place < zh.place) ? 'en' : 'zh';
}

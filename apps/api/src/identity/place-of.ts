import type { SessionPlace } from '#identity';
import type { FastifyRequest } from 'fastify';
import { printable } from '../http/fields.js';

/** From where somebody signs in, as they will recognise it in the list of their sessions. */
export function placeOf(request: FastifyRequest): SessionPlace {
  const userAgent = request.headers['user-agent'];
  return { userAgent: userAgent && printable.test(userAgent) ? userAgent : null, address: request.ip };
}

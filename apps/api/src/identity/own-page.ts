import { type Configuration, Problem } from '#kernel';
import type { FastifyRequest } from 'fastify';

/** No form of another site can send this header, and a script of another site is not let to. */
export const consoleHeader = { name: 'x-requested-with', value: 'tongshan-console' } as const;

/**
 * A browser sends its cookie along whoever made it ask. Three signs together say that it was a page of ours: where the
 * browser says the request came from, the origin it names, and a header that only our page adds.
 * @throws Problem `cross_site`, `unsupported_media_type`
 */
export function requireOwnPage(request: FastifyRequest, { publicUrl }: Pick<Configuration, 'publicUrl'>): void {
  if (/^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '')) {
    throw new Problem('unsupported_media_type', { detail: 'Send application/json.' }); // what any site's form can send
  }
  const site = request.headers['sec-fetch-site'];
  const isSameSite = site === undefined || site === 'same-origin';
  if (isSameSite && isOwnOrigin(request, publicUrl) && request.headers[consoleHeader.name] === consoleHeader.value) {
    return;
  }
  const detail =
    'With the cookie of a session, write from a page of this origin and send X-Requested-With: tongshan-console. ' +
    'Programs send Authorization: Bearer instead.';
  throw new Problem('cross_site', { detail });
}

/** Behind a proxy the host that the browser sees can be known by the public address alone. */
function isOwnOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  const own = new URL(publicUrl);
  if (origin === own.origin) return true;
  if (!URL.canParse(origin)) return false; // `null`, of a sandboxed frame or a redirect through another site
  const { host, protocol } = new URL(origin);
  return host === request.host && (protocol === 'https:' || own.protocol === 'http:');
}

import { Problem } from '#kernel';

/** Characters. */
export const longestReturnPath = 2000;

/**
 * A place of ours to come back to after signing in: a path with its query, never an address of elsewhere.
 * @throws Problem `validation_failed`
 */
export function returnPath(text: unknown): string {
  if (text === undefined) return '/';
  // an origin that is nobody's: what resolves away from it would lead away from us
  const here = 'https://here.invalid';
  if (
    typeof text === 'string' &&
    text.length <= longestReturnPath &&
    text.startsWith('/') &&
    URL.canParse(text, here)
  ) {
    const { origin, pathname, search, hash } = new URL(text, here);
    if (origin === here && !pathname.startsWith('//')) return `${pathname}${search}${hash}`;
  }
  const detail = `Give a path of this site, e.g. /notices?state=served, of at most ${longestReturnPath} characters.`;
  throw new Problem('validation_failed', { errors: [{ pointer: '#/returnTo', code: 'bad_format', detail }] });
}

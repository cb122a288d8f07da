import { Problem } from '#kernel';
import type { ApiRequest } from './access.js';

/** The entity tag of a version, as `ETag` gives it and `If-Match` brings it back. */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/** The version that the caller says to have read; null where it says nothing, or `*`. */
export function versionMatched(request: ApiRequest): number | null {
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '*') return null;
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version !== undefined) return Number(version);
  const detail = 'Send the `ETag` of the resource as you read it, e.g. "3".';
  throw new Problem('validation_failed', { errors: [{ pointer: '#/headers/if-match', code: 'bad_format', detail }] });
}

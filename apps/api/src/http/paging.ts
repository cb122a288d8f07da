import { Problem } from '#kernel';
import { Text, Whole } from './fields.js';

/** Every list: `?limit=` (≤ 200, default 50) and `&after=` the cursor of the page before. */
export class PageQuery {
  @Whole({ optional: true, min: 1, max: 200, description: 'At most this many entries; 50 when left out.' })
  limit?: number;

  @Text({ optional: true, max: 500, description: '`next` of the page before.' })
  after?: string;
}

export interface Page<T> {
  data: T[];
  next: string | null;
}

/** Cuts rows read with `limit + 1` to a page; the cursor is the keyset of the last row shown. */
export function pageOf<R, T>(
  rows: R[],
  limit: number,
  keyset: (row: R) => readonly string[],
  view: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? encodeCursor(keyset(last)) : null;
  return { data: shown.map(view), next };
}

export function encodeCursor(keyset: readonly string[]): string {
  return Buffer.from(JSON.stringify(keyset)).toString('base64url');
}

/** Null for no cursor; a cursor that we did not make is a clear refusal. */
export function decodeCursor(after: string | undefined, length: number): string[] | null {
  if (after === undefined) return null;
  try {
    const keyset: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(keyset) && keyset.length === length && keyset.every((part) => typeof part === 'string'))
      return keyset;
  } catch {
    // told below, the same as a cursor of the wrong shape
  }
  const detail = 'Send `next` of the page before, unchanged, with the same filters; or leave `after` out.';
  throw new Problem('validation_failed', { errors: [{ pointer: '#/query/after', code: 'bad_cursor', detail }] });
}

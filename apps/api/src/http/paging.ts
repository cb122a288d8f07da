import { isUuid, Problem } from '#kernel';
import { FormatQuery } from './csv.js';
import { printable, Text, Whole } from './fields.js';

/**
 * Every list: `?limit=` (≤ 200, default 50) and `&after=` the cursor of the page before; or the whole of it as CSV, which
 * `ListOf` sees to.
 */
export class PageQuery extends FormatQuery {
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

const instantText = /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/;

function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.getUTCFullYear() > 0 && day.toISOString().startsWith(text);
}

/** What a part of a keyset must look like; anything else never came from us. */
const cursorParts = {
  id: isUuid,
  text: (part: string) => part.length <= 200 && printable.test(part),
  whole: (part: string) => /^\d{1,9}$/.test(part),
  // of the log of all matters, which is the one thing here that is counted beyond a billion
  position: (part: string) => /^\d{1,15}$/.test(part),
  // PostgreSQL's own text of an instant, which keeps `infinity`
  instant: (part: string) => part === 'infinity' || (instantText.test(part) && isDate(part.slice(0, 10))),
} satisfies Record<string, (part: string) => boolean>;

/** Null for no cursor; a cursor that we did not make is a clear refusal. */
export function decodeCursor(after: string | undefined, ...parts: Array<keyof typeof cursorParts>): string[] | null {
  if (after === undefined) return null;
  const keyset = readKeyset(after);
  if (keyset?.length === parts.length && parts.every((kind, place) => cursorParts[kind](keyset[place]!))) return keyset;
  const detail = 'Send `next` of the page before, unchanged, with the same filters; or leave `after` out.';
  throw new Problem('validation_failed', { errors: [{ pointer: '#/after', code: 'bad_cursor', detail }] });
}

function readKeyset(cursor: string): string[] | null {
  try {
    const keyset: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(keyset) && keyset.every((part) => typeof part === 'string') ? keyset : null;
  } catch {
    return null; // not even JSON: the same as a keyset of the wrong shape
  }
}

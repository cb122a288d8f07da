import type { NoticeFilter, Thing } from '#notices';
import { type ResolvedTarget, resolveTargets } from '#intake';
import type { DataSource } from 'typeorm';

/** So many things of one pasted text are looked for. */
const mostThings = 50;

/** What somebody typed into the search box: a number, something pasted, else words of a title. */
export async function searchOf(database: DataSource, typed: string): Promise<NonNullable<NoticeFilter['search']>> {
  const text = typed.trim();
  if (/^(N|TS)-\d{4}-\d{6,}$/i.test(text)) return { number: text.toUpperCase() };
  const things = thingsOf(await resolveTargets(database, [text]));
  return things.length > 0 ? { things } : { title: text };
}

/** The things that a pasted text names. */
export function thingsOf(read: readonly ResolvedTarget[]): Thing[] {
  return read
    .flatMap(({ platform, canonicalKey }) => (canonicalKey ? [{ platformId: platform?.id ?? null, canonicalKey }] : []))
    .slice(0, mostThings);
}

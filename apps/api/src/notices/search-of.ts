import type { NoticeFilter } from '#notices';
import { resolveTargets } from '#intake';
import type { DataSource } from 'typeorm';

/** What somebody typed into the search box: a number, something pasted, else words of a title. */
export async function searchOf(database: DataSource, typed: string): Promise<NonNullable<NoticeFilter['search']>> {
  const text = typed.trim();
  if (/^(N|TS)-\d{4}-\d{6,}$/i.test(text)) return { number: text.toUpperCase() };
  const canonicalKeys = (await resolveTargets(database, [text])).flatMap(({ canonicalKey }) => canonicalKey ?? []);
  return canonicalKeys.length > 0 ? { canonicalKeys: canonicalKeys.slice(0, 50) } : { title: text };
}

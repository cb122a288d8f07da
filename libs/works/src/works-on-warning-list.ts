import type { Tx } from '#database';
import { categoryFamily } from './domain/category-family.js';
import { normalisedTitle } from './domain/normalised-title.js';
import { shanghaiDay } from './domain/shanghai-day.js';

/** A work as a complaint names it. Lists carry no registration numbers: title and family of category decide. */
export interface NamedListWork {
  title: string;
  category: string;
  registrationNumber?: string | null;
}

/**
 * Whether each work stands at this instant on a warning list that has been published, within its window, in the order
 * given. One statement, none where there are no works. Being listed speeds the tier and proves no infringement.
 */
export async function worksOnWarningList(tx: Tx, at: Date, works: readonly NamedListWork[]): Promise<boolean[]> {
  if (works.length === 0) return [];
  const rows = await tx.query<Array<{ isListed: boolean }>>(
    `select exists (
       select from warning_list_works w
       where w.normalised_title = t.title and w.category_family = t.family
         and $3::date between w.window_from and w.window_until) as "isListed"
     from unnest($1::text[], $2::text[]) with ordinality as t(title, family, place) order by t.place`,
    [
      works.map(({ title }) => normalisedTitle(title)),
      works.map(({ category }) => categoryFamily(category)),
      shanghaiDay(at),
    ],
  );
  return rows.map(({ isListed }) => isListed);
}

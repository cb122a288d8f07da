import { Problem, unique } from '#kernel';
import type { ItemRow } from '#notices';

/**
 * The items that a copy is about: all, or those that are named. A copy for a user never tells of another's account, so
 * where a notice names several accounts the platform must say which items are this user's.
 */
export function itemsOfCopy(
  items: readonly ItemRow[],
  copy: 'served' | 'forwarded',
  named: readonly string[] | null,
): ItemRow[] {
  if (named) {
    const known = new Set(items.map(({ id }) => id));
    if (!named.every((id) => known.has(id)))
      throw refusal('unknown_item', 'Each id must be of an item of this notice.');
    return items.filter(({ id }) => named.includes(id));
  }
  if (copy === 'forwarded' && unique(items.map(accountOf)).length > 1) {
    const detail = 'The items name several accounts; send the ids of those that belong to the user, e.g. ?items=id,id.';
    throw refusal('required', detail);
  }
  return [...items];
}

/** Empty where neither the address nor the complainant names one. */
const accountOf = ({ account, accountRef }: ItemRow) => account?.handle ?? account?.url ?? accountRef ?? '';

function refusal(code: string, detail: string): Problem {
  return new Problem('validation_failed', { errors: [{ pointer: '#/items', code, detail }] });
}

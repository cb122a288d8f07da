import { useMemo } from 'react';
import { useFilters } from '../../parts/use-filters.js';

export const filterNames = [
  'state',
  'deadline',
  'itemState',
  'supplement',
  'assignee',
  'platform',
  'regime',
  'q',
  'sort',
] as const;
export type FilterName = (typeof filterNames)[number];
export type InboxFilters = Partial<Record<FilterName, string>>;

/** The filters of the inbox, out of the address; the same object while they say the same. */
export function useInboxFilters() {
  const [filters, change] = useFilters(filterNames);
  const name = JSON.stringify(filters);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the filters are compared by what they say
  const stable = useMemo(() => filters as InboxFilters, [name]);
  return [stable, change] as const;
}

import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Filters live in the address, so that a saved view is a named address and Back undoes a filter. */
export function useFilters<Name extends string>(
  names: readonly Name[],
): [Partial<Record<Name, string>>, (change: Partial<Record<Name, string | undefined>>) => void] {
  const [search, setSearch] = useSearchParams();
  const filters = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  ) as Partial<Record<Name, string>>;
  const change = useCallback(
    (changes: Partial<Record<Name, string | undefined>>) =>
      setSearch((before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries<string | undefined>(changes)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      }),
    [setSearch],
  );
  return [filters, change];
}

/** The value of a filter, where the address holds one that there is. */
export function oneOf<T extends string>(values: readonly T[], value: string | undefined): T | undefined {
  return values.find((known) => known === value);
}

/** A member of a query, left out where nothing was given. */
export function given<Name extends string, T>(name: Name, value: T | undefined): Partial<Record<Name, T>> {
  return value === undefined || value === '' ? {} : ({ [name]: value } as Partial<Record<Name, T>>);
}

import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../api/client.js';

export type Regime = Schemas['RegimeView'];

export function useRegimes(): Regime[] {
  const { data } = useQuery({
    queryKey: ['regimes'],
    queryFn: () => taken(api.GET('/v1/regimes')),
    staleTime: Infinity,
  });
  return data?.data ?? [];
}

/** The law that was pinned to a notice when it was served, as it is in force; undefined until it was read. */
export function useRegime(id: string | undefined): Regime | undefined {
  return useRegimes().find((one) => one.id === id);
}

/** Of every clock its kind: takedown, forward, acknowledge… */
export function useKindOfRule(): (rule: string) => string | undefined {
  const { data } = useQuery({
    queryKey: ['rules'],
    queryFn: () => taken(api.GET('/v1/rules')),
    staleTime: Infinity,
  });
  return (rule) => data?.data.find((one) => one.rule === rule)?.kind;
}

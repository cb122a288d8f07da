import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../api/client.js';

export type Colleague = Schemas['ColleagueView'];

const query = {
  queryKey: ['colleagues'],
  queryFn: () => taken(api.GET('/v1/colleagues', { params: { query: { limit: 200 } } })),
  staleTime: 5 * 60_000,
};

/** Everybody of the organization to whom work can be given. */
export function useColleagues(): Colleague[] {
  const { data } = useQuery(query);
  return (data?.data ?? []).filter(({ isActive }) => isActive);
}

/** Names by id, of those who left too. */
export function useNameOf(): (id: string | null | undefined) => string | undefined {
  const { data } = useQuery(query);
  return (id) => data?.data.find((one) => one.id === id)?.name;
}

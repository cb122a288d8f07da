import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from './client.js';

type Region = Schemas['RegionView'];

/** The regions with their names; there are some thirty, which come in one page. */
export function useRegions(): { regions: Region[]; regionName: (code: string) => string } {
  const { data } = useQuery({
    queryKey: ['regions'],
    queryFn: () => taken(api.GET('/v1/regions', { params: { query: { limit: 100 } } })),
    staleTime: Infinity,
  });
  const regions = data?.data ?? [];
  return { regions, regionName: (code) => regions.find((region) => region.code === code)?.name ?? code };
}

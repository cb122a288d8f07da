import { useQuery } from '@tanstack/react-query';
import { api, taken } from './client.js';

/** The latest files of one's own organization, for their names. */
export function useOwnFiles() {
  return useQuery({
    queryKey: ['files', 'latest'],
    queryFn: async () => (await taken(api.GET('/v1/files', { params: { query: { limit: 200 } } }))).data,
  });
}

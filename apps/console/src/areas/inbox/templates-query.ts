import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../api/client.js';

export type Template = Schemas['TemplateView'];

/** Prepared refusals, by name: at most the first two hundred are offered while deciding. */
export function useTemplates(): Template[] {
  const { data } = useQuery({
    queryKey: ['templates', 'choice'],
    queryFn: () => taken(api.GET('/v1/templates', { params: { query: { limit: 200 } } })),
  });
  return data?.data ?? [];
}

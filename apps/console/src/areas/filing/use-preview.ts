import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, taken } from '../../api/client.js';
import { useSettled } from '../../shell/use-settled.js';
import type { Draft } from './draft.js';
import { requestOf } from './request-of.js';

/**
 * What the server reads in the draft, once the typing pauses; what was read before stays until then. `isCurrent`: it is
 * about what stands on the page now.
 */
export function usePreview(draft: Draft, ownName: string) {
  const settled = useSettled(draft, 350);
  const request = requestOf(settled, ownName);
  const query = useQuery({
    queryKey: ['complaint-preview', request],
    queryFn: ({ signal }) => taken(api.POST('/v1/complaints/preview', { body: request, signal })),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return {
    preview: query.data,
    request,
    failure: query.error,
    again: () => void query.refetch(),
    isCurrent: settled === draft && !query.isFetching && !query.isPlaceholderData && !query.error,
  };
}

export type Reading = ReturnType<typeof usePreview>;

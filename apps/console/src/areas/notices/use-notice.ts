import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, taken, takenWithTag } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import type { Notice } from './notice-document.js';

/** A notice with the version that was read: whoever acts upon it says which. */
export interface ReadNotice {
  notice: Notice;
  tag: string | null;
}

export function noticeQuery(id: string) {
  return queryOptions({
    queryKey: ['notice', id, 'with-tag'],
    queryFn: async (): Promise<ReadNotice> => {
      const { data, tag } = await takenWithTag(api.GET('/v1/notices/{id}', { params: { path: { id } } }));
      return { notice: data, tag };
    },
  });
}

export function useNotice(id: string) {
  return useQuery(noticeQuery(id));
}

/** The files of a notice's matter that this side may read. */
export function useNoticeFiles(id: string) {
  return useQuery({
    queryKey: ['notice', id, 'files'],
    queryFn: async () => (await taken(api.GET('/v1/notices/{id}/files', { params: { path: { id } } }))).data,
  });
}

/** After an act: the notice and what lists it are read again, without waiting for the stream of updates. */
export function readNoticeAgain({ id, complaintId }: Pick<Notice, 'id' | 'complaintId'>): void {
  for (const queryKey of [
    ['notice', id],
    ['notices'],
    ['complaint', complaintId],
    ['complaints'],
    ['counter-notices'],
    ['counter-notice'],
    ['workbench'],
  ]) {
    void queries.invalidateQueries({ queryKey });
  }
}

import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, type Schemas, takenWithTag } from '../../api/client.js';

export type Notice = Schemas['NoticeView'];
export type Item = Notice['items'][number];

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

export function useReadNotice(id: string) {
  return useQuery(noticeQuery(id));
}

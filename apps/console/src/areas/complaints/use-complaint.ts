import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, takenWithTag } from '../../api/client.js';
import { queries } from '../../api/queries.js';

export type Complaint = Schemas['ComplaintView'];
export type Target = Complaint['targets'][number];

export interface ReadComplaint {
  complaint: Complaint;
  tag: string | null;
}

export function useComplaint(id: string) {
  return useQuery({
    queryKey: ['complaint', id, 'with-tag'],
    queryFn: async (): Promise<ReadComplaint> => {
      const { data, tag } = await takenWithTag(api.GET('/v1/complaints/{id}', { params: { path: { id } } }));
      return { complaint: data, tag };
    },
  });
}

export function readComplaintAgain(id: string): void {
  for (const queryKey of [['complaint', id], ['complaints'], ['notices'], ['notice'], ['workbench']]) {
    void queries.invalidateQueries({ queryKey });
  }
}

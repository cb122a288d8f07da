import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, takenWithTag } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import type { Evidence } from '../notices/notice-document.js';

export type CounterNotice = Schemas['CounterNoticeView'];

/** The parts whose shape the relaying gives. */
export interface CounterDocument {
  respondent: Partial<Record<'name' | 'contact' | 'address' | 'phone' | 'idNumber', string>>;
  evidence: Evidence[];
  statements: Partial<Record<string, unknown>>;
  rejection: { missing?: string[]; note?: string } | null;
}

export function counterDocumentOf(counter: CounterNotice): CounterDocument {
  return counter as unknown as CounterDocument;
}

export interface ReadCounterNotice {
  counter: CounterNotice;
  tag: string | null;
}

export function useCounterNotice(id: string) {
  return useQuery({
    queryKey: ['counter-notices', 'one', id],
    queryFn: async (): Promise<ReadCounterNotice> => {
      const { data, tag } = await takenWithTag(api.GET('/v1/counter-notices/{id}', { params: { path: { id } } }));
      return { counter: data, tag };
    },
  });
}

export function readCounterAgain({ noticeId }: CounterNotice): void {
  for (const queryKey of [['counter-notices'], ['notice', noticeId], ['notices'], ['workbench']]) {
    void queries.invalidateQueries({ queryKey });
  }
}

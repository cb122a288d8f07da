import { type QueryKey } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queries } from './queries.js';

interface Update {
  type: string;
  matterKind: string;
  matterId: string;
  noticeId?: string;
  complaintId?: string;
}

/** What was read of a matter and is old once something happened in it. A new kind of matter is a line here. */
const readOf: Record<string, (update: Update) => QueryKey[]> = {
  notice: ({ noticeId, matterId, complaintId }) => [
    ['notices'],
    ['notice', noticeId ?? matterId],
    ['counter-notices'],
    ['complaints'],
    ['complaint', ...(complaintId ? [complaintId] : [])],
  ],
  complaint: ({ matterId }) => [['complaints'], ['complaint', matterId], ['unrouted-targets']],
  escalation: ({ matterId }) => [['escalations'], ['escalation', matterId]],
  authorization: ({ matterId }) => [['authorizations'], ['authorization', matterId]],
  warning_list: () => [['warning-lists']],
  platform: () => [['platforms']],
};

/** Several events of one act come together; what they touch is read once. */
const gatherMillis = 150;

export type Connection = 'connecting' | 'live' | 'broken';

/** Hears what changes in the organization's matters and reads again what is shown of them. The browser reconnects by itself. */
export function useLiveUpdates(isSignedOut: () => void): Connection {
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => {
    const source = new EventSource('/v1/updates');
    const touched = new Map<string, QueryKey>();
    let timer: number | undefined;
    const readAgain = () => {
      timer = undefined;
      for (const queryKey of touched.values()) void queries.invalidateQueries({ queryKey });
      touched.clear();
      void queries.invalidateQueries({ queryKey: ['workbench'] });
    };
    source.addEventListener('update', ({ data }: MessageEvent<string>) => {
      const update = JSON.parse(data) as Update;
      for (const key of readOf[update.matterKind]?.(update) ?? []) touched.set(JSON.stringify(key), key);
      timer ??= window.setTimeout(readAgain, gatherMillis);
    });
    source.addEventListener('reset', () => void queries.invalidateQueries());
    source.addEventListener('signed_out', () => {
      source.close();
      isSignedOut();
    });
    source.addEventListener('open', () => setConnection('live'));
    source.addEventListener('error', () => setConnection('broken'));
    return () => {
      source.close();
      window.clearTimeout(timer);
    };
    // one connection a page, whoever renders
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return connection;
}

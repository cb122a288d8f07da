import { useCallback, useEffect, useRef, useState } from 'react';
import { blankDraft, type Draft, type Filing } from './draft.js';

/** A filing that was sent and not yet answered: sent again with the same key it is filed once. */
export interface Sent {
  key: string;
  body: Filing;
  /** The draft of another system that it confirms. */
  origin?: string | null;
}

interface Kept {
  version: 1;
  draft: Draft;
  sent: Sent | null;
}

const place = (memberId: string) => `tongshan.filing.${memberId}`;
const writeAfterMillis = 300;

function keptOf(memberId: string, isAgent: boolean): Kept {
  const blank: Kept = { version: 1, draft: blankDraft(isAgent), sent: null };
  try {
    const kept = JSON.parse(localStorage.getItem(place(memberId)) ?? 'null') as Kept | null;
    return kept?.version === 1 ? { ...kept, draft: { ...blank.draft, ...kept.draft } } : blank;
  } catch {
    return blank;
  }
}

/** The draft of one member in this browser: it outlives a reload and a lost session, and is gone once it is filed. */
export function useDraft(memberId: string, isAgent: boolean) {
  const [kept, setKept] = useState(() => keptOf(memberId, isAgent));
  const latest = useRef(kept);
  const timer = useRef<number>(undefined);
  const write = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    try {
      localStorage.setItem(place(memberId), JSON.stringify(latest.current));
    } catch {
      // a full store keeps no draft; the page works on
    }
  }, [memberId]);
  const put = useCallback((next: Kept) => setKept((latest.current = next)), []);
  const change = useCallback(
    (changes: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => {
      const { draft } = latest.current;
      put({ ...latest.current, draft: { ...draft, ...(typeof changes === 'function' ? changes(draft) : changes) } });
      if (timer.current === undefined) timer.current = window.setTimeout(write, writeAfterMillis);
    },
    [put, write],
  );
  /** Before anything leaves the browser, so that not even closing the page loses the key. */
  const keepSent = useCallback(
    (sent: Sent | null) => {
      put({ ...latest.current, sent });
      write();
    },
    [put, write],
  );
  const clear = useCallback(() => {
    put({ version: 1, draft: blankDraft(isAgent), sent: null });
    window.clearTimeout(timer.current);
    timer.current = undefined;
    localStorage.removeItem(place(memberId));
  }, [put, isAgent, memberId]);
  useEffect(() => {
    const writePending = () => timer.current !== undefined && write();
    window.addEventListener('pagehide', writePending);
    return () => {
      window.removeEventListener('pagehide', writePending);
      writePending();
    };
  }, [write]);
  return { draft: kept.draft, sent: kept.sent, change, keepSent, clear };
}

export type Change = ReturnType<typeof useDraft>['change'];

import { useEffect, useState } from 'react';
import { hearUpdates, type Heard } from './live-source.js';
import { queries } from './queries.js';
import { readAgain } from './read-again.js';

export type Connection = 'connecting' | 'live' | 'broken';

/** Several events of one act come together; what they touch is read once. */
const gatherMillis = 150;

/** Hears what changes in the organization's matters and reads again what is shown of them. */
export function useLiveUpdates(isSignedOut: () => void): Connection {
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => {
    const touched = new Map<string, readonly unknown[]>();
    let timer: number | undefined;
    const refresh = () => {
      timer = undefined;
      for (const queryKey of touched.values()) void queries.invalidateQueries({ queryKey });
      touched.clear();
    };
    const hear = (heard: Heard) => {
      switch (heard.kind) {
        case 'update':
          for (const key of readAgain(heard.update)) touched.set(JSON.stringify(key), key);
          timer ??= window.setTimeout(refresh, gatherMillis);
          break;
        case 'ready':
        case 'reset':
          void queries.invalidateQueries({ predicate: canChange });
          break;
        case 'signed_out':
          isSignedOut();
          break;
        case 'connection':
          setConnection(heard.is);
      }
    };
    const stop = hearUpdates(hear);
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [isSignedOut]);
  return connection;
}

/** What only a new release changes is kept for good (`staleTime: Infinity`). */
function canChange({ options }: { options: object }): boolean {
  return !('staleTime' in options && options.staleTime === Infinity);
}

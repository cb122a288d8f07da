/** What happened in a matter, as the stream tells it: ids and a type, never names. */
export interface Update {
  type: string;
  matterKind: string;
  matterId: string;
  noticeId?: string;
  complaintId?: string;
  counterNoticeId?: string;
}

export type Heard =
  | { kind: 'update'; update: Update }
  | { kind: 'reset' }
  /** From here on nothing is missed; what was read before may have changed on the way. */
  | { kind: 'ready' }
  | { kind: 'signed_out' }
  | { kind: 'connection'; is: 'live' | 'broken' };

/**
 * Tells of updates as they come. A browser opens six connections to one host and no more, so the tabs share one: the
 * tab that holds the lock listens and passes on what it hears; when it closes, the next takes over. Where locks are
 * not to be had (plain http on a network) each tab listens for itself. Returns how to stop.
 */
export function hearUpdates(tell: (heard: Heard) => void): () => void {
  if (!navigator.locks) return listen(tell);
  const channel = new BroadcastChannel('tongshan.updates');
  channel.addEventListener('message', ({ data }: MessageEvent<Heard | 'who'>) => {
    if (data !== 'who') tell(data);
  });
  const done = new AbortController();
  let stopListening = () => {};
  const hold = () =>
    new Promise<void>((release) => {
      let last: Heard = { kind: 'connection', is: 'broken' };
      const stop = listen((heard) => {
        if (heard.kind === 'connection') last = heard;
        tell(heard);
        channel.postMessage(heard);
      });
      // a tab that comes later asks how the connection is
      channel.addEventListener('message', ({ data }) => data === 'who' && channel.postMessage(last));
      stopListening = () => {
        stop();
        release();
      };
    });
  navigator.locks.request('tongshan.updates', { signal: done.signal }, hold).catch(() => {});
  channel.postMessage('who');
  return () => {
    done.abort();
    stopListening();
    channel.close();
  };
}

/** One stream; the browser reconnects by itself and says what it heard last. */
function listen(tell: (heard: Heard) => void): () => void {
  const source = new EventSource('/v1/updates');
  source.addEventListener('update', ({ data }: MessageEvent<string>) =>
    tell({ kind: 'update', update: JSON.parse(data) as Update }),
  );
  source.addEventListener('reset', () => tell({ kind: 'reset' }));
  source.addEventListener('ready', () => tell({ kind: 'ready' }));
  source.addEventListener('signed_out', () => {
    source.close();
    tell({ kind: 'signed_out' });
  });
  source.addEventListener('open', () => tell({ kind: 'connection', is: 'live' }));
  source.addEventListener('error', () => tell({ kind: 'connection', is: 'broken' }));
  return () => source.close();
}

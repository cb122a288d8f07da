import { eventually } from '../support/app.js';

export interface Heard {
  event: string;
  id: string | null;
  data: any;
  /** When it came, by performance.now(). */
  at: number;
}

/** Somebody who listens to /v1/updates, as a browser would. */
export interface Listener {
  heard: Heard[];
  status: number;
  headers: Headers;
  /** The last id that was said, with a message or without: what a browser sends as Last-Event-ID. */
  lastId(): string | null;
  /** The updates, without what the stream says of itself. */
  updates(): Heard[];
  /** Waits until one of the updates is such. */
  hears(test: (message: Heard) => boolean, seconds?: number): Promise<Heard>;
  isOver(): boolean;
  stop(): void;
}

export async function listen(url: string, credential: string, headers: Record<string, string> = {}): Promise<Listener> {
  const abort = new AbortController();
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${credential}`, ...headers },
    signal: abort.signal,
  });
  const heard: Heard[] = [];
  let [lastId, isOver]: [string | null, boolean] = [null, false];
  const read = async () => {
    let rest = '';
    for await (const bytes of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + bytes).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null;
        lastId = field('id') ?? lastId;
        const event = field('event');
        if (event) heard.push({ event, id: field('id'), data: JSON.parse(field('data')!), at: performance.now() });
      }
    }
  };
  const isStream = /event-stream/.test(response.headers.get('content-type') ?? '');
  if (isStream)
    void read()
      .catch(() => undefined)
      .finally(() => void (isOver = true));
  const listener: Listener = {
    heard,
    status: response.status,
    headers: response.headers,
    lastId: () => lastId,
    updates: () => heard.filter(({ event }) => event === 'update'),
    hears: (test, seconds = 5) => eventually(async () => heard.find(test), seconds),
    isOver: () => isOver,
    stop: () => abort.abort(),
  };
  if (isStream) await listener.hears(({ event }) => event === 'ready');
  return listener;
}

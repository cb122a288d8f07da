import { setTimeout as sleep } from 'node:timers/promises';
import type { Schemas } from './client-types.js';
import { readEventStream } from './event-stream.js';
import { retryAfterMs } from './patient-fetch.js';
import { problemIn, TongshanProblem } from './tongshan-problem.js';

/** `reset`: more was missed than the stream repeats; read the lists again. `id` is where to resume. */
export type Update =
  { event: 'ready' | 'reset'; id: string } | { event: 'update'; id: string; data: Schemas['UpdateView'] };

export interface UpdatesOptions {
  /** The `id` of the last update seen, in another life too; from now on when left out. */
  after?: string;
  /** Ends it. */
  signal?: AbortSignal;
}

/** The server says something every 15 s. */
const silenceMs = 45_000;
const longestWaitMs = 30_000;

/**
 * What changes in the organization's matters, as it happens; a connection that breaks is taken up again where it was,
 * until `signal` says otherwise or the key is no longer good.
 * @throws TongshanProblem
 */
export async function* readUpdates(
  open: (headers: Record<string, string>, signal: AbortSignal) => Promise<Response>,
  { after, signal }: UpdatesOptions,
): AsyncGenerator<Update> {
  let last = after;
  for (let failures = 0; !signal?.aborted; failures++) {
    let told: number | null = null;
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), silenceMs);
    try {
      const both = signal ? AbortSignal.any([signal, silence.signal]) : silence.signal;
      const response = await open(last === undefined ? {} : { 'Last-Event-ID': last }, both);
      told = retryAfterMs(response.headers.get('retry-after'));
      if (!response.ok) throw await problemIn(response);
      for await (const { event, id, data } of readEventStream(response.body!)) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), silenceMs);
        failures = 0;
        if (id) last = id;
        if (event === 'update') yield { event, id, data: JSON.parse(data) as Schemas['UpdateView'] };
        else if (event === 'reset' || event === 'ready') yield { event, id };
      }
    } catch (failure) {
      if (failure instanceof TongshanProblem && failure.status !== 429 && failure.status < 500) throw failure;
    } finally {
      clearTimeout(timer);
      silence.abort();
    }
    const wait = told ?? 250 * 2 ** failures;
    await sleep(Math.min(wait, longestWaitMs), undefined, { signal }).catch(() => undefined);
  }
}

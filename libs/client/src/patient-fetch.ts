import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { TongshanUnreachable } from './tongshan-problem.js';

/** How long is waited for an answer, and how often it is asked again. */
export interface Patience {
  /** Times after the first. */
  retries: number;
  /** For one answer to begin; of JSON, to be there whole. */
  timeoutMs: number;
  /** Between two tries; a server that says to wait longer has its answer handed on at once. */
  longestWaitMs: number;
}

/** These take no `Idempotency-Key`: done twice, a session is opened twice and the clock goes twice as far. */
const keyless = /^\/v1\/(auth|sandbox)\//;
const firstWaitMs = 250;

/**
 * Sends a request again after a broken connection, a 502, 503 or 504, and after a 429, as long as doing it twice does no
 * harm. A POST carries one `Idempotency-Key` through all its tries, so that what it creates is created once.
 * @throws TongshanUnreachable when no try was answered
 */
export function patientFetch(send: typeof fetch, patience: Patience): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === 'POST' && !request.headers.has('idempotency-key') && !isKeyless(request)) {
      request.headers.set('idempotency-key', randomUUID());
    }
    for (let tries = 0; ; tries++) {
      const answer = await attempt(send, request, patience.timeoutMs);
      request.signal.throwIfAborted();
      const wait = tries < patience.retries ? waitAfter(answer, request, tries) : null;
      if (wait === null || wait > patience.longestWaitMs) return given(answer, request);
      if (answer instanceof Response) await answer.body?.cancel();
      await sleep(wait, undefined, { signal: request.signal });
    }
  };
}

/** The answer, or why there is none. JSON is read to its end here, so that one that breaks off is asked for again. */
async function attempt(
  send: typeof fetch,
  request: Request,
  timeoutMs: number,
): Promise<Response | { cause: unknown }> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs);
  try {
    const signal = AbortSignal.any([request.signal, patience.signal]);
    const response = await send(new Request(request.clone(), { signal }));
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return isJson && response.body ? new Response(await response.arrayBuffer(), response) : response;
  } catch (cause) {
    return { cause: patience.signal.aborted ? patience.signal.reason : cause };
  } finally {
    clearTimeout(timer);
  }
}

function given(answer: Response | { cause: unknown }, request: Request): Response {
  if (answer instanceof Response) return answer;
  throw new TongshanUnreachable(request, answer.cause, request.headers.get('idempotency-key') ?? undefined);
}

/** Milliseconds until the next try; null where there is none. */
function waitAfter(answer: Response | { cause: unknown }, request: Request, tries: number): number | null {
  const backoff = firstWaitMs * 2 ** tries * (0.5 + Math.random() / 2);
  if (!(answer instanceof Response)) return mayRepeat(request) ? backoff : null;
  const told = retryAfterMs(answer.headers.get('retry-after'));
  switch (answer.status) {
    case 429:
      return told ?? backoff;
    case 409: // the first try with this key is still at work; its answer is ours
      return told;
    case 502:
    case 503:
    case 504:
      return mayRepeat(request) ? (told ?? backoff) : null;
    default:
      return null;
  }
}

/** A step on a version (`If-Match`) that was taken unheard would be told, the second time, that it comes too late. */
function mayRepeat(request: Request): boolean {
  if (request.method === 'POST') return request.headers.has('idempotency-key') && !isKeyless(request);
  return !request.headers.has('if-match');
}

function isKeyless({ url }: Request): boolean {
  return keyless.test(new URL(url).pathname);
}

/** Seconds or a date (RFC 9110 §10.2.3). */
export function retryAfterMs(text: string | null): number | null {
  if (text === null) return null;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}

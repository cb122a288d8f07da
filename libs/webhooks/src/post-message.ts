import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { answerBytesKept, answerText, type Attempt, type AttemptFault } from './domain/attempt.js';

/** What became of one request. */
export type PostResult = Pick<Attempt, 'statusCode' | 'durationMs' | 'answer' | 'error'> & {
  retryAfter: string | undefined;
};

/** From the first byte asked to the last byte kept; whoever is slower has failed. */
const totalMilliseconds = 15_000;

/**
 * Sends one body and reads at most 4 kB of the answer; then the connection is dropped. Never throws: whatever the other
 * side does (silence, one byte a second, a gigabyte, no HTTP at all) ends within 15 seconds as a result. An answer that
 * breaks off keeps its status code, but has an `error`.
 */
export async function postMessage(
  agent: Dispatcher,
  url: URL,
  headers: Record<string, string>,
  body: string | Readable,
  milliseconds: number = totalMilliseconds,
): Promise<PostResult> {
  const started = performance.now();
  const deadline = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  // undici heeds an abort only once it has a connection; until then the race ends the wait.
  const expiry = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      deadline.abort();
      reject(deadline.signal.reason);
    }, milliseconds);
  });
  let head: Dispatcher.ResponseData | null = null;
  const chunks: Uint8Array[] = [];
  let error: Attempt['error'] = null;
  try {
    const path = `${url.pathname}${url.search}`;
    const request = { origin: url.origin, path, method: 'POST', headers, body, signal: deadline.signal } as const;
    head = await Promise.race([agent.request(request), expiry]);
    await readBeginning(head.body, chunks);
  } catch (failure) {
    error = deadline.signal.aborted
      ? { code: 'timeout', detail: `No complete answer within ${milliseconds / 1000} seconds.` }
      : describe(failure);
  } finally {
    clearTimeout(timer);
  }
  const retryAfter = head?.headers['retry-after'];
  return {
    statusCode: head?.statusCode ?? null,
    answer: head && answerText(Buffer.concat(chunks)),
    durationMs: Math.round(performance.now() - started),
    error,
    retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter,
  };
}

/** Leaving the loop early destroys the body, and with it the connection: nobody reads on for a sender without end. */
async function readBeginning(body: AsyncIterable<Uint8Array>, chunks: Uint8Array[]): Promise<void> {
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= answerBytesKept) break;
  }
}

const faults: ReadonlyArray<[RegExp, AttemptFault, string]> = [
  [/^ADDRESS_REFUSED$/, 'address_refused', 'The address leads to a network that webhooks do not reach.'],
  [/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL|ETIMEOUT|EBADNAME|ECANCELLED)/, 'name_not_found', 'The name has no address.'],
  [/^(UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/, 'timeout', 'The receiver did not answer in time.'],
  [/^(CERT_|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/, 'tls_failed', ''],
  [/^(HPE_|UND_ERR_(HEADERS_OVERFLOW|RES_CONTENT|INVALID|NOT_SUPPORTED))/, 'invalid_answer', 'The answer is not HTTP.'],
];

/** In our words: messages of the system can name addresses inside. A certificate's fault is the receiver's to mend. */
function describe(failure: unknown): NonNullable<Attempt['error']> {
  const { code = '', message = '' } = failure as { code?: string; message?: string };
  const found = faults.find(([pattern]) => pattern.test(String(code)));
  if (found) return { code: found[1], detail: found[2] || `The TLS connection failed (${code}).` };
  if (/bad upgrade/i.test(message)) return { code: 'invalid_answer', detail: 'The answer is not HTTP.' };
  return { code: 'connection_failed', detail: 'The connection was refused or broke off.' };
}

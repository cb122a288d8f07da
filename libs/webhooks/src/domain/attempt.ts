/** Why an attempt had no answer that counts; codes are stable, the words beside them are for people. */
export type AttemptFault =
  'timeout' | 'address_refused' | 'name_not_found' | 'connection_failed' | 'tls_failed' | 'invalid_answer';

/** One try, as the delivery log shows it. Never holds the signature. */
export interface Attempt {
  /** The domain's time at which it was sent. */
  at: string;
  statusCode: number | null;
  durationMs: number;
  request: { url: string; headers: Record<string, string> };
  /** The first 4 kB of what the receiver said; null where it said nothing. */
  answer: string | null;
  error: { code: AttemptFault; detail: string } | null;
}

/** A whole answer of the kind 2xx; everything else has failed, redirects too. */
export function isSuccess({ statusCode, error }: Pick<Attempt, 'statusCode' | 'error'>): boolean {
  return error === null && statusCode !== null && statusCode >= 200 && statusCode < 300;
}

/** What is kept of an answer, in bytes of UTF-8. */
export const answerBytesKept = 4_096;

/** An answer as text that the database can hold: no NUL, nothing broken, at most `answerBytesKept` bytes. */
export function answerText(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, answerBytesKept)).replaceAll('\u0000', '\ufffd');
  // A byte that is no UTF-8 becomes a character of three: cut again, and between characters.
  let room = answerBytesKept;
  let end = 0;
  for (const character of text) {
    room -= Buffer.byteLength(character);
    if (room < 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}

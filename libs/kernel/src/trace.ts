import { randomBytes } from 'node:crypto';

/** What a piece of work goes back to: the request as its answer named it, and its place in the caller's own trace. */
export interface Trace {
  requestId: string | null;
  /** W3C Trace Context, of version 00. */
  traceparent: string | null;
}

const wellFormed = /^([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?$/;

/**
 * A new span in the trace that the text names, or in a new trace where it names none: what came in becomes what goes
 * on. Of a later version than 00 what version 00 knows is taken (W3C Trace Context §4.1). Costs no statement.
 */
export function nextSpan(traceparent: unknown): string {
  const [, version, traceId, flags, rest] = (typeof traceparent === 'string' && wellFormed.exec(traceparent)) || [];
  const isKnown = traceId !== undefined && version !== 'ff' && !(version === '00' && rest !== undefined);
  const random = randomBytes(isKnown ? 8 : 24).toString('hex');
  // the only flag of version 00: recorded by the caller; a trace that begins here is recorded in our logs
  const sampled = isKnown ? parseInt(flags!, 16) & 1 : 1;
  return `00-${isKnown ? traceId : random.slice(16)}-${random.slice(0, 16)}-0${sampled}`;
}

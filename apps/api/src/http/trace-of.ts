import type { Trace } from '#kernel';
import type { ApiRequest } from './access.js';

/** What whatever comes of a request goes back to. */
export function traceOf({ id, traceparent }: Pick<ApiRequest, 'id' | 'traceparent'>): Trace {
  return { requestId: id, traceparent: traceparent ?? null };
}

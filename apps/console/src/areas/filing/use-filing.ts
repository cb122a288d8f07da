import { api, taken } from '../../api/client.js';
import { isProblem, Unreachable } from '../../api/problem.js';
import type { Filing } from './draft.js';
import type { Sent } from './use-draft.js';

/**
 * Files a complaint once however often it has to be sent: key and content are kept in the browser before they leave it,
 * until the server has said yes or no. While neither is known, the same is sent again.
 */
export function filingOnce(sent: Sent | null, keepSent: (sent: Sent | null) => void, origin: string | null) {
  return async (body: Filing) => {
    const filing = sent ?? { key: crypto.randomUUID(), body, origin };
    keepSent(filing);
    try {
      return await post(filing);
    } catch (failure) {
      if (isRefused(failure)) {
        keepSent(null);
        throw failure;
      }
      throw failure instanceof Unreachable ? failure : new Unreachable(failure);
    }
  };
}

function post({ key, body, origin }: Sent) {
  const headers = { 'Idempotency-Key': key };
  if (!origin) return taken(api.POST('/v1/complaints', { body, headers }));
  const confirmed = { ...body, statements: body.statements ?? {} };
  const params = { path: { id: origin } };
  return taken(api.POST('/v1/complaint-drafts/{id}/filing', { params, body: confirmed, headers }));
}

/** The server said no, so that nothing was filed; of a fault of its own, or of a request still running, that is not known. */
function isRefused(failure: unknown): boolean {
  return isProblem(failure) && failure.status < 500 && failure.code !== 'request_in_progress';
}

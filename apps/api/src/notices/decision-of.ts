import type { Decision, ForwardingInput } from '#notices';
import type { DecisionRequest, ForwardingFields } from './notices.requests.js';

export function decisionOf(request: DecisionRequest): Decision {
  return { ...request, actedAt: request.actedAt ? new Date(request.actedAt) : null };
}

export function forwardingOf({ method, at, url }: ForwardingFields): Omit<ForwardingInput, 'itemIds'> {
  return { method, at: new Date(at), url: url ?? null };
}

import type { Caller } from '#identity';
import { Problem } from '#kernel';

/** @throws Problem `forbidden` where a key asks for what only a person has */
export function personOf({ memberId, sessionId }: Caller): { memberId: string; sessionId: string } {
  if (memberId && sessionId) return { memberId, sessionId };
  throw new Problem('forbidden', { detail: 'This is for signed-in persons; an API key has no sessions or password.' });
}

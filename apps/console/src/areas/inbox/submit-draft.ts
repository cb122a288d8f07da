import { api, taken } from '../../api/client.js';
import { domainNow } from '../../api/domain-time.js';
import type { ReadNotice } from '../notices/use-notice.js';
import { sendDeed } from './outbox.js';
import type { Draft } from './quick-acts.js';

const outcomes = { duplicate: 'refused', refuse: 'refused', not_found: 'not_found' } as const;

/** The legal act itself, under a key of its own and on the version that was read. */
export function submitDraft({ notice, tag }: ReadNotice, draft: Draft, what: string, done?: () => void): void {
  const { id: noticeId, number } = notice;
  const params = { path: { id: noticeId } };
  const order = { noticeId, number, what, tag, ...(done && { done }) };
  const { act, itemIds, note, elements } = draft;
  if (act === 'acknowledge') {
    sendDeed({
      ...order,
      send: (headers) => taken(api.POST('/v1/notices/{id}/acknowledgement', { params, headers, body: {} })),
    });
    return;
  }
  if (act === 'supplement') {
    const body = { elements: [...elements] as never, message: note.trim() };
    sendDeed({
      ...order,
      send: (headers) => taken(api.POST('/v1/notices/{id}/supplement-requests', { params, headers, body })),
    });
    return;
  }
  const body = decisionOf(draft, itemIds, note, notice.servedAt);
  sendDeed({ ...order, send: (headers) => taken(api.POST('/v1/notices/{id}/decisions', { params, headers, body })) });
}

export function decisionOf(draft: Draft, itemIds: readonly string[], note: string, servedAt: string | null) {
  const { act, forwarding } = draft;
  const outcome = act === 'take_down' ? draft.outcome! : outcomes[act as keyof typeof outcomes];
  const reasonCode = act === 'duplicate' ? 'duplicate' : act === 'refuse' ? draft.reasonCode : undefined;
  const words = note.trim();
  const decisions = itemIds.map((itemId) => ({
    itemId,
    outcome,
    ...(reasonCode && { reasonCode }),
    ...(words && { note: words }),
  }));
  // a second back, so that it is not after the server's now
  const at = new Date(Math.max(domainNow() - 1000, servedAt ? Date.parse(servedAt) : 0)).toISOString();
  return { decisions, ...(forwarding && { forwarding: { method: forwarding, at } }) } as never;
}

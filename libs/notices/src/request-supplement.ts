import type { Tx } from '#database';
import { deadlinesOfNotices, type DeadlineRow } from '#deadlines';
import { actorOf, type Caller, can } from '#identity';
import { Problem } from '#kernel';
import { transition } from './domain/transition.js';
import { lockNoticeAt } from './lock-item.js';
import { factsOf, moveFacts, regimeOfNotice } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';
import type { ItemChange } from './settlement.js';

/**
 * The platform asks, once a notice and where the regime lets it, for elements that the law requires and that it finds
 * missing. The takedown clock pauses where its rule allows; the complainant has five working days.
 */
export async function requestSupplement(
  tx: Tx,
  now: Date,
  caller: Caller,
  noticeId: string,
  input: { elements: readonly string[]; message: string },
): Promise<{ requestedAt: Date; deadline: DeadlineRow | null }> {
  const notice = await lockNoticeAt(tx, now, caller, noticeId);
  if (!can(caller, 'act_on_notice', factsOf(notice))) throw new Problem('forbidden');
  const regime = regimeOfNotice(notice);
  if (!regime.allowsSupplement) {
    throw new Problem('supplement_not_allowed', {
      detail: `${regime.id} knows no supplement: decide on what was served, or refuse with a reason.`,
    });
  }
  const required = regime.requiredElements.map(({ element }) => element as string);
  const errors = input.elements.flatMap((element, index) =>
    required.includes(element)
      ? []
      : [
          {
            pointer: `#/elements/${index}`,
            code: 'not_required',
            detail: `${regime.id} asks for ${required.join(', ')}.`,
          },
        ],
  );
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
  const items = notice.items.flatMap((item): ItemChange[] => {
    const to = transition(item.state, 'request_supplement', 'platform', moveFacts(notice, item));
    return to ? [{ item, event: 'request_supplement', to, data: { elements: input.elements } }] : [];
  });
  if (items.length === 0) {
    const detail = notice.isSupplementUsed
      ? 'A supplement was requested before; it can be asked for once a notice.'
      : 'Nothing of this notice is pending.';
    throw new Problem('wrong_state', { detail, extra: { state: notice.state } });
  }
  await tx.query(
    'insert into supplement_requests (notice_id, elements, message, requested_at) values ($1, $2, $3, $4)',
    [noticeId, input.elements, input.message, now],
  );
  await settleNotices(tx, now, actorOf(caller), [{ notice, items }]);
  const clocks = await deadlinesOfNotices(tx, [noticeId]);
  return { requestedAt: now, deadline: clocks.find(({ kind }) => kind === 'supplement') ?? null };
}

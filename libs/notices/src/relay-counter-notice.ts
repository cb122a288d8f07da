import type { Tx } from '#database';
import { appendEvents } from '#events';
import { actorOf, type Caller } from '#identity';
import { instant, newId, Problem } from '#kernel';
import { missingCounterElements } from '#law';
import { attachFiles, evidenceFiles } from './attach-files.js';
import type { CounterDocument, CounterNoticeState, MissingOfCounter } from './counter-notice.entity.js';
import { forwardNow } from './forward-counter-notice.js';
import { releaseWhileHeld } from './holds.js';
import { type LockedFor, lockItemFor, moveOrRefuse } from './lock-item.js';
import { regimeOfNotice } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';

export interface CounterInput extends CounterDocument {
  reasonCode: string;
  /** When the platform had it from its user, by its own word: the instant from which the law counts. */
  receivedAt: Date;
  /** Pass it on to the rights holder in the same breath. */
  forward: boolean;
}

/**
 * The platform relays its user's statement against an item (条例 第16条, 电子商务法 第43条, 民法典 第1196条, 17 USC
 * 512(g)(3), DSA 20). What lacks an element that the regime asks for is kept as `invalid`: it starts no clock, and the
 * answer says what the user still has to give.
 */
export async function relayCounterNotice(
  tx: Tx,
  now: Date,
  caller: Caller,
  itemId: string,
  input: CounterInput,
): Promise<{ id: string; state: CounterNoticeState; missing: MissingOfCounter[] }> {
  const locked = await lockItemFor(tx, now, caller, itemId);
  if (locked.party !== 'platform') throw new Problem('forbidden');
  const { notice, item } = locked;
  checkReceipt(input.receivedAt, notice.servedAt!, now);
  const to = moveOrRefuse(locked, 'counter', 'a counter-notice answers what was taken down, once at a time.');
  const id = newId();
  const missing = missingOf(locked, input);
  await insertCounter(tx, now, id, locked, input, missing);
  // the rights holder reads them once they are forwarded to it
  const files = evidenceFiles(input.evidence, ['platform', 'regulator']);
  await attachFiles(tx, now, caller, notice, files);
  if (missing.length > 0) {
    await recordInvalid(tx, now, caller, locked, id, missing);
    return { id, state: 'invalid', missing };
  }
  Object.assign(item, { counterNoticeId: id, isCounterOpen: true, isCounterForwarded: false });
  // what the user said is not the rights holder's to know before it is forwarded
  const data = { counterNoticeId: id };
  const items = await releaseWhileHeld(tx, [{ item, event: 'counter', to, receivedAt: input.receivedAt, data }]);
  await settleNotices(tx, now, actorOf(caller), [{ notice, items }]);
  const isForwarded = input.forward && (await forwardNow(tx, now, caller, locked, id));
  return { id, state: isForwarded ? 'forwarded' : 'received', missing };
}

function missingOf({ notice }: LockedFor, input: CounterInput): MissingOfCounter[] {
  const draft = { ...input, targetCount: 1 };
  return missingCounterElements(regimeOfNotice(notice), draft).map(({ element, code, detail }) => ({
    element,
    code,
    detail,
  }));
}

function checkReceipt(receivedAt: Date, servedAt: Date, now: Date): void {
  if (receivedAt >= servedAt && receivedAt <= now) return;
  const detail = `Give an instant between service and now, ${instant(servedAt)} and ${instant(now)}.`;
  throw new Problem('validation_failed', { errors: [{ pointer: '#/receivedAt', code: 'out_of_range', detail }] });
}

function insertCounter(
  tx: Tx,
  now: Date,
  id: string,
  { notice, item }: LockedFor,
  { respondent, statement, evidence, statements, reasonCode, receivedAt }: CounterInput,
  missing: readonly MissingOfCounter[],
): Promise<unknown> {
  return tx.query(
    `insert into counter_notices (id, notice_id, item_id, complainant_organization_id, platform_organization_id, state,
       document, reason_code, missing, received_at, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      notice.id,
      item.id,
      notice.complainantOrganizationId,
      notice.platformOrganizationId,
      missing.length > 0 ? 'invalid' : 'received',
      JSON.stringify({ respondent, statement, evidence, statements }),
      reasonCode,
      JSON.stringify(missing),
      receivedAt,
      now,
    ],
  );
}

/** The log knows that it came; the rights holder is told nothing of a statement that has no effect. */
function recordInvalid(
  tx: Tx,
  now: Date,
  caller: Caller,
  { notice, item }: LockedFor,
  counterNoticeId: string,
  missing: readonly MissingOfCounter[],
): Promise<unknown> {
  return appendEvents(tx, now, [
    {
      matterKind: 'notice',
      matterId: notice.id,
      type: 'counter_notice.invalid',
      actor: actorOf(caller),
      itemIds: [item.id],
      data: { counterNoticeId, missing: missing.map(({ element }) => element) },
      audience: [caller.organizationId],
    },
  ]);
}

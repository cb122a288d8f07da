import type { Tx } from '#database';
import { actorOf, type Caller } from '#identity';
import { instant, newId, Problem } from '#kernel';
import { attachFiles, everyParty } from './attach-files.js';
import { transition } from './domain/transition.js';
import { releaseWhileHeld } from './holds.js';
import { type LockedFor, lockItemFor, moveOrRefuse } from './lock-item.js';
import { lockNotices, moveFacts } from './lock-notice.js';
import { settleNotices } from './settle-notices.js';
import type { ItemChange, NoticeChange } from './settlement.js';

export interface OrderInput {
  direction: 'takedown' | 'restore';
  issuer: string;
  number: string;
  issuedAt: Date;
  expiresAt: Date | null;
  fileId: string | null;
}

/**
 * A court or an authority ordered that a thing go down or come back: it overrides every clock, both ways. Recorded by
 * the platform that received it, or by the regulator whose matter it is.
 */
export async function recordOrder(
  tx: Tx,
  now: Date,
  caller: Caller,
  itemId: string,
  input: OrderInput,
): Promise<{ id: string; recordedAt: Date }> {
  checkDates(input, now);
  const locked = await lockItemFor(tx, now, caller, itemId);
  if (locked.party === 'complainant') throw new Problem('forbidden');
  const { notice, item } = locked;
  const event = input.direction === 'takedown' ? 'order_takedown' : 'order_restore';
  const to = moveOrRefuse(locked, event, `an order to ${input.direction} changes nothing about it.`);
  await attachFiles(tx, now, caller, notice, [{ fileId: input.fileId, pointer: '#/fileId', readers: everyParty }]);
  const id = await insertOrder(tx, now, caller, locked, input);
  if (input.direction === 'takedown') item.isOrdered = true;
  const data = { orderId: id, direction: input.direction };
  const items = await releaseWhileHeld(tx, [{ item, event, to, data }]);
  const others = input.direction === 'takedown' ? await stopReturns(tx, locked, data) : [];
  await settleNotices(tx, now, actorOf(caller), [{ notice, items }, ...others]);
  return { id, recordedAt: now };
}

/** On other complaints the thing may be due to come back: what a court ordered down does not. */
async function stopReturns(tx: Tx, { item, party }: LockedFor, data: Record<string, unknown>): Promise<NoticeChange[]> {
  const due = await tx.query<Array<{ noticeId: string }>>(
    `select distinct notice_id as "noticeId" from items where canonical_item_id = $1 and state = 'restore_due' and id <> $2`,
    [item.canonicalItemId, item.id],
  );
  const notices = await lockNotices(
    tx,
    due.map(({ noticeId }) => noticeId),
  );
  return notices.map((notice) => ({
    notice,
    items: notice.items.flatMap((other): ItemChange[] => {
      const isDue = other.canonicalItemId === item.canonicalItemId && other.state === 'restore_due';
      const to = isDue && transition(other.state, 'order_takedown', party, moveFacts(notice, other));
      return to ? [{ item: other, event: 'order_takedown', to, data }] : [];
    }),
  }));
}

function checkDates({ issuedAt, expiresAt }: OrderInput, now: Date): void {
  const refuse = (pointer: string, code: string, detail: string) => {
    throw new Problem('validation_failed', { errors: [{ pointer, code, detail }] });
  };
  if (issuedAt > now) refuse('#/issuedAt', 'in_the_future', `It cannot have been issued after now, ${instant(now)}.`);
  if (expiresAt && expiresAt <= now)
    refuse('#/expiresAt', 'in_the_past', `An order that ended before now, ${instant(now)}, has no effect.`);
}

async function insertOrder(
  tx: Tx,
  now: Date,
  caller: Caller,
  { notice, item }: LockedFor,
  { direction, issuer, number, issuedAt, expiresAt, fileId }: OrderInput,
): Promise<string> {
  const [existing] = await tx.query<Array<{ id: string }>>(
    'select id from orders where item_id = $1 and direction = $2 and issuer = $3 and number = $4',
    [item.id, direction, issuer, number],
  );
  if (existing)
    throw new Problem('already_exists', { detail: `${number} is on record for this item.`, extra: { existing } });
  const id = newId();
  await tx.query(
    `insert into orders (id, notice_id, item_id, canonical_item_id, direction, issuer, number, issued_at, expires_at, file_id,
       recorded_by_organization_id, recorded_at, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      notice.id,
      item.id,
      item.canonicalItemId,
      direction,
      issuer,
      number,
      issuedAt,
      // an order to restore is done with when it is carried out
      direction === 'takedown' ? expiresAt : null,
      fileId,
      caller.organizationId,
      now,
      direction === 'takedown' ? null : now,
    ],
  );
  return id;
}

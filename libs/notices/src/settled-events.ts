import type { Actor, NewEvent } from '#events';
import { chunk, groupBy, newId } from '#kernel';
import { eventType } from './domain/transition.js';
import { audienceOf, type LockedItem, type LockedNotice } from './lock-notice.js';
import type { NoticeChange, SettledNotice } from './settlement.js';

const itemsInOneEvent = 200;

/**
 * What the log says of a change: one event for the notice as a whole, one for all items to which the same happened.
 * `eventOf` names the event of an item, or of the whole, for clocks that start or end with it.
 */
export function eventsOf(
  { notice, items, whole }: NoticeChange,
  actor: Actor,
): { events: NewEvent[]; eventOf: (item: LockedItem | null) => string } {
  const base = { matterKind: 'notice' as const, matterId: notice.id, actor, audience: audienceOf(notice) };
  const eventOf = new Map<string | null, string>();
  const groups = groupBy(items, ({ event, disposition, reasonCode, data }) =>
    JSON.stringify([event, disposition, reasonCode, data]),
  );
  const ofWhole = whole
    ? [{ ...base, id: newId(), type: eventType(whole.event), itemIds: whole.itemIds ?? [], data: whole.data }]
    : [];
  if (ofWhole[0]) eventOf.set(null, ofWhole[0].id);
  const ofItems = [...groups.values()].flatMap((group) =>
    chunk(group, itemsInOneEvent).map((part): NewEvent => {
      const { event, disposition, reasonCode, data } = part[0]!;
      const id = newId();
      for (const { item } of part) eventOf.set(item.id, id);
      return {
        ...base,
        id,
        type: eventType(event),
        itemIds: part.map(({ item }) => item.id),
        data: { event, ...(disposition && { disposition }), ...(reasonCode && { reasonCode }), ...data },
      };
    }),
  );
  return { events: [...ofWhole, ...ofItems], eventOf: (item) => eventOf.get(item?.id ?? null)! };
}

/** A notice that is decided for the first time, and one on which nothing runs any more, say so. */
export function milestones(before: LockedNotice, after: SettledNotice, actor: Actor): NewEvent[] {
  const base = {
    matterKind: 'notice' as const,
    matterId: before.id,
    actor,
    audience: audienceOf(before),
    data: { outcome: after.outcome },
  };
  const wasDecided = before.state === 'decided' || before.state === 'closed';
  const isNowDecided = after.state === 'decided' || after.state === 'closed';
  const events: NewEvent[] = [];
  if (isNowDecided && !wasDecided && after.outcome !== 'withdrawn') events.push({ ...base, type: 'notice.decided' });
  if (after.state === 'closed' && before.state !== 'closed') events.push({ ...base, type: 'notice.closed' });
  return events;
}

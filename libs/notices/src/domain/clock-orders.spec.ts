import fc from 'fast-check';
import { clockOrders } from './clock-orders.js';
import { type ItemState, itemStates } from './item-states.js';
import { type ItemEvent, itemEvents } from './lifecycle.js';
import { lifecycleRow } from './transition.js';

type Facts = Parameters<typeof clockOrders>[0];
type After = Facts['itemsAfter'][number];

const noticeId = 'notice';
const after = (state: ItemState, changes: Partial<After> = {}): After => ({
  id: 'one',
  state,
  isForwarded: false,
  hasOwnTakedown: false,
  ...changes,
});
/** One event on the first item, which was `pending`, and how it ends clocks: `[kind, subject, as]`. */
function ends(event: ItemEvent, itemsAfter: readonly After[]) {
  const { id, hasOwnTakedown } = itemsAfter[0]!;
  const item = { id, state: 'pending' as ItemState, hasOwnTakedown };
  const { stops } = clockOrders({ noticeId, happened: [{ event, item, eventId: 'event' }], itemsAfter });
  return stops.map(({ kind, subjectId, as }) => [kind, subjectId, as]);
}

const anyItems = fc
  .array(
    fc.record({ state: fc.constantFrom(...itemStates), isForwarded: fc.boolean(), hasOwnTakedown: fc.boolean() }),
    { minLength: 1, maxLength: 5 },
  )
  .map((items) => items.map((item, place) => ({ id: `item${place}`, ...item })));
const anyEvent = fc.constantFrom(...itemEvents);

describe('the clocks of a notice', () => {
  it('takedown ends with the last item that is owed one by it', () => {
    const acted = after('actioned');
    expect(ends('act', [acted, after('pending', { id: 'two' })])).not.toContainEqual(['takedown', noticeId, 'stopped']);
    expect(ends('act', [acted, after('actioned', { id: 'two' })])).toContainEqual(['takedown', noticeId, 'stopped']);
    const appealed = after('pending', { id: 'two', hasOwnTakedown: true });
    expect(ends('act', [acted, appealed])).toContainEqual(['takedown', noticeId, 'stopped']);
  });

  it('an item that was appealed, reported or ordered down ends its own', () => {
    const own = after('actioned', { hasOwnTakedown: true });
    expect(ends('act', [own])).toContainEqual(['takedown', 'one', 'stopped']);
    expect(ends('dispute_report', [own])).toContainEqual(['takedown', 'one', 'cancelled']);
    expect(ends('act', [after('actioned')])).not.toContainEqual(['takedown', 'one', 'stopped']);
  });

  it('what an order asks for runs on when the complaint is withdrawn', () => {
    const ordered = after('pending', { hasOwnTakedown: true });
    expect(ends('withdraw', [ordered])).not.toContainEqual(['takedown', 'one', 'cancelled']);
  });

  it('what was withdrawn is cancelled, and what ran out has expired', () => {
    expect(ends('withdraw', [after('withdrawn')])).toContainEqual(['takedown', noticeId, 'cancelled']);
    expect(ends('wait_expired', [after('restore_due')])).toContainEqual(['wait', 'one', 'expired']);
    expect(ends('supplement_lapsed', [after('refused')])).toContainEqual(['supplement', noticeId, 'expired']);
    expect(ends('prove_proceeding', [after('held')])).toContainEqual(['wait', 'one', 'stopped']);
  });

  it('a supplement is awaited until no item is left for which it was asked', () => {
    const asked = after('supplement_requested', { id: 'two' });
    expect(ends('act', [after('actioned'), asked]).map(([kind]) => kind)).not.toContain('supplement');
    expect(ends('supplement', [after('pending')])).toContainEqual(['supplement', noticeId, 'stopped']);
  });

  it('forwarding is met where anything was forwarded, and otherwise owed no more', () => {
    expect(ends('refuse', [after('refused')])).toContainEqual(['forward', noticeId, 'cancelled']);
    expect(ends('act', [after('actioned', { isForwarded: true })])).toContainEqual(['forward', noticeId, 'stopped']);
    expect(ends('act', [after('actioned')]).map(([kind]) => kind)).not.toContain('forward');
  });

  it('none of the notice ends takedown, whatever happened, while an item without a clock of its own is owed one', () => {
    fc.assert(
      fc.property(anyEvent, anyItems, (event, items) => {
        const isOwed = items.some(
          ({ state, hasOwnTakedown }) =>
            ['pending', 'supplement_requested', 'reappeared'].includes(state) && !hasOwnTakedown,
        );
        const isEnded = ends(event, items).some(([kind, subject]) => kind === 'takedown' && subject === noticeId);
        expect(isOwed && isEnded).toBe(false);
      }),
    );
  });

  it('no clock ends, pauses or runs on but that its row names, save forwarding and supplement, which follow the items', () => {
    fc.assert(
      fc.property(anyEvent, anyItems, (event, items) => {
        const row = lifecycleRow(event);
        const named = [...(row.stops ?? []), ...(row.cancels ?? []), ...(row.expires ?? []), 'forward', 'supplement'];
        const happened = [{ event, item: items[0]!, eventId: 'event' }];
        const { stops, pauses, resumes } = clockOrders({ noticeId, happened, itemsAfter: items });
        for (const { kind, subjectId, event: by } of stops) {
          expect(named).toContain(kind);
          expect([noticeId, items[0]!.id]).toContain(subjectId);
          expect(by).toBe('event');
        }
        for (const { kind } of pauses) expect(row.pauses).toContain(kind);
        for (const { kind } of resumes) expect(row.resumes).toContain(kind);
        // one order for a clock: it cannot end in two ways
        const keys = stops.map(({ kind, subjectId }) => `${subjectId} ${kind}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

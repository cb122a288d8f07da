import { type Condition, conditions } from './conditions.js';
import { type ItemState, itemStates, type Party, parties } from './item-states.js';
import { type ItemEvent, itemEvents, lifecycle } from './lifecycle.js';
import { eventsOpenTo, isWithdrawable, lifecycleRow, transition } from './transition.js';

const facts = (...held: Condition[]) => ({ conditions: new Set(held), before: 'refused' as ItemState });
const nothing = facts();

/** Every set of the conditions that a row asks about, so that the table is walked whole. */
function factsOfRow(event: ItemEvent) {
  const asked = [
    ...new Set(lifecycleRow(event).moves.flatMap(({ when = [], unless = [] }) => [...when, ...unless])),
  ] as Condition[];
  return Array.from({ length: 2 ** asked.length }, (_, bits) => facts(...asked.filter((_c, at) => bits & (1 << at))));
}

describe('the life of an item', () => {
  it('reaches every state from unserved', () => {
    // released is made of restore_due where another hold stands
    const reached = new Set<ItemState>(['unserved', 'released']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const state of reached)
        for (const event of itemEvents)
          for (const party of parties)
            for (const given of factsOfRow(event)) {
              const next = transition(state, event, party, given);
              if (next) reached.add(next);
            }
    }
    expect([...reached].sort()).toEqual([...itemStates].sort());
  });

  it('refuses every event from every state, to every party and under all conditions that its row does not name', () => {
    for (const event of itemEvents) {
      const row = lifecycleRow(event);
      for (const state of itemStates)
        for (const party of parties)
          for (const given of factsOfRow(event)) {
            const move = row.moves.find(
              ({ from, when = [], unless = [] }) =>
                from.includes(state) &&
                when.every((c) => given.conditions.has(c)) &&
                !unless.some((c) => given.conditions.has(c)),
            );
            const expected =
              !move || !row.by.includes(party)
                ? null
                : move.to === 'same'
                  ? state
                  : move.to === 'before'
                    ? 'refused'
                    : move.to;
            expect([event, state, party, transition(state, event, party, given)]).toEqual([
              event,
              state,
              party,
              expected,
            ]);
          }
    }
  });

  it('asks only about conditions that exist, and every condition is asked about', () => {
    const asked = itemEvents.flatMap((event) =>
      lifecycleRow(event).moves.flatMap(({ when = [], unless = [] }) => [...when, ...unless]),
    );
    expect(new Set(asked)).toEqual(new Set(conditions));
  });

  it('never leaves a move that an earlier one of its row always takes', () => {
    for (const event of itemEvents) {
      const { moves } = lifecycleRow(event);
      moves.forEach((move, place) => {
        const isTaken = move.from.every((state) =>
          moves.slice(0, place).some(({ from, when, unless }) => from.includes(state) && !when && !unless),
        );
        expect([event, place, isTaken]).toEqual([event, place, false]);
      });
    }
  });

  it('gives every event somebody who may bring it about and a word for the log', () => {
    for (const event of itemEvents) {
      expect(lifecycleRow(event).by.length).toBeGreaterThan(0);
      expect(lifecycle[event].emits).toMatch(/^[a-z_]+\.[a-z_]+$/);
    }
  });
});

describe('who may do what next', () => {
  const open = (state: ItemState, party: Party, ...held: Condition[]) => eventsOpenTo(state, party, facts(...held));

  it('lets a platform decide what is pending, once', () => {
    expect(open('pending', 'platform', 'supplement_allowed')).toEqual([
      'acknowledge',
      'forward',
      'request_supplement',
      'act',
      'refuse',
      'report_not_found',
      'order_takedown',
    ]);
    expect(transition('actioned', 'act', 'platform', nothing)).toBeNull();
    expect(transition('pending', 'act', 'complainant', nothing)).toBeNull();
  });

  it('lets nobody refuse or restore what a court ordered down', () => {
    expect(open('pending', 'platform', 'order_stands')).not.toContain('refuse');
    expect(transition('pending', 'act', 'platform', facts('order_stands'))).toBe('held');
    expect(transition('actioned', 'restore_own_motion', 'platform', facts('order_stands'))).toBeNull();
  });

  it('restores at once under 条例 第17条, and contests under 电子商务法 第43条', () => {
    expect(transition('actioned', 'counter', 'platform', facts('restores_at_once'))).toBe('restore_due');
    expect(transition('actioned', 'counter', 'platform', nothing)).toBe('contested');
    expect(transition('actioned', 'counter', 'platform', facts('counter_open'))).toBeNull();
  });

  it('holds at once what is forwarded when a proceeding is on record already', () => {
    expect(transition('contested', 'forward_counter', 'platform', facts('counter_open'))).toBe('waiting');
    expect(transition('contested', 'forward_counter', 'system', facts('counter_open', 'proceeding_on_record'))).toBe(
      'held',
    );
  });

  it('takes a proof that was received in time although the wait was ended meanwhile', () => {
    expect(transition('restore_due', 'prove_proceeding', 'complainant', facts('proof_in_time'))).toBe('held');
    expect(transition('restore_due', 'prove_proceeding', 'complainant', nothing)).toBeNull();
  });

  it('does not let a platform restore before ten business days under the DMCA', () => {
    expect(transition('contested', 'restore', 'platform', facts('wait_is_mandatory'))).toBeNull();
    expect(transition('contested', 'restore', 'platform', nothing)).toBe('restored');
  });

  it('brings back what was down when its complaint is withdrawn', () => {
    expect(transition('actioned', 'withdraw', 'complainant', nothing)).toBe('restore_due');
    expect(transition('actioned', 'withdraw', 'complainant', facts('stays_up'))).toBe('withdrawn');
    expect(transition('pending', 'withdraw', 'complainant', nothing)).toBe('withdrawn');
    expect(isWithdrawable('restored')).toBe(false);
  });

  it('offers to end only what there is: an order that stands, a proceeding on record', () => {
    expect(open('held', 'platform', 'proceeding_on_record')).not.toContain('order_ended');
    expect(open('held', 'platform', 'order_stands')).toContain('order_ended');
    expect(open('held', 'complainant', 'order_stands')).not.toContain('proceeding_won');
    expect(open('held', 'complainant', 'order_stands', 'proceeding_on_record')).toContain('proceeding_won');
  });

  it('puts a thing back to the complaint that it was down for when its order ends', () => {
    expect(transition('held', 'order_ended', 'clock', facts('complaint_stands'))).toBe('actioned');
    expect(transition('held', 'order_ended', 'clock', nothing)).toBe('restore_due');
    expect(transition('held', 'order_ended', 'clock', facts('held_otherwise', 'complaint_stands'))).toBe('held');
    expect(transition('pending', 'order_ended', 'clock', facts('pending_by_order'))).toBe('refused');
  });
});

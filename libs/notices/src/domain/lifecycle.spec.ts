import {
  eventsOpenTo,
  type ItemState,
  itemEvents,
  itemStates,
  lifecycle,
  type Party,
  transition,
} from './lifecycle.js';

const parties: Party[] = ['platform', 'complainant', 'system'];

describe('the life of an item', () => {
  it('reaches every state from unserved', () => {
    const reached = new Set<ItemState>(['unserved', 'released']); // released is made of restore_due where another hold stands
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const state of reached)
        for (const event of itemEvents)
          for (const party of parties) {
            const next = transition(state, event, party);
            if (next) reached.add(next);
          }
    }
    expect([...reached].sort()).toEqual([...itemStates].sort());
  });

  it('refuses every event from every state and to every party that its row does not name', () => {
    for (const event of itemEvents) {
      const row = lifecycle[event];
      for (const state of itemStates) {
        for (const party of parties) {
          const isNamed =
            (row.by as readonly Party[]).includes(party) &&
            row.moves.some(({ from }) => (from as readonly ItemState[]).includes(state));
          expect([event, state, party, transition(state, event, party) !== null]).toEqual([
            event,
            state,
            party,
            isNamed,
          ]);
        }
      }
    }
  });

  it('names each source state once in an event, so that no event has two outcomes', () => {
    for (const event of itemEvents) {
      const sources = lifecycle[event].moves.flatMap(({ from }) => [...from]);
      expect(new Set(sources).size).toBe(sources.length);
    }
  });

  it('leaves nothing to be done about what was restored or withdrawn but to acknowledge it', () => {
    expect(eventsOpenTo('restored', 'platform')).toEqual(['acknowledge']);
    expect(eventsOpenTo('withdrawn', 'platform')).toEqual([]);
    expect(eventsOpenTo('withdrawn', 'complainant')).toEqual([]);
  });

  it('lets a platform decide what is pending, once', () => {
    expect(eventsOpenTo('pending', 'platform')).toEqual([
      'acknowledge',
      'forward',
      'act',
      'refuse',
      'report_not_found',
    ]);
    expect(transition('actioned', 'act', 'platform')).toBeNull();
    expect(transition('pending', 'act', 'complainant')).toBeNull();
  });

  it('brings back what was down when its complaint is withdrawn', () => {
    expect(transition('actioned', 'withdraw', 'complainant')).toBe('restore_due');
    expect(transition('pending', 'withdraw', 'complainant')).toBe('withdrawn');
    expect(transition('restored', 'withdraw', 'complainant')).toBeNull();
  });
});

import {
  type EscalationParty,
  type EscalationState,
  escalationEvents,
  escalationLifecycle,
  escalationStates,
  eventsOpenTo,
  transition,
} from './lifecycle.js';

const parties: EscalationParty[] = ['regulator', 'system'];

describe('the life of an escalation', () => {
  it('reaches every state from open', () => {
    const reached = new Set<EscalationState>(['open']);
    for (const state of reached)
      for (const event of escalationEvents)
        for (const party of parties) {
          const next = transition(state, event, party);
          if (next) reached.add(next);
        }
    expect([...reached].sort()).toEqual([...escalationStates].sort());
  });

  it('refuses every event from every state and to every party that its row does not name', () => {
    for (const event of escalationEvents) {
      const { by, from } = escalationLifecycle[event];
      for (const state of escalationStates)
        for (const party of parties) {
          const isNamed = by === party && (from as readonly EscalationState[]).includes(state);
          expect([event, state, party, transition(state, event, party) !== null]).toEqual([
            event,
            state,
            party,
            isNamed,
          ]);
        }
    }
  });

  it('leaves a regulator nothing to do about one that has ended', () => {
    expect(eventsOpenTo('open', 'regulator')).toEqual(['claim', 'dismiss']);
    expect(eventsOpenTo('claimed', 'regulator')).toEqual(['dismiss']);
    expect(eventsOpenTo('dismissed', 'regulator')).toEqual([]);
    expect(eventsOpenTo('resolved', 'regulator')).toEqual([]);
  });

  it('stays in hand when a further breach joins', () => {
    expect(transition('claimed', 'join', 'system')).toBe('claimed');
  });
});

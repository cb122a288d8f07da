import { actsOpenTo, authorizationActs, authorizationShownStates, shownState } from './authorization-acts.js';

const everyone = ['operator', 'agent', 'owner', 'grantor'] as const;

it.each([
  ['pending', ['approve', 'reject', 'freeze', 'revoke']],
  ['approved', ['freeze', 'revoke']],
  ['frozen', ['approve', 'reject', 'revoke']],
  ['rejected', []],
  ['revoked', []],
  ['expired', []],
] as const)('from %s: %j', (state, acts) => {
  expect(actsOpenTo(state, everyone)).toEqual(acts);
});

it('the operator approves, rejects and freezes; the parties revoke; nobody else does anything', () => {
  expect(actsOpenTo('pending', ['operator'])).toEqual(['approve', 'reject', 'freeze']);
  for (const part of ['agent', 'owner', 'grantor'] as const) expect(actsOpenTo('pending', [part])).toEqual(['revoke']);
  for (const state of authorizationShownStates) expect(actsOpenTo(state, [])).toEqual([]);
});

it('every state can be reached', () => {
  const reached = new Set<string>(['pending', 'expired', ...Object.values(authorizationActs).map(({ to }) => to)]);
  expect([...reached].sort()).toEqual([...authorizationShownStates].sort());
});

it('expired follows from the end of the last day in Beijing, for what would otherwise count', () => {
  const until = (state: 'approved' | 'revoked') => ({ state, validUntil: '2026-06-30' });
  expect(shownState(until('approved'), new Date('2026-06-30T15:59:59.999Z'))).toBe('approved');
  expect(shownState(until('approved'), new Date('2026-06-30T16:00:00.000Z'))).toBe('expired');
  expect(shownState(until('revoked'), new Date('2026-07-30T16:00:00.000Z'))).toBe('revoked');
  expect(shownState({ state: 'approved', validUntil: null }, new Date('2099-01-01T00:00:00Z'))).toBe('approved');
});

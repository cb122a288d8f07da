import { regimes } from '#law';
import { type Decision, readDecision } from './read-decision.js';
import type { Condition } from './conditions.js';
import type { ItemState } from './item-states.js';

const servedAt = new Date('2026-11-23T00:00:00Z');
const now = new Date('2026-11-23T12:00:00Z');
const read = (
  decision: Partial<Decision>,
  state: ItemState = 'pending',
  regime = regimes['cn.reg468'],
  ...held: Condition[]
) =>
  readDecision(
    { itemId: 'i', outcome: 'removed', ...decision },
    { state, facts: { conditions: new Set(held) }, regime, servedAt, now, pointer: '#/decisions/0' },
  );

describe('a decision of a platform', () => {
  it('that removes is an act on a pending item and a revision of a refusal', () => {
    expect(read({})).toMatchObject({ event: 'act', to: 'actioned', disposition: 'removed' });
    expect(read({}, 'refused')).toMatchObject({ event: 'revise', to: 'actioned' });
  });

  it('that only demotes does not suffice under 条例 第15条, but under the Civil Code it can (1195)', () => {
    expect(read({ outcome: 'demoted' })).toMatchObject({ problem: 'disposition_insufficient' });
    expect(read({ outcome: 'demoted' }, 'pending', regimes['cn.civil'])).toMatchObject({ event: 'act' });
  });

  it('that delists suffices for goods (电子商务法 42), not for content', () => {
    expect(read({ outcome: 'delisted' }, 'pending', regimes['cn.ecl'])).toMatchObject({ to: 'actioned' });
    expect(read({ outcome: 'delisted' })).toMatchObject({ problem: 'disposition_insufficient' });
  });

  it('that refuses needs a reason, and a text where the reason is "other"', () => {
    expect(read({ outcome: 'refused' })).toMatchObject({ error: { pointer: '#/decisions/0/reasonCode' } });
    expect(read({ outcome: 'refused', reasonCode: 'other' })).toMatchObject({
      error: { pointer: '#/decisions/0/note' },
    });
    expect(read({ outcome: 'refused', reasonCode: 'licensed' })).toMatchObject({ event: 'refuse', to: 'refused' });
  });

  it('is refused where the state does not allow it', () => {
    expect(read({}, 'actioned')).toMatchObject({ problem: 'wrong_state' });
    expect(read({}, 'withdrawn')).toMatchObject({ problem: 'wrong_state' });
  });

  it('may claim to have acted between service and now only', () => {
    expect(read({ actedAt: new Date('2026-11-22T23:59:59Z') })).toMatchObject({ error: { code: 'out_of_range' } });
    expect(read({ actedAt: new Date('2026-11-23T12:00:01Z') })).toMatchObject({ error: { code: 'out_of_range' } });
    expect(read({ actedAt: servedAt })).toMatchObject({ event: 'act' });
  });

  it('that restores does so on its own motion with a reason, or because it is due', () => {
    expect(read({ outcome: 'restored' }, 'actioned')).toMatchObject({ error: { code: 'required' } });
    expect(read({ outcome: 'restored', note: '误判' }, 'actioned')).toMatchObject({ event: 'restore_own_motion' });
    expect(read({ outcome: 'restored' }, 'restore_due')).toMatchObject({ event: 'restore', to: 'restored' });
  });

  it('that delists again what came back due may stay as it was: 条例 第17条 says of a link that it *may* be restored', () => {
    expect(
      read({ outcome: 'delinked' }, 'restore_due', regimes['cn.reg468'], 'counter_open', 'link_may_stay'),
    ).toMatchObject({ event: 'keep_delinked', to: 'actioned' });
    expect(read({ outcome: 'delinked' }, 'restore_due')).toMatchObject({ problem: 'wrong_state' });
  });

  it('on an objection under DSA 20 is the platform’s own ruling, either way', () => {
    const dsa = regimes['eu.dsa'];
    expect(read({ outcome: 'restored' }, 'contested', dsa, 'platform_decides')).toMatchObject({
      event: 'decide_counter',
      to: 'restored',
    });
    expect(read({ outcome: 'removed' }, 'contested', dsa, 'platform_decides')).toMatchObject({ to: 'actioned' });
  });

  it('that refuses what a court ordered down is no decision', () => {
    const refused = { outcome: 'refused', reasonCode: 'licensed' };
    expect(read(refused, 'pending', regimes['cn.ecl'], 'order_stands')).toMatchObject({
      problem: 'wrong_state',
      error: { detail: expect.stringContaining('order stands') },
    });
  });
});

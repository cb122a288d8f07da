import { aggregateNotice } from './aggregate-notice.js';

const served = { isServed: true, isAcknowledged: false, hasOpenClock: false };

describe('a notice, seen from its items', () => {
  it('waits for service until it is served', () => {
    expect(aggregateNotice({ ...served, isServed: false, items: ['unserved'] })).toEqual({
      state: 'awaiting_service',
      outcome: null,
    });
  });

  it('stays served or acknowledged while one item is pending', () => {
    expect(aggregateNotice({ ...served, items: ['actioned', 'pending'] }).state).toBe('served');
    expect(aggregateNotice({ ...served, isAcknowledged: true, items: ['actioned', 'pending'] }).state).toBe(
      'acknowledged',
    );
  });

  it.each([
    [['actioned', 'actioned'], 'upheld'],
    [['actioned', 'refused'], 'partial'],
    [['refused'], 'refused'],
    [['not_found'], 'not_found'],
    [['restored', 'restore_due'], 'restored'],
    [['withdrawn', 'withdrawn'], 'withdrawn'],
  ] as const)('of %j has the outcome %s', (items, outcome) => {
    expect(aggregateNotice({ ...served, items }).outcome).toBe(outcome);
  });

  it('is closed only when no clock is open', () => {
    expect(aggregateNotice({ ...served, items: ['actioned'], hasOpenClock: true }).state).toBe('decided');
    expect(aggregateNotice({ ...served, items: ['actioned'] }).state).toBe('closed');
  });

  it('is closed when it was withdrawn before anybody was served', () => {
    expect(aggregateNotice({ ...served, isServed: false, items: ['withdrawn'] })).toEqual({
      state: 'closed',
      outcome: 'withdrawn',
    });
  });
});

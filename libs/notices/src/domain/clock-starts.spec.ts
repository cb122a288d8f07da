import fc from 'fast-check';
import { layerCalendars, regimes, usFederalCalendar } from '#law';
import { clocksStartedBy, restartsTakedown, type StartingChange } from './clock-starts.js';
import { itemStates } from './item-states.js';
import { itemEvents } from './lifecycle.js';
import { lifecycleRow } from './transition.js';

const day = 24 * 3_600_000;
const calendars = {
  cn: layerCalendars([
    {
      version: '2026',
      coveredFrom: '2026-01-01',
      coveredUntil: '2027-12-31',
      days: [],
      publishedAt: new Date('2025-11-01'),
      createdAt: new Date('2025-11-01'),
    },
  ]),
  us: usFederalCalendar,
};
const now = new Date('2026-11-26T02:00:00Z');
const served = {
  rule: 'cn.netdisk.takedown',
  startedAt: new Date('2026-11-24T02:00:00Z'),
  dueAt: new Date('2026-11-25T02:00:00Z'),
  tier: 'ordinary' as const,
  zone: null,
  terms: null,
};
const change = (changes: Partial<StartingChange>): StartingChange => ({
  noticeId: 'notice',
  regime: 'cn.ecl',
  itemId: 'item',
  event: 'counter',
  from: 'actioned',
  to: 'contested',
  isExcused: false,
  receivedAt: null,
  eventId: 'event',
  ...changes,
});
const started = (changes: Partial<StartingChange>, service: typeof served | undefined = served) =>
  clocksStartedBy(change(changes), now, service, calendars);
const rulesOf = (changes: Partial<StartingChange>) => started(changes).map(({ rule }) => rule.id);

describe('the clocks that an event starts', () => {
  it('a statement is to be forwarded; it waits from its arrival under 电子商务法 第43条', () => {
    expect(rulesOf({})).toEqual(['cn.ecl.forward_counter']);
    expect(rulesOf({ event: 'forward_counter', from: 'contested', to: 'waiting' })).toEqual(['cn.ecl.wait']);
    expect(rulesOf({ event: 'forward_counter', from: 'contested', to: 'held' })).toEqual([]);
  });

  it('under 条例 第17条 it restores at once, and nothing is owed of a link that may stay broken', () => {
    const counter = { regime: 'cn.reg468', to: 'restore_due' } as const;
    expect(rulesOf(counter)).toEqual(['cn.reg468.forward_counter', 'cn.reg468.restore']);
    expect(rulesOf({ ...counter, isExcused: true })).toEqual(['cn.reg468.forward_counter']);
  });

  it('under the DMCA the days run from the platform’s receipt, and nothing comes back before their end', () => {
    const receivedAt = new Date('2026-11-20T15:00:00Z');
    const planned = started({ regime: 'us.dmca', receivedAt });
    const of = (kind: string) => planned.find(({ rule }) => rule.kind === kind)!;
    expect(of('wait').startedAt).toEqual(receivedAt);
    expect(of('restore').notBeforeAt).toEqual(of('wait').dueAt);
    expect(of('restore').dueAt.getTime()).toBeGreaterThan(of('wait').dueAt.getTime());
  });

  it('what comes back has a clock for it; what another still holds down has none', () => {
    expect(rulesOf({ event: 'wait_expired', from: 'waiting', to: 'restore_due' })).toEqual(['cn.ecl.restore']);
    expect(rulesOf({ event: 'wait_expired', from: 'waiting', to: 'released' })).toEqual([]);
    expect(rulesOf({ event: 'withdraw', from: 'actioned', to: 'restore_due' })).toEqual(['cn.ecl.restore']);
  });

  it('an appeal gives a full period, by the rule that the notice was served under', () => {
    const [takedown] = started({ event: 'appeal', from: 'refused', to: 'pending' });
    expect(takedown).toMatchObject({ subjectKind: 'item', subjectId: 'item', startedAt: now });
    expect(takedown!.rule.id).toBe('cn.netdisk.takedown');
    expect(takedown!.dueAt.getTime() - now.getTime()).toBe(day);
  });

  it('a report that it is still live gives the first period back, and never less than a day', () => {
    const report = { event: 'report_still_live', from: 'actioned', to: 'reappeared' } as const;
    fc.assert(
      fc.property(fc.integer({ min: -30 * day, max: 30 * day }), (offset) => {
        const dueAt = new Date(now.getTime() + offset);
        const [takedown] = started(report, { ...served, dueAt });
        expect(takedown!.dueAt.getTime()).toBe(Math.max(dueAt.getTime(), now.getTime() + day));
        expect(takedown!.startedAt).toEqual(served.startedAt);
        expect(takedown!.nominalDueAt).toEqual(dueAt);
      }),
    );
  });

  it('a supplement is awaited once for the notice, under whatever law', () => {
    const ask = { event: 'request_supplement', from: 'pending', to: 'supplement_requested' } as const;
    const [clock] = started(ask);
    expect(clock).toMatchObject({ subjectKind: 'notice', subjectId: 'notice' });
    expect(clock!.rule).toMatchObject({ id: 'sla.supplement', owedBy: 'complainant' });
  });

  it('takedown begins again only where somebody asks for it again, and only in an item that it moves', () => {
    expect(itemEvents.filter(restartsTakedown)).toEqual(['appeal', 'report_still_live', 'order_takedown']);
    expect(rulesOf({ event: 'order_takedown', from: 'pending', to: 'pending' })).toEqual([]);
    expect(rulesOf({ event: 'order_takedown', from: 'refused', to: 'pending' })).toEqual(['cn.netdisk.takedown']);
  });

  it('none starts but of a kind that its row names, one of a kind, in the right order of its instants', () => {
    const anyChange = fc.record({
      event: fc.constantFrom(...itemEvents),
      from: fc.constantFrom(...itemStates),
      to: fc.constantFrom(...itemStates),
      regime: fc.constantFrom(...Object.keys(regimes)),
      isExcused: fc.boolean(),
    });
    fc.assert(
      fc.property(anyChange, (changes) => {
        const planned = started(changes);
        const kinds = planned.map(({ rule }) => rule.kind);
        expect(new Set(kinds).size).toBe(kinds.length);
        for (const kind of kinds) expect(lifecycleRow(changes.event).starts).toContain(kind);
        for (const { dueAt, countsFrom, startEvent } of planned) {
          expect(dueAt.getTime()).toBeGreaterThan(countsFrom.getTime());
          expect(startEvent).toBe('event');
        }
      }),
    );
  });
});

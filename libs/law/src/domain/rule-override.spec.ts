import fc from 'fast-check';
import { buildCalendar } from './calendar.js';
import { chinaCalendarDays } from './china-calendar.js';
import { clockRule, clockRules } from './clock-rules.js';
import { clockUnits } from './clock-rules/clock-rule.js';
import { computeDue } from './due-date.js';
import { type RuleOverride, termsFor, type TermsFacts, whyNotStricter } from './rule-override.js';
import { enjoys, tierOf, tiers } from './tiers.js';
import { usFederalCalendar } from './us-federal-calendar.js';

const { days, covered, version } = chinaCalendarDays();
const calendars = { cn: buildCalendar(days, covered, version), us: usFederalCalendar };
const rule = (id: string) => clockRule(id)!;
const refusal = (id: string, length: number, unit: (typeof clockUnits)[number]) =>
  whyNotStricter(rule(id), { length, unit })?.code ?? null;

describe('what is stricter', () => {
  it('within one unit: the smaller number, within what the source leaves room for', () => {
    expect([23, 24, 25].map((length) => refusal('cn.netdisk.takedown', length, 'hour'))).toEqual([
      null,
      'not_stricter',
      'not_stricter',
    ]);
    expect([1, 2, 3].map((length) => refusal('cn.ecl.takedown', length, 'working_day'))).toEqual([
      null,
      null,
      'not_stricter',
    ]);
  });
  it('hours against days: fewer than the days have, less the hour that summer time takes', () => {
    expect([71, 72].map((length) => refusal('cn.ecl.takedown', length, 'hour'))).toEqual([null, 'not_stricter']);
  });
  it('calendar days against working days: fewer of them', () => {
    expect([2, 3].map((length) => refusal('cn.civil.takedown', length, 'calendar_day'))).toEqual([
      null,
      'not_stricter',
    ]);
  });
  it('days against hours is never sure: a day begun at noon has 36 hours left', () => {
    expect(refusal('cn.netdisk.takedown', 1, 'calendar_day')).toBe('not_comparable');
    expect(refusal('us.dmca.takedown', 1, 'working_day')).toBe('not_comparable');
  });
  it('a period that the act sets is nobody’s to shorten: 电子商务法 43, 17 USC 512(g)(2)(C)', () => {
    for (const id of ['us.dmca.restore', 'cn.ecl.wait', 'us.dmca.wait', 'cn.evidence.keep'])
      expect(refusal(id, 1, rule(id).unit)).toBe('not_overridable');
  });
  it('nor is what the complainant owes', () => {
    expect(refusal('sla.supplement', 1, 'working_day')).toBe('not_overridable');
  });

  it('holds for every start: whatever is accepted ends earlier than the rule', () => {
    const open = clockRules.filter(({ startsOn }) => startsOn !== 'hearing_held');
    fc.assert(
      fc.property(
        fc.constantFrom(...open),
        fc.constantFrom(...clockUnits),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2026, 9, 1) }),
        fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London'),
        (given, unit, length, start, zone) => {
          if (whyNotStricter(given, { length, unit }) !== null) return;
          const at = new Date(start).toISOString();
          const due = (terms: object) => Date.parse(computeDue({ ...given, ...terms }, at, calendars, zone).dueAt);
          expect(due({ length, unit })).toBeLessThan(due({}));
        },
      ),
      { numRuns: 4000 },
    );
  });
});

const at = new Date('2026-11-23T02:00:00Z');
const facts = (more: Partial<TermsFacts> = {}): TermsFacts => ({
  platformId: 'p1',
  tier: 'ordinary',
  serviceType: 'ecommerce',
  workCategories: ['film'],
  at,
  ...more,
});
const override = (id: string, more: Partial<RuleOverride>): RuleOverride => ({
  id,
  rule: 'cn.ecl.takedown',
  scope: {},
  length: 2,
  unit: 'working_day',
  validFrom: new Date('2026-11-01T00:00:00Z'),
  validUntil: null,
  ...more,
});
const chosen = (overrides: RuleOverride[], more: Partial<TermsFacts> = {}) =>
  termsFor(rule('cn.ecl.takedown'), facts(more), overrides).overrideId;

describe('the terms that fit', () => {
  it('are the rule’s own where no override fits', () => {
    expect(termsFor(rule('cn.ecl.takedown'), facts(), [])).toEqual({
      length: 3,
      unit: 'working_day',
      overrideId: null,
    });
    expect(chosen([override('a', { rule: 'cn.civil.takedown' })])).toBeNull();
    expect(chosen([override('a', { scope: { platformId: 'p2' } })])).toBeNull();
    expect(chosen([override('a', { scope: { serviceTypes: ['netdisk'] } })])).toBeNull();
    expect(chosen([override('a', { scope: { workCategories: ['music'] } })])).toBeNull();
  });
  it('are the strictest of those that fit', () => {
    const all = [
      override('two', {}),
      override('hours', { length: 12, unit: 'hour' }),
      override('one', { length: 1 }),
      override('others', { length: 1, unit: 'hour', scope: { platformId: 'p2' } }),
    ];
    expect(chosen(all)).toBe('hours');
    expect(chosen([override('working', {}), override('calendar', { unit: 'calendar_day' })])).toBe('calendar');
  });
  it('begin at validFrom and have ended at validUntil', () => {
    const [from, until] = [new Date('2026-11-10T00:00:00Z'), new Date('2026-11-20T00:00:00Z')];
    const campaign = [override('a', { validFrom: from, validUntil: until, scope: { campaign: '剑网' } })];
    const before = (instant: Date) => new Date(instant.getTime() - 1);
    expect([before(from), from, before(until), until].map((instant) => chosen(campaign, { at: instant }))).toEqual([
      null,
      'a',
      'a',
      null,
    ]);
  });
  it('of a tier are enjoyed by every faster tier', () => {
    const green = [override('green', { scope: { tier: 'green_channel' } })];
    expect(tiers.map((tier) => chosen(green, { tier }))).toEqual([null, 'green', 'green']);
  });
  it('never become longer than a rule that was shortened after the override was written', () => {
    expect(termsFor({ ...rule('cn.ecl.takedown'), length: 2 }, facts(), [override('a', {})]).length).toBe(2);
    expect(termsFor({ ...rule('cn.ecl.takedown'), length: 2 }, facts(), [override('a', {})]).overrideId).toBeNull();
  });
});

it('tiers shorten: a warning-list work goes before the green channel, that before the rest', () => {
  expect(tierOf({ onWarningList: true, isGreenChannel: true })).toBe('warning_list');
  expect(tierOf({ onWarningList: false, isGreenChannel: true })).toBe('green_channel');
  expect(tierOf({ onWarningList: false, isGreenChannel: false })).toBe('ordinary');
  expect(enjoys('ordinary', 'green_channel')).toBe(false);
});

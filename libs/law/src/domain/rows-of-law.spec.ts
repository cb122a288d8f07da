import { clockRule, clockRuleHistory, clockRuleOf, clockRules } from './clock-rules.js';
import type { ClockRule } from './clock-rules/clock-rule.js';
import { missingCounterElements } from './missing-counter-elements.js';
import { missingElements } from './missing-elements.js';
import { regimeHistory, regimeOf, regimes } from './regimes.js';
import { ask, askUser, type Regime, regimeIds } from './regimes/regime.js';
import { rowsOfLaw } from './rows-of-law.js';
import { bases, civilCode } from './source.js';

const civil = regimes['cn.civil'];
const article = civilCode('第1195条');
/** A code that one day asks both sides for an address, and both for a signature. */
const amended: Regime = {
  ...civil,
  version: 2,
  validFrom: '2030-01-01',
  requiredElements: [...civil.requiredElements, ...ask(article, 'statutory', 'address')],
  counterElements: [...civil.counterElements, ...askUser(article, 'statutory', 'signature')],
  proceedingKinds: ['suit'],
};

const nothing = { complainant: {}, works: [], evidence: [], targetCount: 0 };
const noAnswer = { respondent: {}, evidence: [], targetCount: 0 };

describe('a regime with a second version', () => {
  const { current, find } = rowsOfLaw([...regimeHistory, amended]);
  const asked = (regime: Regime) => [missingElements(regime, nothing), missingCounterElements(regime, noAnswer)];

  it('asks a notice pinned to the first for what it asked before, and its user too', () => {
    expect(asked(find('cn.civil', 1)!)).toEqual(asked(civil));
    expect(find('cn.civil', 1)!.proceedingKinds).toEqual(['complaint', 'suit']);
  });

  it('asks a new notice for what the second says', () => {
    expect(find('cn.civil')).toBe(amended);
    expect(asked(amended)[0]!.map(({ element }) => element)).toContain('address');
    expect(asked(amended)[1]!.map(({ element }) => element)).toContain('signature');
  });

  it('takes the place of the first among those in force', () => {
    expect(current.map(({ id, version }) => [id, version])).toEqual([
      ['cn.reg468', 1],
      ['cn.ecl', 1],
      ['cn.civil', 2],
      ['us.dmca', 1],
      ['eu.dsa', 1],
    ]);
  });
});

it('a clock pinned to the first version keeps its length, whichever way the rows are written', () => {
  const shorter: ClockRule = { ...clockRule('cn.ecl.wait')!, version: 2, length: 10 };
  for (const history of [
    [...clockRuleHistory, shorter],
    [shorter, ...clockRuleHistory],
  ]) {
    const { current, find } = rowsOfLaw(history);
    expect([find('cn.ecl.wait', 1)?.length, find('cn.ecl.wait', 2)?.length, find('cn.ecl.wait')?.length]).toEqual([
      15, 10, 10,
    ]);
    expect(current.filter(({ id }) => id === 'cn.ecl.wait')).toEqual([shorter]);
  }
});

it('a version that never was is not found, and no notice can run under it', () => {
  expect(clockRuleOf('cn.ecl.wait', 99)).toBeUndefined();
  expect(clockRuleOf('cn.ecl.wait', 1)).toBe(clockRule('cn.ecl.wait'));
  expect(() => regimeOf('cn.ecl', 99)).toThrow('no version 99 of the regime cn.ecl');
  expect(regimeOf('cn.ecl', 1)).toBe(regimeOf('cn.ecl'));
});

const written = [...regimeHistory, ...clockRuleHistory];

it('no row is written twice in one version, and the versions of each run from 1 without a gap', () => {
  const versions = new Map<string, number[]>();
  for (const { id, version } of written) versions.set(id, [...(versions.get(id) ?? []), version]);
  for (const [id, found] of versions) expect([id, found.sort()]).toEqual([id, found.map((_, index) => index + 1)]);
});

it.each(written.map((row) => [row.id, row.version, row] as const))(
  '%s in version %i is dated, named in both languages, and cites law, article and basis',
  (_id, _version, { validFrom, label, source, basis }) => {
    expect(new Date(validFrom).toISOString()).toBe(`${validFrom}T00:00:00.000Z`);
    expect(label.zh).toMatch(/\p{Script=Han}/u);
    expect(label.en).toMatch(/[A-Za-z]/);
    expect(source.law.trim()).not.toBe('');
    expect(source.article.trim()).not.toBe('');
    expect(bases).toContain(basis);
  },
);

it('what no one could read at its source is an assumption, and says so', () => {
  const unread = clockRuleHistory.filter(({ source }) => source.article.includes('[?]'));
  expect(unread.map(({ id, basis, note }) => [id, basis, note?.slice(0, 3)])).toEqual([
    ['cn.admin.accept', 'assumption', '[?]'],
  ]);
});

it('every regime has a row, and those in force are the latest', () => {
  expect(regimeHistory.map(({ id }) => id)).toEqual(expect.arrayContaining([...regimeIds]));
  for (const id of regimeIds) expect(regimes[id]).toBe(rowsOfLaw(regimeHistory).find(id));
  expect(new Set(clockRules.map(({ id }) => id)).size).toBe(clockRules.length);
});

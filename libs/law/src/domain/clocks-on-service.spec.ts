import fc from 'fast-check';
import { clocksOnService, type ServiceFacts } from './clocks-on-service.js';
import { regimes } from './regimes.js';
import { type RegimeId, regimeIds } from './regimes/regime.js';
import { serviceTypes, workCategories } from './vocabulary.js';

const ids = (id: RegimeId, facts: Partial<Omit<ServiceFacts, 'regime'>> = {}) =>
  clocksOnService({
    regime: regimes[id],
    serviceType: 'video',
    workCategories: ['film'],
    contentTypes: ['video'],
    onWarningList: false,
    ...facts,
  }).map((rule) => rule.id);

it.each(['cn.reg468', 'cn.ecl', 'cn.civil', 'us.dmca'] as const)(
  'service under %s starts its takedown and forwarding, and the acknowledgement',
  (id) => expect(ids(id)).toEqual([`${id}.takedown`, `${id}.forward`, 'sla.acknowledge']),
);

it('service under the DSA starts confirmation (16(4)) and decision (16(5))', () => {
  expect(ids('eu.dsa')).toEqual(['eu.dsa.confirm', 'eu.dsa.decide', 'sla.acknowledge']);
});

it('a netdisk has 24 hours under any Chinese regime (2015 notice, 四)', () => {
  expect(ids('cn.reg468', { serviceType: 'netdisk' })[0]).toBe('cn.netdisk.takedown');
  expect(ids('cn.civil', { serviceType: 'netdisk' })[0]).toBe('cn.netdisk.takedown');
});

it.each(['search_link', 'app_store', 'social'] as const)(
  'literature on %s has 24 hours (2016 notice, 六)',
  (serviceType) => {
    expect(ids('cn.civil', { serviceType, workCategories: ['film', 'literature'] })[0]).toBe('cn.literature.takedown');
    expect(ids('cn.civil', { serviceType })[0]).toBe('cn.civil.takedown');
  },
);

it('a post is a forum wherever it stands, an article on a knowledge service is not', () => {
  const literature = { serviceType: 'knowledge', workCategories: ['literature'] } as const;
  expect(ids('cn.reg468', { ...literature, contentTypes: ['post'] })[0]).toBe('cn.literature.takedown');
  expect(ids('cn.reg468', { ...literature, contentTypes: ['article'] })[0]).toBe('cn.reg468.takedown');
});

it('the warning list goes before every other takedown, and forwarding stays the regime’s', () => {
  const facts = { serviceType: 'netdisk', workCategories: ['literature'], onWarningList: true } as const;
  expect(ids('cn.reg468', facts)).toEqual(['cn.warning_list.takedown', 'cn.reg468.forward', 'sla.acknowledge']);
});

it('a Chinese department’s list or notice binds no American or European notice', () => {
  const facts = { serviceType: 'netdisk', workCategories: ['literature'], onWarningList: true } as const;
  expect(ids('us.dmca', facts)[0]).toBe('us.dmca.takedown');
  expect(ids('eu.dsa', facts)).toEqual(['eu.dsa.confirm', 'eu.dsa.decide', 'sla.acknowledge']);
});

it('whatever the facts, one clock of each kind starts, one of them a duty to act', () => {
  const facts = fc.record({
    regime: fc.constantFrom(...regimeIds).map((id) => regimes[id]),
    serviceType: fc.constantFrom(...serviceTypes),
    workCategories: fc.array(fc.constantFrom(...workCategories)),
    contentTypes: fc.array(fc.constantFrom('post', 'video', 'listing')),
    onWarningList: fc.boolean(),
  });
  fc.assert(
    fc.property(facts, (given) => {
      const kinds = clocksOnService(given).map(({ kind }) => kind);
      expect(new Set(kinds).size).toBe(kinds.length);
      expect(kinds).toContain(given.regime.id === 'eu.dsa' ? 'decide' : 'takedown');
      expect(kinds).toContain('acknowledge');
    }),
  );
});

import { regimeFor, regimes } from './regimes.js';
import { type RegimeId, regimeIds } from './regimes/regime.js';
import type { Cited } from './regimes/regime.js';
import { clockRules } from './clock-rules.js';
import { bases } from './source.js';
import { dispositions, grounds, type Right, rights } from './vocabulary.js';

const elementsOf = (id: RegimeId) => regimes[id].requiredElements.map(({ element }) => element).sort();

describe('the regime of a notice', () => {
  it('is the E-Commerce Law for a listing or a shop on a Chinese e-commerce platform', () => {
    const taobao = { regime: 'cn.reg468', serviceType: 'ecommerce' } as const;
    expect(regimeFor(taobao, 'listing').id).toBe('cn.ecl');
    expect(regimeFor(taobao, 'shop').id).toBe('cn.ecl');
  });
  it('is the platform’s own setting for anything else, also for a video on an e-commerce platform (电子商务法 2)', () => {
    expect(regimeFor({ regime: 'cn.reg468', serviceType: 'ecommerce' }, 'video').id).toBe('cn.reg468');
    expect(regimeFor({ regime: 'cn.civil', serviceType: 'cloud_cdn' }, 'listing').id).toBe('cn.civil');
    expect(regimeFor({ regime: 'cn.ecl', serviceType: 'ecommerce' }, 'page').id).toBe('cn.ecl');
  });
  it('stays American or European where the platform chose so', () => {
    expect(regimeFor({ regime: 'us.dmca', serviceType: 'ecommerce' }, 'listing').id).toBe('us.dmca');
    expect(regimeFor({ regime: 'eu.dsa', serviceType: 'ecommerce' }, 'shop').id).toBe('eu.dsa');
  });
});

describe('the right that is claimed', () => {
  const netdisk = { regime: 'cn.reg468', serviceType: 'netdisk' } as const;
  it('条例 14 covers 信息网络传播权 alone: any other right falls under the Civil Code', () => {
    const under = (right: Right | null) => regimeFor(netdisk, 'share', right).id;
    expect([under('information_network'), under(null)]).toEqual(['cn.reg468', 'cn.reg468']);
    for (const right of rights.filter((other) => other !== 'information_network'))
      expect(under(right)).toBe('cn.civil');
  });
  it('changes nothing for goods, nor where the platform’s regime covers every right', () => {
    expect(regimeFor({ regime: 'cn.reg468', serviceType: 'ecommerce' }, 'listing', 'distribution').id).toBe('cn.ecl');
    expect(regimeFor({ regime: 'us.dmca', serviceType: 'netdisk' }, 'share', 'distribution').id).toBe('us.dmca');
  });
});

describe('what each regime asks of a notice', () => {
  it('条例 14 with 互联网著作权行政保护办法 8', () => {
    expect(elementsOf('cn.reg468')).toEqual(
      [
        'name',
        'contact',
        'address',
        'identity',
        'ownership',
        'infringement',
        'work',
        'location',
        'truthfulness',
        'signature',
        'authorization',
      ].sort(),
    );
  });
  it('电子商务法 42 and 民法典 1195 ask the same', () => {
    const asked = ['name', 'identity', 'location', 'ownership', 'infringement', 'truthfulness', 'authorization'].sort();
    expect(elementsOf('cn.ecl')).toEqual(asked);
    expect(elementsOf('cn.civil')).toEqual(asked);
  });
  it('17 USC 512(c)(3)(A) asks for six things, and no proof of identity', () => {
    expect(elementsOf('us.dmca')).toEqual(
      ['signature', 'work', 'location', 'contact', 'good_faith', 'truthfulness', 'perjury', 'authorization'].sort(),
    );
  });
  it('DSA 16(2) asks for explanation, location, name and e-mail, good faith', () => {
    expect(elementsOf('eu.dsa')).toEqual(['email', 'explanation', 'good_faith', 'location', 'name']);
  });
});

it('a disposition suffices: 条例 takes down or delinks, 电子商务法 also delists, the others take what fits', () => {
  expect(regimes['cn.reg468'].sufficientDispositions).toEqual(['removed', 'disabled', 'delinked']);
  expect(regimes['cn.ecl'].sufficientDispositions).toEqual([
    'removed',
    'disabled',
    'delinked',
    'delisted',
    'account_limited',
  ]);
  for (const id of ['cn.civil', 'us.dmca', 'eu.dsa'] as const) {
    expect(regimes[id].sufficientDispositions).toEqual(dispositions);
  }
});

it('only 条例 17 restores at once and only it forbids a second notice', () => {
  expect(regimeIds.filter((id) => regimes[id].restoresAtOnce)).toEqual(['cn.reg468']);
  expect(regimeIds.filter((id) => !regimes[id].allowsSecondNotice)).toEqual(['cn.reg468']);
});

it('a supplement may be asked for in China, where the takedown clock can pause for a deficiency', () => {
  expect(regimeIds.filter((id) => regimes[id].allowsSupplement)).toEqual(['cn.reg468', 'cn.ecl', 'cn.civil']);
});

it('条例 17: a broken link may stay broken, so that only there no restoration of it is owed', () => {
  expect(regimeIds.filter((id) => regimes[id].linksMayStay)).toEqual(['cn.reg468']);
});

it('only 17 USC 512(g)(2)(C) forbids to restore before the wait is over', () => {
  expect(regimeIds.filter((id) => regimes[id].waitIsMandatory)).toEqual(['us.dmca']);
});

it.each(regimeIds)(
  '%s: the wait counts from where its clock starts, and there is a clock where there is a wait',
  (id) => {
    const startsOn = { arrival: 'statement_arrived', receipt: 'counter_received' } as const;
    const { waitStartsOn } = regimes[id];
    const wait = clockRules.find((rule) => rule.id === `${id}.wait`);
    expect(wait?.startsOn).toBe(waitStartsOn ? startsOn[waitStartsOn] : undefined);
  },
);

it('电子商务法 43 and 民法典 1196 wait for a complaint or a suit, 512(g)(2)(C) for a suit, the others for nothing', () => {
  expect(regimeIds.map((id) => regimes[id].proceedingKinds)).toEqual([
    [],
    ['complaint', 'suit'],
    ['complaint', 'suit'],
    ['suit'],
    [],
  ]);
  for (const id of regimeIds) expect(regimes[id].proceedingKinds.length > 0).toBe(regimes[id].waitStartsOn !== null);
});

it('条例 17 refuses a second notice with the article, and points to the court and the authority', () => {
  const { allowed, detail, source } = regimes['cn.reg468'].secondNotice;
  expect([allowed, source.article]).toEqual([false, '第17条']);
  expect(detail.zh).toMatch(/第17条.*人民法院.*著作权行政管理部门/);
  expect(detail.en).toMatch(/Art 17 .*court.*copyright administration/);
});

it('only 电子商务法 44 publishes notices, statements and results; DSA 24(5) publishes reasons', () => {
  expect(regimeIds.filter((id) => regimes[id].publishesOutcome)).toEqual(['cn.ecl']);
  expect(regimeIds.map((id) => regimes[id].publication.duty)).toEqual(['none', 'outcome', 'none', 'none', 'reasons']);
});

it('条例 15, 电子商务法 44: a notice whose user cannot be reached is published, in China', () => {
  expect(regimeIds.filter((id) => regimes[id].onUnreachableUser.publish)).toEqual(['cn.reg468', 'cn.ecl', 'cn.civil']);
});

describe.each(regimeIds)('the row of %s', (id) => {
  const regime = regimes[id];
  const cited: Array<[what: string, row: Cited]> = [
    ['the regime', regime],
    ['applicability', regime.applicability],
    ['second notice', regime.secondNotice],
    ['publication', regime.publication],
    ['unreachable user', regime.onUnreachableUser],
    ...regime.requiredElements.map((rule) => [`element ${rule.element}`, rule] as [string, Cited]),
    ...regime.counterElements.map((rule) => [`counter element ${rule.element}`, rule] as [string, Cited]),
  ];
  it.each(cited)('cites law, article and basis: %s', (_what, { source, basis }) => {
    expect(source.law).not.toBe('');
    expect(`${source.law}${source.article}`).toMatch(/\d|第.*条/);
    expect(source.article).not.toBe('');
    expect(bases).toContain(basis);
  });
  it('has a version, a day from which it holds, and its name in both languages', () => {
    expect(regime).toMatchObject({
      id,
      version: expect.any(Number),
      validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    for (const { zh, en } of [regime.label, regime.applicability.covers, regime.secondNotice.detail]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/\w/);
    }
  });
  it('asks for each element once', () => {
    for (const rules of [regime.requiredElements, regime.counterElements])
      expect(new Set(rules.map(({ element }) => element)).size).toBe(rules.length);
  });
  it('covers some ground and some right, of the words that there are', () => {
    expect(grounds).toEqual(expect.arrayContaining([...regime.applicability.grounds]));
    expect(rights).toEqual(expect.arrayContaining([...regime.applicability.rights]));
    expect(Math.min(regime.applicability.grounds.length, regime.applicability.rights.length)).toBeGreaterThan(0);
  });
});

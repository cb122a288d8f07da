import { regimeFor, regimeIds, regimes, type RegimeId } from './regimes.js';
import { dispositions } from './vocabulary.js';

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

it('every regime is pinned to a version, a date and an article, and so is each element', () => {
  for (const id of regimeIds) {
    const regime = regimes[id];
    expect(regime).toMatchObject({ id, version: 1, validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    for (const { source } of [regime, ...regime.requiredElements])
      expect(`${source.law}${source.article}`).toMatch(/\d/);
  }
});

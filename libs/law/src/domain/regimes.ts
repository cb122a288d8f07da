import type { ElementId } from './elements.js';
import { civilCode, dmca, dsa, eCommerceLaw, reg468, type Basis, type Label, type Source } from './source.js';
import { dispositions, type Disposition, type ServiceType } from './vocabulary.js';

export const regimeIds = ['cn.reg468', 'cn.ecl', 'cn.civil', 'us.dmca', 'eu.dsa'] as const;
export type RegimeId = (typeof regimeIds)[number];

/** One element that the law asks of a notice, and where it asks. */
export interface ElementRule {
  element: ElementId;
  source: Source;
}

/** The body of law under which a notice runs; pinned with its version when the notice is created. */
export interface Regime {
  id: RegimeId;
  version: number;
  /** Date from which the law says so. */
  validFrom: string;
  source: Source;
  basis: Basis;
  label: Label;
  requiredElements: readonly ElementRule[];
  /** What discharges the duty to act; anything else is 422 `disposition_insufficient`. */
  sufficientDispositions: readonly Disposition[];
  /** A valid counter-notice restores the item without waiting (条例 17). */
  restoresAtOnce: boolean;
  /** The platform may ask once for a missing element; the takedown clock pauses meanwhile. */
  allowsSupplement: boolean;
  /** After a restoration the same rights holder may give notice of the item again (条例 17: not). */
  allowsSecondNotice: boolean;
  /** The platform itself rules on the user's objection (DSA 20). */
  platformDecidesCounter: boolean;
  /** Notices, statements and results must be made public (电子商务法 44). */
  publishesOutcome: boolean;
}

const down = ['removed', 'disabled', 'delinked'] as const satisfies readonly Disposition[];

export const regimes: Readonly<Record<RegimeId, Regime>> = {
  'cn.reg468': {
    id: 'cn.reg468',
    version: 1,
    validFrom: '2013-03-01',
    source: reg468('第14–17条'),
    basis: 'statutory',
    label: { zh: '信息网络传播权保护条例', en: 'Regulation on communication through information networks' },
    requiredElements: [
      ...ask(reg468('第14条第1项'), 'name', 'contact', 'address'),
      ...ask(reg468('第14条第2项'), 'work', 'location'),
      ...ask(reg468('第14条第3项'), 'infringement'),
      ...ask({ law: '互联网著作权行政保护办法', article: '第8条' }, 'identity', 'ownership', 'authorization'),
      ...ask(reg468('第14条'), 'truthfulness', 'signature'),
    ],
    sufficientDispositions: down,
    restoresAtOnce: true,
    allowsSupplement: true,
    allowsSecondNotice: false,
    platformDecidesCounter: false,
    publishesOutcome: false,
  },
  'cn.ecl': {
    id: 'cn.ecl',
    version: 1,
    validFrom: '2019-01-01',
    source: eCommerceLaw('第42–45条'),
    basis: 'statutory',
    label: { zh: '电子商务法', en: 'E-Commerce Law' },
    requiredElements: [
      ...ask(
        { law: '最高人民法院关于审理涉电子商务平台知识产权民事案件的指导意见（法发〔2020〕32号）', article: '第5条' },
        'name',
        'identity',
        'authorization',
        'location',
        'ownership',
      ),
      ...ask(eCommerceLaw('第42条'), 'infringement', 'truthfulness'),
    ],
    sufficientDispositions: [...down, 'delisted', 'account_limited'],
    restoresAtOnce: false,
    allowsSupplement: true,
    allowsSecondNotice: true,
    platformDecidesCounter: false,
    publishesOutcome: true,
  },
  'cn.civil': {
    id: 'cn.civil',
    version: 1,
    validFrom: '2021-01-01',
    source: civilCode('第1194–1197条'),
    basis: 'statutory',
    label: { zh: '民法典', en: 'Civil Code' },
    requiredElements: ask(
      civilCode('第1195条'),
      'name',
      'identity',
      'authorization',
      'location',
      'ownership',
      'infringement',
      'truthfulness',
    ),
    sufficientDispositions: dispositions,
    restoresAtOnce: false,
    allowsSupplement: true,
    allowsSecondNotice: true,
    platformDecidesCounter: false,
    publishesOutcome: false,
  },
  'us.dmca': {
    id: 'us.dmca',
    version: 1,
    validFrom: '1998-10-28',
    source: dmca('(c), (g)'),
    basis: 'statutory',
    label: { zh: '美国数字千年版权法', en: 'DMCA' },
    requiredElements: [
      ...ask(dmca('(c)(3)(A)(i)'), 'signature'),
      ...ask(dmca('(c)(3)(A)(ii)'), 'work'),
      ...ask(dmca('(c)(3)(A)(iii)'), 'location'),
      ...ask(dmca('(c)(3)(A)(iv)'), 'contact'),
      ...ask(dmca('(c)(3)(A)(v)'), 'good_faith'),
      ...ask(dmca('(c)(3)(A)(vi)'), 'truthfulness', 'perjury', 'authorization'),
    ],
    sufficientDispositions: dispositions,
    restoresAtOnce: false,
    allowsSupplement: false,
    allowsSecondNotice: true,
    platformDecidesCounter: false,
    publishesOutcome: false,
  },
  'eu.dsa': {
    id: 'eu.dsa',
    version: 1,
    validFrom: '2024-02-17',
    source: dsa('16, 17, 20'),
    basis: 'statutory',
    label: { zh: '欧盟数字服务法', en: 'Digital Services Act' },
    requiredElements: [
      ...ask(dsa('16(2)(a)'), 'explanation'),
      ...ask(dsa('16(2)(b)'), 'location'),
      ...ask(dsa('16(2)(c)'), 'name', 'email'),
      ...ask(dsa('16(2)(d)'), 'good_faith'),
    ],
    sufficientDispositions: dispositions,
    restoresAtOnce: false,
    allowsSupplement: false,
    allowsSecondNotice: true,
    platformDecidesCounter: true,
    publishesOutcome: false,
  },
};

const goods: readonly string[] = ['listing', 'shop'];

/**
 * The regime of a notice (domain.md §2.4): goods on a Chinese e-commerce platform fall under the E-Commerce Law
 * (which excludes audio-video, publishing and cultural content, art 2), all else under the platform's own setting.
 */
export function regimeFor(platform: { regime: RegimeId; serviceType: ServiceType }, contentType: string): Regime {
  const sellsGoods = platform.serviceType === 'ecommerce' && goods.includes(contentType);
  return regimes[sellsGoods && platform.regime.startsWith('cn.') ? 'cn.ecl' : platform.regime];
}

function ask(source: Source, ...elements: ElementId[]): ElementRule[] {
  return elements.map((element) => ({ element, source }));
}

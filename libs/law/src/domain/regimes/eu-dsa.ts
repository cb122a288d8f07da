import { dsa } from '../source.js';
import { dispositions, grounds, rights } from '../vocabulary.js';
import { ask, askUser, regime } from './regime.js';

/** Regulation (EU) 2022/2065: a timely decision with reasons, against which both sides may complain to the platform. */
export const euDsa = regime({
  id: 'eu.dsa',
  version: 1,
  validFrom: '2024-02-17',
  source: dsa('16, 17, 20'),
  basis: 'statutory',
  label: { zh: '欧盟数字服务法', en: 'Digital Services Act' },
  applicability: {
    covers: { zh: '欧盟境内的托管服务；违法内容', en: 'Hosting services in the European Union; illegal content' },
    grounds,
    rights,
    source: dsa('2, 16(1)'),
    basis: 'statutory',
  },
  requiredElements: [
    ...ask(dsa('16(2)(a)'), 'statutory', 'explanation'),
    ...ask(dsa('16(2)(b)'), 'statutory', 'location'),
    ...ask(dsa('16(2)(c)'), 'statutory', 'name', 'email'),
    ...ask(dsa('16(2)(d)'), 'statutory', 'good_faith'),
  ],
  counterElements: askUser(dsa('20(3)'), 'statutory', 'reasons'),
  sufficientDispositions: dispositions,
  restoresAtOnce: false,
  linksMayStay: false,
  waitIsMandatory: false,
  waitStartsOn: null,
  proceedingKinds: [],
  allowsSupplement: false,
  secondNotice: {
    allowed: true,
    source: dsa('23'),
    basis: 'statutory',
    detail: {
      zh: '该法不禁止再次通知；经常提交明显无根据通知的，平台在警告后可以暂停受理（第23条）。',
      en: 'The act does not forbid a second notice; who often submits manifestly unfounded ones is suspended after a warning (art 23).',
    },
  },
  platformDecidesCounter: true,
  publication: { duty: 'reasons', source: dsa('17, 24(5)'), basis: 'statutory' },
  onUnreachableUser: { publish: false, source: dsa('17(2)'), basis: 'statutory' },
});

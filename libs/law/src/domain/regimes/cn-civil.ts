import { civilCode } from '../source.js';
import { dispositions, grounds, rights } from '../vocabulary.js';
import { ask, askUser, regime } from './regime.js';

/** 民法典: what no special rule covers; measures that fit the proof and the kind of service, then a reasonable wait. */
export const cnCivil = regime({
  id: 'cn.civil',
  version: 1,
  validFrom: '2021-01-01',
  source: civilCode('第1194–1197条'),
  basis: 'statutory',
  label: { zh: '民法典', en: 'Civil Code' },
  applicability: {
    covers: {
      zh: '其他网络服务（云、内容分发、小程序托管等）和其他权利',
      en: 'All other services on networks (cloud, content delivery, hosts of mini-programs) and all other rights',
    },
    grounds,
    rights,
    catchesAll: { from: ['cn.reg468'] },
    source: civilCode('第1194条'),
    basis: 'statutory',
  },
  requiredElements: ask(
    civilCode('第1195条'),
    'statutory',
    'name',
    'identity',
    'authorization',
    'location',
    'ownership',
    'infringement',
    'truthfulness',
  ),
  counterElements: askUser(civilCode('第1196条'), 'statutory', 'statement', 'proof', 'identity'),
  sufficientDispositions: dispositions,
  restoresAtOnce: false,
  linksMayStay: false,
  waitIsMandatory: false,
  waitStartsOn: 'arrival',
  proceedingKinds: ['complaint', 'suit'],
  allowsSupplement: true,
  secondNotice: {
    allowed: true,
    source: civilCode('第1195条第3款'),
    basis: 'statutory',
    detail: {
      zh: '《民法典》不禁止再次通知；权利人因错误通知造成网络用户或者网络服务提供者损害的，应当承担侵权责任（第1195条第3款）。',
      en: 'The Civil Code does not forbid a second notice; a rights holder who causes loss by a wrong notice is liable for it (art 1195(3)).',
    },
  },
  platformDecidesCounter: false,
  publication: { duty: 'none', source: civilCode('第1194–1197条'), basis: 'statutory' },
  // The code is silent; publication as under 条例 15 and 电子商务法 44 is our reading.
  onUnreachableUser: { publish: true, source: civilCode('第1195条'), basis: 'assumption' },
});

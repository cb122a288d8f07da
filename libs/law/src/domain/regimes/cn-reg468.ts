import { onlineCopyrightMeasures, reg468 } from '../source.js';
import { ask, askUser, down, regime } from './regime.js';

/** 信息网络传播权保护条例: down at once on notice, up at once on the user's statement, no second notice. */
export const cnReg468 = regime({
  id: 'cn.reg468',
  version: 1,
  validFrom: '2013-03-01',
  source: reg468('第14–17条'),
  basis: 'statutory',
  label: { zh: '信息网络传播权保护条例', en: 'Regulation on communication through information networks' },
  applicability: {
    covers: {
      zh: '提供信息存储空间或者搜索、链接服务的网络服务提供者；信息网络传播权和权利管理电子信息',
      en: 'Providers of storage space, search or links; the right of communication through information networks and rights management information',
    },
    grounds: ['copyright', 'neighbouring_right', 'rights_management_information'],
    rights: ['information_network'],
    source: reg468('第14条'),
    basis: 'statutory',
  },
  requiredElements: [
    ...ask(reg468('第14条第1项'), 'statutory', 'name', 'contact', 'address'),
    ...ask(reg468('第14条第2项'), 'statutory', 'work', 'location'),
    ...ask(reg468('第14条第3项'), 'statutory', 'infringement'),
    ...ask(onlineCopyrightMeasures('第8条'), 'departmental', 'identity', 'ownership', 'authorization'),
    ...ask(reg468('第14条'), 'statutory', 'truthfulness', 'signature'),
  ],
  counterElements: [
    ...askUser(reg468('第16条'), 'statutory', 'statement'),
    ...askUser(reg468('第16条第1项'), 'statutory', 'name', 'contact', 'address'),
    ...askUser(reg468('第16条第2项'), 'statutory', 'location'),
    ...askUser(reg468('第16条第3项'), 'statutory', 'proof'),
    // 条例 asks for the name; that a proof of identity is needed, else the statement counts as not sent, stands in 办法 9 and 10.
    ...askUser(onlineCopyrightMeasures('第9条第1项'), 'departmental', 'identity'),
    ...askUser(reg468('第16条第2款'), 'statutory', 'truthfulness'),
  ],
  sufficientDispositions: down,
  restoresAtOnce: true,
  linksMayStay: true,
  waitIsMandatory: false,
  waitStartsOn: null,
  proceedingKinds: [],
  allowsSupplement: true,
  secondNotice: {
    allowed: false,
    source: reg468('第17条'),
    basis: 'assumption',
    detail: {
      zh: '《信息网络传播权保护条例》第17条：网络服务提供者依服务对象的书面说明恢复后，权利人不得再通知其删除该作品、表演、录音录像制品或者断开链接（本系统按被恢复的该项内容适用）。仍认为侵权的，可以向人民法院起诉，或者向著作权行政管理部门投诉。',
      en: 'Art 17 of the Regulation on the right of communication through information networks: once the content was restored on the user’s statement, the rights holder may not notify this provider again to delete it or to break its link (read here as the restored item). You can sue in a people’s court or complain to the copyright administration.',
    },
  },
  platformDecidesCounter: false,
  publication: { duty: 'none', source: reg468('第14–17条'), basis: 'statutory' },
  onUnreachableUser: { publish: true, source: reg468('第15条'), basis: 'statutory' },
});

import { eCommerceGuidance, eCommerceLaw } from '../source.js';
import { rights } from '../vocabulary.js';
import { ask, askUser, down, regime } from './regime.js';

/** 电子商务法: necessary measures on notice; the user's declaration is passed on and waits 15 days for a proceeding. */
export const cnEcl = regime({
  id: 'cn.ecl',
  version: 1,
  validFrom: '2019-01-01',
  source: eCommerceLaw('第42–45条'),
  basis: 'statutory',
  label: { zh: '电子商务法', en: 'E-Commerce Law' },
  applicability: {
    covers: {
      zh: '电子商务平台上的商品和服务；不包括新闻信息、音视频节目、出版以及文化产品等方面的内容服务',
      en: 'Goods and services on e-commerce platforms; not news, audio and video programmes, publishing and cultural content',
    },
    grounds: ['copyright', 'neighbouring_right', 'rights_management_information'],
    rights,
    takesOver: {
      from: ['cn.reg468', 'cn.ecl', 'cn.civil'],
      serviceTypes: ['ecommerce'],
      contentTypes: ['listing', 'shop'],
    },
    source: eCommerceLaw('第2条、第42条'),
    basis: 'statutory',
  },
  requiredElements: [
    ...ask(eCommerceGuidance('第5条'), 'departmental', 'name', 'identity', 'authorization', 'location', 'ownership'),
    ...ask(eCommerceLaw('第42条'), 'statutory', 'infringement', 'truthfulness'),
  ],
  counterElements: [
    ...askUser(eCommerceLaw('第43条'), 'statutory', 'statement', 'proof'),
    // The guidance lists what a declaration “generally” holds; of that only identity decides whether it is valid (民法典 1196).
    ...askUser(eCommerceGuidance('第7条'), 'departmental', 'identity'),
  ],
  sufficientDispositions: [...down, 'delisted', 'account_limited'],
  restoresAtOnce: false,
  linksMayStay: false,
  waitIsMandatory: false,
  waitStartsOn: 'arrival',
  proceedingKinds: ['complaint', 'suit'],
  allowsSupplement: true,
  secondNotice: {
    allowed: true,
    source: eCommerceLaw('第42条第3款'),
    basis: 'statutory',
    detail: {
      zh: '《电子商务法》不禁止再次通知；因通知错误造成平台内经营者损害的，依法承担民事责任，恶意发出错误通知的，加倍承担赔偿责任（第42条第3款）。',
      en: 'The E-Commerce Law does not forbid a second notice; who causes a seller loss by a wrong notice is liable, in bad faith for double (art 42(3)).',
    },
  },
  platformDecidesCounter: false,
  publication: { duty: 'outcome', source: eCommerceLaw('第44条'), basis: 'statutory' },
  onUnreachableUser: { publish: true, source: eCommerceLaw('第44条'), basis: 'statutory' },
});

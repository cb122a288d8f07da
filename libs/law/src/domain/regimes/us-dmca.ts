import { dmca } from '../source.js';
import { dispositions, rights } from '../vocabulary.js';
import { ask, askUser, regime } from './regime.js';

/** 17 USC 512: expeditious removal; after a counter-notification back up within 10 to 14 business days, unless sued. */
export const usDmca = regime({
  id: 'us.dmca',
  version: 1,
  validFrom: '1998-10-28',
  source: dmca('(c), (g)'),
  basis: 'statutory',
  label: { zh: '美国数字千年版权法', en: 'DMCA' },
  applicability: {
    covers: {
      zh: '选择适用该法的美国服务提供者；著作权（版权）',
      en: 'Providers in the United States, by choice of the platform; copyright',
    },
    grounds: ['copyright', 'neighbouring_right'],
    rights,
    source: dmca('(c)(1)'),
    basis: 'statutory',
  },
  requiredElements: [
    ...ask(dmca('(c)(3)(A)(i)'), 'statutory', 'signature'),
    ...ask(dmca('(c)(3)(A)(ii)'), 'statutory', 'work'),
    ...ask(dmca('(c)(3)(A)(iii)'), 'statutory', 'location'),
    ...ask(dmca('(c)(3)(A)(iv)'), 'statutory', 'contact'),
    ...ask(dmca('(c)(3)(A)(v)'), 'statutory', 'good_faith'),
    ...ask(dmca('(c)(3)(A)(vi)'), 'statutory', 'truthfulness', 'perjury', 'authorization'),
  ],
  counterElements: [
    ...askUser(dmca('(g)(3)(A)'), 'statutory', 'signature'),
    ...askUser(dmca('(g)(3)(B)'), 'statutory', 'location'),
    ...askUser(dmca('(g)(3)(C)'), 'statutory', 'perjury'),
    ...askUser(dmca('(g)(3)(D)'), 'statutory', 'name', 'address', 'phone', 'jurisdiction'),
  ],
  sufficientDispositions: dispositions,
  restoresAtOnce: false,
  linksMayStay: false,
  waitIsMandatory: true,
  waitStartsOn: 'receipt',
  proceedingKinds: ['suit'],
  allowsSupplement: false,
  secondNotice: {
    allowed: true,
    source: dmca('(f)'),
    basis: 'statutory',
    detail: {
      zh: '该法不禁止再次通知；明知而作重大虚假陈述的，对由此造成的损害承担责任（(f)）。',
      en: 'The act does not forbid a second notice; who knowingly and materially misrepresents is liable for the damage (subsection (f)).',
    },
  },
  platformDecidesCounter: false,
  publication: { duty: 'none', source: dmca('(c), (g)'), basis: 'statutory' },
  onUnreachableUser: { publish: false, source: dmca('(g)(2)(A)'), basis: 'statutory' },
});

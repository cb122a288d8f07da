import { civilCode } from '../source.js';
import type { ClockRule } from './clock-rule.js';

const contract = {
  version: 1,
  validFrom: '2020-01-01',
  rolls: false,
  pausable: 'no',
  basis: 'platform_practice',
  unit: 'working_day',
  source: { law: '平台接入约定', lawEn: 'Terms of participation', article: '默认值' },
} as const;

/** Clocks by contract and for retention, whatever the regime. */
export const allRegimes: readonly ClockRule[] = [
  {
    ...contract,
    id: 'sla.acknowledge',
    kind: 'acknowledge',
    length: 1,
    owedBy: 'platform',
    startsOn: 'served',
    atExpiry: 'remind',
    label: { zh: '确认收到时限', en: 'Acknowledgement' },
    note: '确认收到既不起算也不终止法定时限',
    scope: {},
  },
  {
    ...contract,
    id: 'sla.supplement',
    kind: 'supplement',
    length: 5,
    owedBy: 'complainant',
    startsOn: 'supplement_requested',
    atExpiry: 'supplement_lapsed',
    label: { zh: '补正时限', en: 'Supplement' },
  },
  {
    ...contract,
    id: 'sla.account_action',
    kind: 'account_action',
    length: 3,
    owedBy: 'platform',
    startsOn: 'repeat_infringer_declared',
    atExpiry: 'escalate',
    label: { zh: '重复侵权账号处理时限', en: 'Decision about a repeat infringer' },
  },
  {
    id: 'cn.evidence.keep',
    version: 1,
    validFrom: '2021-01-01',
    kind: 'keep_evidence',
    length: 36,
    unit: 'month',
    range: { min: 6 },
    rolls: false,
    pausable: 'legal_hold',
    owedBy: 'platform',
    startsOn: 'notice_received',
    atExpiry: 'purge',
    basis: 'statutory',
    source: civilCode('第188条'),
    label: { zh: '通知及证据保存期限', en: 'Retention of notices and evidence' },
    note: '至少6个月（互联网著作权行政保护办法第5条），默认3年（民法典第188条，电子商务法第31条）',
  },
];

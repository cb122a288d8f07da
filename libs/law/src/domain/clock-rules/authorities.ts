import type { Source } from '../source.js';
import type { ClockRule } from './clock-rule.js';

const penaltyLaw = (article: string): Source => ({ law: '行政处罚法', lawEn: 'Administrative Penalty Law', article });
const referralRules = (article: string): Source => ({
  law: '行政执法机关移送涉嫌犯罪案件的规定（国务院令第310号）',
  lawEn: 'State Council Order 310',
  article,
});

const administrative = {
  version: 1,
  validFrom: '2021-07-15',
  rolls: false,
  pausable: 'no',
  owedBy: 'regulator',
  atExpiry: 'remind',
  basis: 'statutory',
} as const;

const referral = { ...administrative, validFrom: '2001-07-09', atExpiry: 'supervise' } as const;

/** Clocks that bind the authorities, and the party before them. */
export const authorities: readonly ClockRule[] = [
  {
    ...administrative,
    id: 'cn.admin.accept',
    kind: 'accept_case',
    validFrom: '2009-06-15',
    length: 15,
    unit: 'calendar_day',
    startsOn: 'material_complete',
    basis: 'assumption',
    source: { law: '著作权行政处罚实施办法', article: '[?]' },
    label: { zh: '受理决定期限', en: 'Decision to accept a complaint' },
    note: '[?] 15日未能核对原文，按可配置数据提供',
  },
  {
    ...administrative,
    id: 'cn.admin.decide',
    kind: 'decide_case',
    length: 90,
    unit: 'calendar_day',
    startsOn: 'case_opened',
    pausable: 'regulation',
    source: penaltyLaw('第60条'),
    label: { zh: '行政处罚决定期限', en: 'Decision on a penalty' },
    note: '法律、法规、规章另有规定的从其规定',
  },
  {
    ...administrative,
    id: 'cn.admin.hearing_request',
    kind: 'hearing_request',
    length: 5,
    unit: 'working_day',
    startsOn: 'party_told',
    source: penaltyLaw('第64条'),
    label: { zh: '当事人要求听证的期限', en: 'Request for a hearing' },
    note: '第85条：二日、三日、五日、七日指工作日。期限属于当事人，由办案机关跟踪',
  },
  {
    ...administrative,
    id: 'cn.admin.hearing_notice',
    kind: 'hearing_notice',
    length: 7,
    unit: 'working_day',
    countsBack: true,
    startsOn: 'hearing_held',
    source: penaltyLaw('第64条'),
    label: { zh: '听证通知期限（听证的七日前）', en: 'Notice of a hearing, 7 days before it' },
    note: '自听证日倒算，中间留足七个工作日（第85条）',
  },
  {
    ...referral,
    id: 'cn.transfer.approve',
    kind: 'transfer_approve',
    length: 3,
    unit: 'calendar_day',
    startsOn: 'referral_reported',
    source: referralRules('第5条'),
    label: { zh: '移送审批期限', en: 'Approval of a referral' },
  },
  {
    ...referral,
    id: 'cn.transfer.send',
    kind: 'transfer_send',
    length: 24,
    unit: 'hour',
    startsOn: 'referral_approved',
    source: referralRules('第5条'),
    label: { zh: '批准后移送期限', en: 'Sending of an approved referral' },
  },
  {
    ...referral,
    id: 'cn.transfer.police_review',
    kind: 'police_review',
    length: 3,
    unit: 'calendar_day',
    startsOn: 'referral_received',
    source: referralRules('第8条'),
    label: { zh: '公安机关审查期限', en: 'Review by the police' },
    note: '期限属于公安机关，由移送机关跟踪',
  },
  {
    ...referral,
    id: 'cn.transfer.reconsider',
    kind: 'reconsider',
    length: 3,
    unit: 'calendar_day',
    startsOn: 'referral_refused',
    source: referralRules('第9条'),
    label: { zh: '提请复议期限', en: 'Request for reconsideration' },
  },
];

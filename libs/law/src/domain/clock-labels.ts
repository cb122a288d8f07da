import type { ClockRule } from './clock-rules/clock-rule.js';
import type { Label } from './source.js';

/** What documents and the console call the members of a clock rule. */

export const startLabels: Readonly<Record<ClockRule['startsOn'], Label>> = {
  served: { zh: '通知送达', en: 'service of the notice' },
  supplement_requested: { zh: '要求补正', en: 'request of a supplement' },
  counter_received: { zh: '收到有效反通知', en: 'receipt of a valid counter-notice' },
  statement_arrived: { zh: '转送的声明到达权利人', en: 'arrival of the forwarded statement at the rights holder' },
  restore_due: { zh: '应当恢复之时', en: 'the instant from which it must come back' },
  repeat_infringer_declared: { zh: '认定重复侵权', en: 'declaration of a repeat infringer' },
  notice_received: { zh: '收到通知', en: 'receipt of the notice' },
  material_complete: { zh: '投诉材料齐备', en: 'all material of the complaint is in' },
  case_opened: { zh: '立案', en: 'opening of the case' },
  party_told: { zh: '告知当事人', en: 'the party was told' },
  hearing_held: { zh: '听证日（倒算）', en: 'the hearing, counted back' },
  referral_reported: { zh: '移送报告', en: 'report of the referral' },
  referral_approved: { zh: '批准移送', en: 'approval of the referral' },
  referral_received: { zh: '公安机关受案', en: 'receipt by the police' },
  referral_refused: { zh: '收到不予立案通知', en: 'refusal by the police' },
};

export const pauseLabels: Readonly<Record<ClockRule['pausable'], Label>> = {
  no: { zh: '否', en: 'no' },
  deficiency: { zh: '要件不全时', en: 'for a deficiency only' },
  extension: { zh: '凭证明延长', en: 'extension with proof' },
  suit_notice: { zh: '收到起诉通知即停止', en: 'notice of a suit stops it' },
  legal_hold: { zh: '因争议或诉讼继续保存', en: 'legal hold' },
  regulation: { zh: '法律、法规、规章另有规定的', en: 'as regulation provides' },
};

export const expiryLabels: Readonly<Record<ClockRule['atExpiry'], Label>> = {
  breach: { zh: '逾期', en: 'breach' },
  restore_due: { zh: '应当恢复', en: 'must come back' },
  remind: { zh: '提醒', en: 'reminder' },
  supplement_lapsed: { zh: '补正期满', en: 'the supplement has lapsed' },
  escalate: { zh: '升级', en: 'escalation' },
  purge: { zh: '清除', en: 'purge' },
  supervise: { zh: '督办', en: 'supervision' },
};

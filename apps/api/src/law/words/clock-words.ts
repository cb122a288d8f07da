import type { Words } from './words.js';
import type { Basis, ClockKind, ClockRule, ClockUnit, Tier } from '#law';

/** What the console calls a clock: its kind, unit, ground, state, debtor and tier. */

export const clockKinds: Words<ClockKind> = {
  takedown: { zh: '处置', en: 'takedown' },
  forward: { zh: '转送', en: 'forward' },
  acknowledge: { zh: '签收', en: 'acknowledge' },
  confirm: { zh: '确认收到', en: 'confirm receipt' },
  decide: { zh: '决定', en: 'decide' },
  supplement: { zh: '补正', en: 'supplement' },
  forward_counter: { zh: '转送反通知', en: 'forward the counter-notice' },
  wait: { zh: '等待期', en: 'wait' },
  restore: { zh: '恢复', en: 'restore' },
  account_action: { zh: '账号处理', en: 'decision on an account' },
  keep_evidence: { zh: '保存', en: 'keep the record' },
  accept_case: { zh: '受理', en: 'accept the case' },
  decide_case: { zh: '办案', en: 'decide the case' },
  hearing_request: { zh: '要求听证', en: 'request of a hearing' },
  hearing_notice: { zh: '听证通知', en: 'notice of a hearing' },
  transfer_approve: { zh: '移送审批', en: 'approve the referral' },
  transfer_send: { zh: '移送', en: 'send the referral' },
  police_review: { zh: '公安审查', en: 'review by the police' },
  reconsider: { zh: '提请复议', en: 'reconsider' },
};

export const clockUnits: Words<ClockUnit> = {
  hour: { zh: '小时', en: 'hours' },
  calendar_day: { zh: '自然日', en: 'calendar days' },
  working_day: { zh: '工作日', en: 'working days' },
  us_business_day: { zh: '美国工作日', en: 'US business days' },
  month: { zh: '月', en: 'months' },
};

export const bases: Words<Basis> = {
  statutory: { zh: '法定', en: 'statutory' },
  departmental: { zh: '部门规定', en: 'departmental' },
  platform_practice: { zh: '平台惯例', en: 'platform practice' },
  assumption: { zh: '假定', en: 'assumption' },
};

export const clockStates: Words<string> = {
  running: { zh: '计时中', en: 'running' },
  paused: { zh: '已暂停', en: 'paused' },
  met: { zh: '按时完成', en: 'met' },
  late: { zh: '逾期完成', en: 'late' },
  breached: { zh: '已逾期', en: 'breached' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

export const owedBy: Words<ClockRule['owedBy']> = {
  platform: { zh: '平台', en: 'platform' },
  complainant: { zh: '投诉人', en: 'complainant' },
  regulator: { zh: '主管部门', en: 'regulator' },
};

export const tiers: Words<Tier> = {
  ordinary: { zh: '普通', en: 'ordinary' },
  green_channel: { zh: '绿色通道', en: 'green channel' },
  warning_list: { zh: '预警名单', en: 'warning list' },
};

import type { Words } from './words.js';
import type {
  CounterNoticeState,
  ItemEvent,
  ItemState,
  NoticeState,
  noticeOutcomes as outcomes,
  Party,
  TargetOutcome,
} from '#notices';

/** What the console calls the states, ends and acts of complaints, notices, items and counter-notices. */

export const complaintStates: Words<string> = {
  deficient: { zh: '要件不全', en: 'deficient' },
  filed: { zh: '已提交', en: 'filed' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  frozen: { zh: '已冻结', en: 'frozen' },
};

export const targetOutcomes: Words<TargetOutcome> = {
  served: { zh: '已送达', en: 'served' },
  awaiting_service: { zh: '待送达', en: 'awaiting service' },
  duplicate: { zh: '重复', en: 'duplicate' },
  deficient: { zh: '要件不全', en: 'deficient' },
  unrouted: { zh: '待归属', en: 'unrouted' },
  unreadable: { zh: '无法识别', en: 'unreadable' },
  no_respondent: { zh: '无责任主体', en: 'no respondent' },
  reported_again: { zh: '再次报告', en: 'reported again' },
  refused_second_notice: { zh: '拒绝再次通知', en: 'second notice refused' },
};

export const noticeStates: Words<NoticeState> = {
  awaiting_service: { zh: '待送达', en: 'awaiting service' },
  served: { zh: '已送达', en: 'served' },
  acknowledged: { zh: '已签收', en: 'acknowledged' },
  decided: { zh: '已处理', en: 'decided' },
  closed: { zh: '已办结', en: 'closed' },
};

export const noticeOutcomes: Words<(typeof outcomes)[number]> = {
  upheld: { zh: '成立', en: 'upheld' },
  partial: { zh: '部分成立', en: 'partial' },
  refused: { zh: '拒绝', en: 'refused' },
  not_found: { zh: '未找到', en: 'not found' },
  restored: { zh: '已恢复', en: 'restored' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

export const itemStates: Words<ItemState> = {
  unserved: { zh: '未送达', en: 'unserved' },
  pending: { zh: '待处理', en: 'pending' },
  supplement_requested: { zh: '待补正', en: 'supplement requested' },
  actioned: { zh: '已处置', en: 'actioned' },
  refused: { zh: '已拒绝', en: 'refused' },
  not_found: { zh: '未找到', en: 'not found' },
  reappeared: { zh: '再现', en: 'reappeared' },
  contested: { zh: '有异议', en: 'contested' },
  waiting: { zh: '等待期中', en: 'in the wait' },
  held: { zh: '维持下架', en: 'kept down' },
  released: { zh: '已解除', en: 'released' },
  restore_due: { zh: '应恢复', en: 'restoration due' },
  restored: { zh: '已恢复', en: 'restored' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

export const itemEvents: Words<ItemEvent> = {
  serve: { zh: '送达', en: 'serve' },
  bounce: { zh: '退信', en: 'bounce' },
  acknowledge: { zh: '签收', en: 'acknowledge' },
  forward: { zh: '转送', en: 'forward' },
  request_supplement: { zh: '要求补正', en: 'request supplement' },
  supplement: { zh: '补正', en: 'supplement' },
  supplement_lapsed: { zh: '补正期满', en: 'supplement lapsed' },
  act: { zh: '处置', en: 'act' },
  refuse: { zh: '拒绝', en: 'refuse' },
  report_not_found: { zh: '报告未找到', en: 'report as not found' },
  revise: { zh: '更正', en: 'revise' },
  restore_own_motion: { zh: '自行恢复', en: 'restore of its own motion' },
  appeal: { zh: '申诉', en: 'appeal' },
  report_still_live: { zh: '报告仍在传播', en: 'report as still live' },
  dispute_report: { zh: '答复报告', en: 'answer a report' },
  counter: { zh: '提出反通知', en: 'counter-notice' },
  keep_delinked: { zh: '不恢复链接', en: 'keep delinked' },
  reject_counter: { zh: '驳回反通知', en: 'reject the counter-notice' },
  forward_counter: { zh: '转送反通知', en: 'forward the counter-notice' },
  decide_counter: { zh: '裁定异议', en: 'rule on the objection' },
  prove_proceeding: { zh: '证明已投诉或起诉', en: 'prove a proceeding' },
  extend_wait: { zh: '延长等待期', en: 'extend the wait' },
  wait_expired: { zh: '等待期满', en: 'wait expired' },
  restore: { zh: '恢复', en: 'restore' },
  proceeding_won: { zh: '程序支持权利人', en: 'proceeding won' },
  proceeding_ended: { zh: '程序终结', en: 'proceeding ended' },
  order_takedown: { zh: '责令下架', en: 'order to take down' },
  order_restore: { zh: '责令恢复', en: 'order to restore' },
  order_ended: { zh: '命令终止', en: 'order ended' },
  release: { zh: '转为他人维持', en: 'release to another hold' },
  withdraw: { zh: '撤回', en: 'withdraw' },
};

export const itemParties: Words<Party> = {
  platform: { zh: '平台', en: 'platform' },
  complainant: { zh: '投诉人', en: 'complainant' },
  regulator: { zh: '主管部门', en: 'regulator' },
  clock: { zh: '时限', en: 'clock' },
  system: { zh: '系统', en: 'system' },
};

export const counterNoticeStates: Words<CounterNoticeState> = {
  received: { zh: '已收到', en: 'received' },
  invalid: { zh: '无效', en: 'invalid' },
  forwarded: { zh: '已转送', en: 'forwarded' },
  rejected: { zh: '已驳回', en: 'rejected' },
  decided: { zh: '已裁定', en: 'decided' },
  closed: { zh: '已了结', en: 'closed' },
};

export const proceedingResults: Words<string> = {
  won: { zh: '支持权利人', en: 'won' },
  lost: { zh: '未支持权利人', en: 'lost' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
};

export const orderDirections: Words<string> = {
  takedown: { zh: '责令下架', en: 'order to take down' },
  restore: { zh: '责令恢复', en: 'order to restore' },
};

export const forwardingMethods: Words<string> = {
  message: { zh: '站内信', en: 'message inside the platform' },
  email: { zh: '电子邮件', en: 'e-mail' },
  publication: { zh: '公告', en: 'publication' },
};

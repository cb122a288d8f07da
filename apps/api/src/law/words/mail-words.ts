import type { Authenticity, MailFinding, MailKind } from '#inbound-mail';
import type { Words } from './words.js';

/** What the console calls what came in by mail. */

export const inboundMailKinds: Words<MailKind> = {
  bounce: { zh: '退信', en: 'bounce' },
  auto_reply: { zh: '自动回复', en: 'automatic answer' },
  acknowledgement: { zh: '回信签收', en: 'acknowledgement' },
  report: { zh: '投诉报告', en: 'report' },
  unreadable: { zh: '无法读取', en: 'unreadable' },
  other: { zh: '其他', en: 'other' },
};

export const inboundMailFindings: Words<MailFinding> = {
  service_undone: { zh: '送达已撤销', en: 'service taken back' },
  acted_already: { zh: '平台已处理', en: 'the platform has acted' },
  bounced_late: { zh: '退信过迟', en: 'bounced too late' },
  delivery_delayed: { zh: '投递延迟', en: 'delayed or delivered' },
  bounce_unclear: { zh: '退信原因不明', en: 'unclear bounce' },
  not_served: { zh: '并非有效送达', en: 'not the service' },
  other_letter: { zh: '其他邮件', en: 'another letter' },
  auto_reply: { zh: '自动回复', en: 'automatic answer' },
  acknowledged: { zh: '已签收', en: 'acknowledged' },
  acknowledged_before: { zh: '此前已签收', en: 'acknowledged before' },
  not_acknowledgeable: { zh: '无法签收', en: 'cannot be acknowledged' },
  not_authenticated: { zh: '未通过签名验证', en: 'not signed by the sender' },
  foreign_sender: { zh: '发件人不符', en: 'another house' },
  draft_kept: { zh: '已存为草稿', en: 'draft kept' },
  unknown_sender: { zh: '发件人不是成员', en: 'no member' },
  report_refused: { zh: '报告不合格', en: 'report refused' },
  too_large: { zh: '超过大小上限', en: 'too large' },
  unreadable: { zh: '无法读取', en: 'unreadable' },
  unknown_matter: { zh: '未识别事项', en: 'matter unknown' },
};

export const inboundMailAuthenticity: Words<Authenticity> = {
  pass: { zh: '验证通过', en: 'signed by the sender' },
  fail: { zh: '验证不通过', en: 'signature void' },
  none: { zh: '没有签名', en: 'not signed' },
  unknown: { zh: '未能验证', en: 'not verifiable' },
};

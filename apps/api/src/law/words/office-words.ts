import type { Words } from './words.js';
import type { EscalationEvent, EscalationReason, EscalationState } from '#escalations';
import type { MailServiceState } from '#mail';
import type { DeadLetterKind } from '#operations';
import type { OrganizationKind, Role, Scope } from '#identity';

/** What the console calls organizations and their people, a regulator's queue, and what is sent. */

export const organizationKinds: Words<OrganizationKind> = {
  rights_holder: { zh: '权利人', en: 'rights holder' },
  agent: { zh: '代理机构', en: 'agent' },
  platform: { zh: '平台', en: 'platform' },
  regulator: { zh: '主管部门', en: 'regulator' },
  operator: { zh: '运营方', en: 'operator' },
};

export const roles: Words<Role> = {
  owner: { zh: '所有者', en: 'owner' },
  handler: { zh: '经办人', en: 'handler' },
  viewer: { zh: '查看者', en: 'viewer' },
  approver: { zh: '审批人', en: 'approver' },
};

export const scopes: Words<Scope> = {
  'complaints:write': { zh: '提交投诉', en: 'file complaints' },
  'complaints:read': { zh: '查看投诉', en: 'read complaints' },
  'notices:read': { zh: '查看通知', en: 'read notices' },
  'notices:act': { zh: '处理通知', en: 'act on notices' },
  'bulk:write': { zh: '批量提交', en: 'submit in bulk' },
  'webhooks:manage': { zh: '管理回调', en: 'manage webhooks' },
  'escalations:read': { zh: '查看升级', en: 'read escalations' },
  'escalations:act': { zh: '处理升级', en: 'act on escalations' },
  'reports:read': { zh: '查看统计', en: 'read figures' },
  'directory:manage': { zh: '管理名录', en: 'manage the directory' },
  'members:manage': { zh: '管理成员', en: 'manage members' },
};

export const escalationStates: Words<EscalationState> = {
  open: { zh: '待认领', en: 'open' },
  claimed: { zh: '已认领', en: 'claimed' },
  dismissed: { zh: '不予处理', en: 'dismissed' },
  resolved: { zh: '已解决', en: 'resolved' },
};

export const escalationEvents: Words<EscalationEvent> = {
  join: { zh: '并入', en: 'join' },
  claim: { zh: '认领', en: 'claim' },
  dismiss: { zh: '不予处理', en: 'dismiss' },
  resolve: { zh: '解决', en: 'resolve' },
};

export const escalationReasons: Words<EscalationReason> = {
  takedown_overdue: { zh: '逾期未处置', en: 'no decision by its deadline' },
  restore_overdue: { zh: '逾期未恢复', en: 'not restored by its deadline' },
};

export const deliveryStates: Words<string> = {
  pending: { zh: '待送', en: 'pending' },
  delivered: { zh: '已送达', en: 'delivered' },
  exhausted: { zh: '重试耗尽', en: 'exhausted' },
};

export const endpointStates: Words<string> = {
  enabled: { zh: '启用', en: 'enabled' },
  disabled: { zh: '停用', en: 'disabled' },
};

export const letterStates: Words<string> = {
  pending: { zh: '待发', en: 'pending' },
  sent: { zh: '已发', en: 'sent' },
  failed: { zh: '失败', en: 'failed' },
};

export const mailServiceStates: Words<MailServiceState> = {
  waiting: { zh: '投递中', en: 'on its way' },
  accepted: { zh: '已送达', en: 'accepted: served' },
  refused: { zh: '被拒收', en: 'refused' },
  given_up: { zh: '投递失败', en: 'given up' },
  bounced: { zh: '被退信', en: 'bounced: not served' },
  superseded: { zh: '已作废', en: 'superseded' },
};

export const deadLetterKinds: Words<DeadLetterKind> = {
  webhook: { zh: '回调投递', en: 'webhook delivery' },
  letter: { zh: '邮件', en: 'letter' },
  job: { zh: '队列任务', en: 'job of the queue' },
};

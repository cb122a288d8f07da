import type { WebhookEventType } from '#webhooks';
import type { EventDetail } from './event-details.js';

interface EventEntry {
  /** When it is sent, and what a receiver has to do. */
  zh: string;
  en: string;
  details: readonly EventDetail[];
}

const authorization = ['authorizationId', 'from'] as const;
const counter = ['event', 'counterNoticeId'] as const;
const escalation = ['state', 'noticeIds', 'reasons', 'severity', 'basis', 'platformId'] as const;
const filing = ['targetCount', 'noticeIds', 'noticeCount', 'contentSha256'] as const;
const clock = ['deadlineId', 'rule', 'kind', 'basis', 'owedBy', 'percent', 'reachedAt', 'dueAt'] as const;
const noSource = {
  zh: '保留；本版本不产生此事件。',
  en: 'Reserved; this version does not bring it about.',
  details: [],
} as const;

/** What every event that an endpoint can ask for means, and which members its `details` can have; of an event only those that apply are there. */
export const eventCatalogue: Readonly<Record<WebhookEventType, EventEntry>> = {
  'complaint.filed': {
    zh: '投诉已提交，至少一份通知已经生成。',
    en: 'A complaint was filed, and notices went out.',
    details: filing,
  },
  'complaint.deficient': {
    zh: '投诉缺少法定要件，未能发出；补正前视为未通知。',
    en: 'A complaint lacks required elements, so nothing went out; until it is supplemented nobody has been notified.',
    details: filing,
  },
  'notice.served': {
    zh: '通知已送达平台，时限开始计算。平台由此开始处理。',
    en: 'A notice was served on a platform and its clocks run. Here a platform begins to work.',
    details: ['event', 'complaintId', 'platformId', 'regime', 'regimeVersion', 'itemCount'],
  },
  'notice.acknowledged': { zh: '平台已签收。', en: 'The platform has acknowledged it.', details: [] },
  'notice.supplement_requested': {
    zh: '平台要求投诉人补正，处置时限暂停。',
    en: 'The platform asks the complainant for more; the clock of its decision is paused.',
    details: ['event', 'elements'],
  },
  'notice.supplemented': {
    zh: '投诉人已补正，处置时限继续计算。',
    en: 'The complainant has supplemented it; the clock runs on.',
    details: ['event'],
  },
  'notice.decided': {
    zh: '全部内容均已首次答复。',
    en: 'Every item of it has been answered for the first time.',
    details: ['outcome'],
  },
  'notice.closed': { zh: '已无任何时限和程序。', en: 'Nothing runs on it any more.', details: ['outcome'] },
  'notice.withdrawn': {
    zh: '投诉人撤回；已撤回的内容不必再处理。',
    en: 'The complainant has withdrawn items; nothing is owed on them.',
    details: ['event'],
  },
  'item.actioned': {
    zh: '平台已对内容采取措施。',
    en: 'The platform has acted on items.',
    details: ['event', 'disposition', 'reasonCode'],
  },
  'item.refused': {
    zh: '平台驳回、未找到内容，或补正期满。',
    en: 'The platform refused items or did not find them, or a supplement did not come in time.',
    details: ['event', 'disposition', 'reasonCode'],
  },
  'item.appealed': {
    zh: '投诉人对驳回申诉（一次为限）；平台须重新答复。',
    en: 'The complainant appeals once against a refusal; the platform has to answer again.',
    details: ['event', 'complaintId'],
  },
  'item.reappeared': {
    zh: '投诉人报告内容仍可访问；新的处置时限开始。',
    en: 'The complainant reports that it is still there; a new clock runs.',
    details: ['event', 'reportId', 'complaintId'],
  },
  'item.restore_due': {
    zh: '内容应当恢复，恢复时限开始。平台恢复后提交 POST /v1/items/:id/restoration。',
    en: 'It has to come back and a clock runs. The platform restores it and says so by POST /v1/items/:id/restoration.',
    details: ['event'],
  },
  'item.restored': { zh: '内容已恢复。', en: 'It is back.', details: ['event', 'reasonCode'] },
  'counter_notice.received': {
    zh: '平台已提交用户的反通知。',
    en: 'The platform has relayed the statement of its user.',
    details: counter,
  },
  'counter_notice.forwarded': {
    zh: '反通知已到达投诉人；适用等待期的，等待期开始。',
    en: 'The statement has reached the complainant; where the law knows a wait, it runs.',
    details: counter,
  },
  'counter_notice.rejected': { zh: '平台认为反通知不合格。', en: 'The platform has rejected it.', details: counter },
  'proceeding.recorded': {
    zh: '投诉人证明已投诉或起诉，内容继续下架。',
    en: 'The complainant has proved a complaint or a suit; the item stays down.',
    details: ['event', 'proceedingId', 'kind'],
  },
  'proceeding.ended': {
    zh: '投诉或诉讼已终结。',
    en: 'The proceeding has ended.',
    details: ['event', 'proceedingId', 'result'],
  },
  'order.recorded': {
    zh: '法院或行政机关的命令已登记，优先于一切时限。',
    en: 'An order of a court or an authority was recorded; it overrides every clock.',
    details: ['event', 'orderId', 'direction'],
  },
  'order.ended': { zh: '命令已终止。', en: 'An order has ended.', details: ['event', 'orderId'] },
  'deadline.reminder': {
    zh: '时限已过 50 % 或 80 %；或不产生逾期后果的时限届满。',
    en: 'Half of the time, or 80 % of it, is over; or all of a clock that knows no breach.',
    details: clock,
  },
  'deadline.breached': {
    zh: '时限届满而义务未履行。',
    en: 'The time is over and what was owed was not done.',
    details: clock,
  },
  'account.repeat_infringer': noSource,
  'account.decided': noSource,
  'escalation.opened': {
    zh: '事项已升级至版权主管部门。',
    en: 'The matter stands in the queue of a regulator.',
    details: escalation,
  },
  'escalation.updated': {
    zh: '升级事项被并入、认领、退回或了结。',
    en: 'More joined it, or it was claimed, dismissed or resolved.',
    details: [...escalation, 'change', 'deadlineIds', 'resolution'],
  },
  'case.opened': noSource,
  'measure.recorded': noSource,
  'bulk.completed': noSource,
  'green_channel.changed': noSource,
  'authorization.submitted': {
    zh: '代理人提交了授权，等待权利人核对。',
    en: 'An agent has submitted an authorization, for the owner to check.',
    details: ['authorizationId', 'rights', 'validFrom', 'validUntil'],
  },
  'authorization.approved': { zh: '授权已核准。', en: 'It was approved.', details: authorization },
  'authorization.rejected': { zh: '授权未获核准。', en: 'It was rejected.', details: authorization },
  'authorization.frozen': {
    zh: '授权被冻结，暂不能据以投诉。',
    en: 'It was frozen: nothing can be filed by it.',
    details: authorization,
  },
  'authorization.revoked': { zh: '授权被撤销。', en: 'It was revoked.', details: authorization },
  'authorization.expiring': {
    zh: '授权即将到期。',
    en: 'It will expire soon.',
    details: ['authorizationId', 'daysLeft'],
  },
  'warning_list.published': {
    zh: '重点作品预警名单已发布，平台负有主动义务。',
    en: 'A list of works under heightened protection was published; platforms have duties by it.',
    details: ['warningListId', 'count', 'duties'],
  },
};

const text = { type: 'string' } as const;
const uuid = { type: 'string', format: 'uuid' } as const;
const whole = { type: 'integer' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const day = { type: 'string', format: 'date' } as const;
const listOf = <Schema>(items: Schema) => ({ type: 'array', items }) as const;

/** Each member that `details` of an event can have: its shape, and what it says. */
export const eventDetails = {
  targetCount: { schema: whole, zh: '投诉目标数', en: 'targets of the complaint' },
  noticeIds: { schema: listOf(uuid), zh: '相关通知，最多列出 100 份', en: 'the notices, 100 of them at most' },
  noticeCount: { schema: whole, zh: '通知总数', en: 'notices in all' },
  contentSha256: { schema: text, zh: '提交内容的摘要，与回执一致', en: 'digest of what was filed, as on the receipt' },
  complaintId: { schema: uuid, zh: '所属投诉', en: 'the complaint' },
  platformId: { schema: uuid, zh: '平台', en: 'the platform' },
  regime: { schema: text, zh: '适用规则', en: 'the regime' },
  regimeVersion: { schema: text, zh: '规则版本', en: 'its version' },
  itemCount: { schema: whole, zh: '侵权内容数', en: 'items of the notice' },
  event: {
    schema: text,
    zh: '所作行为（docs/lifecycle.md 中的名称）',
    en: 'what was done, by its name in docs/lifecycle.md',
  },
  disposition: { schema: text, zh: '处置方式', en: 'what was done about it' },
  reasonCode: { schema: text, zh: '理由代码', en: 'why' },
  elements: { schema: listOf(text), zh: '要求补正的要件', en: 'the elements that are asked for' },
  outcome: { schema: text, zh: '整份通知的结果', en: 'of the notice as a whole' },
  reportId: { schema: uuid, zh: '再现报告', en: 'the report' },
  counterNoticeId: { schema: uuid, zh: '反通知', en: 'the counter-notice' },
  proceedingId: { schema: uuid, zh: '程序', en: 'the proceeding' },
  kind: { schema: text, zh: '类别', en: 'of which kind' },
  result: { schema: text, zh: '程序结果', en: 'how it ended' },
  orderId: { schema: uuid, zh: '命令', en: 'the order' },
  direction: { schema: text, zh: 'takedown 或 restore', en: '`takedown` or `restore`' },
  deadlineId: { schema: uuid, zh: '时限', en: 'the deadline' },
  rule: { schema: text, zh: '时限规则（docs/law.md）', en: 'its rule (docs/law.md)' },
  basis: { schema: { type: ['string', 'null'] }, zh: '规则依据的性质', en: 'what kind of ground it has' },
  owedBy: { schema: text, zh: '谁的义务', en: 'who owes it' },
  percent: { schema: whole, zh: '已用时限的百分比', en: 'share of the time that is over' },
  reachedAt: { schema: instant, zh: '到达该百分比的时刻', en: 'when that share was reached' },
  dueAt: { schema: instant, zh: '届满时刻', en: 'when it is due' },
  state: { schema: text, zh: '升级事项的状态', en: 'state of the escalation' },
  reasons: { schema: listOf(text), zh: '升级原因', en: 'why it was escalated' },
  severity: { schema: whole, zh: '严重程度', en: 'how grave it is' },
  change: { schema: text, zh: '发生了什么变化', en: 'what has changed' },
  deadlineIds: { schema: listOf(uuid), zh: '新并入的时限', en: 'the deadlines that joined' },
  resolution: { schema: { type: ['string', 'null'] }, zh: '如何了结', en: 'how it came to its end' },
  authorizationId: { schema: uuid, zh: '授权', en: 'the authorization' },
  rights: { schema: listOf(text), zh: '授权的权利', en: 'the rights' },
  validFrom: { schema: day, zh: '授权起始日', en: 'valid from' },
  validUntil: { schema: { type: ['string', 'null'], format: 'date' }, zh: '授权截止日', en: 'valid until' },
  from: { schema: text, zh: '此前的状态', en: 'state before' },
  daysLeft: { schema: whole, zh: '剩余天数', en: 'days left' },
  warningListId: { schema: uuid, zh: '预警名单', en: 'the warning list' },
  count: { schema: whole, zh: '作品数', en: 'works on it' },
  duties: { schema: listOf(text), zh: '平台的义务', en: 'duties of platforms' },
} as const satisfies Record<string, { schema: object; zh: string; en: string }>;

export type EventDetail = keyof typeof eventDetails;

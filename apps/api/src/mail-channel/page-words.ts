import type { Label } from '#law';

export type Language = 'zh' | 'en';

/** What the page says of itself; what the codes of the domain are called stands in the vocabulary. */
const words = {
  brand: { zh: '通删', en: 'Tongshan' },
  otherLanguage: { zh: 'English', en: '中文' },
  notice: { zh: '侵权通知', en: 'Notice of infringement' },
  to: { zh: '致', en: 'To' },
  from: { zh: '通知人', en: 'From' },
  onBehalfOf: { zh: '权利人', en: 'Rights holder' },
  law: { zh: '依据', en: 'Law' },
  served: { zh: '送达时间', en: 'Served' },
  state: { zh: '状态', en: 'State' },
  demand: { zh: '要求', en: 'Demand' },
  ground: { zh: '权利类型', en: 'Right' },
  answer: { zh: '答复', en: 'Answer' },
  answerHint: {
    zh: '对全部待处理内容一次答复：按一个按钮即可。处理决定具有法律意义，提交后只能更正，不能撤销。',
    en: 'One button answers for all open items. A decision is a legal act: it can be corrected, not undone.',
  },
  nothingOpen: { zh: '没有待您处理的内容。', en: 'Nothing waits for your decision.' },
  all: { zh: '全部已', en: 'All: ' },
  allNotFound: { zh: '全部未找到', en: 'None was found' },
  refuseAll: { zh: '全部拒绝并说明理由', en: 'Refuse all, with a reason' },
  refuse: { zh: '拒绝', en: 'refused' },
  notFound: { zh: '未找到', en: 'not found' },
  restoredByUs: { zh: '恢复（须说明理由）', en: 'restored, with a reason' },
  acknowledge: { zh: '仅确认收到', en: 'Acknowledge receipt only' },
  acknowledged: { zh: '已确认收到', en: 'Receipt acknowledged' },
  clocks: { zh: '时限', en: 'Time limits' },
  due: { zh: '届满', en: 'Ends' },
  remaining: { zh: '剩余', en: 'Left' },
  overdue: { zh: '已逾期', en: 'Overdue by' },
  items: { zh: '侵权内容', en: 'Items' },
  itemByItem: { zh: '逐项答复', en: 'Item by item' },
  item: { zh: '第', en: 'Item' },
  address: { zh: '地址', en: 'Address' },
  asTyped: { zh: '原文', en: 'As typed' },
  accessCode: { zh: '提取码', en: 'Access code' },
  account: { zh: '发布账号', en: 'Account' },
  work: { zh: '作品', en: 'Work' },
  description: { zh: '说明', en: 'Description' },
  decision: { zh: '处理结果', en: 'Decision' },
  noDecision: { zh: '（暂不答复）', en: '(no answer yet)' },
  reason: { zh: '拒绝理由', en: 'Reason of a refusal' },
  note: { zh: '说明', en: 'Note' },
  submitItems: { zh: '提交所填的逐项答复', en: 'Send the answers filled in' },
  restore: { zh: '已恢复', en: 'Restored' },
  parties: { zh: '当事人', en: 'Parties' },
  works: { zh: '作品', en: 'Works' },
  evidence: { zh: '证据与声明', en: 'Evidence and statements' },
  statements: { zh: '声明', en: 'Statements' },
  accuracy: { zh: '通知内容真实', en: 'the notice is accurate' },
  goodFaith: { zh: '善意相信未获授权', en: 'good-faith belief that the use is not authorised' },
  perjury: { zh: '愿受伪证处罚', en: 'under penalty of perjury' },
  signature: { zh: '签名', en: 'Signed' },
  files: { zh: '证据文件', en: 'Files' },
  form: { zh: '通知书（PDF）', en: 'The notice as a form (PDF)' },
  userCopy: { zh: '转送给用户的副本（PDF）', en: 'The copy for your user (PDF)' },
  history: { zh: '后续情况', en: 'What followed' },
  forwarding: { zh: '转送用户', en: 'Forwarding to your user' },
  forwardingHint: {
    zh: '您已将通知转送给发布内容的用户，或者在无法联系用户时予以公告后，请在此告知。',
    en: 'Say here that you passed the notice on to the user who posted, or published it where the user cannot be reached.',
  },
  method: { zh: '方式', en: 'How' },
  forwarded: { zh: '已转送', en: 'It was forwarded' },
  counter: { zh: '转达用户的反通知', en: 'Relay your user’s counter-notice' },
  counterHint: {
    zh: '用户认为不侵权的，请在此转达其书面说明，我们将即时送达权利人。',
    en: 'Where the user says that nothing is infringed, relay the statement here; it reaches the rights holder at once.',
  },
  respondent: { zh: '用户姓名（名称）', en: 'Name of the user' },
  contact: { zh: '联系方式', en: 'Contact' },
  postalAddress: { zh: '地址', en: 'Postal address' },
  idType: { zh: '证件类型', en: 'Kind of identity document' },
  idNumber: { zh: '证件号码', en: 'Its number' },
  identity: { zh: '证件号码', en: 'Identity number' },
  correct: { zh: '更正此前的答复', en: 'Correct the earlier answer' },
  statement: { zh: '不侵权声明', en: 'Statement' },
  counterReason: { zh: '理由', en: 'Reason' },
  proof: { zh: '初步证明（文字或链接）', en: 'Prima facie proof, as text or link' },
  receivedAt: { zh: '您收到的时间（北京时间，不填为此刻）', en: 'When you had it (Beijing time; empty: now)' },
  counterPerjury: {
    zh: '用户声明善意相信内容因错误或误认被移除，如有虚假愿受伪证处罚',
    en: 'The user states, under penalty of perjury, a good-faith belief in a mistake or misidentification',
  },
  jurisdiction: {
    zh: '用户同意美国联邦法院管辖并接受送达',
    en: 'The user consents to the jurisdiction of the federal court and to service',
  },
  relay: { zh: '转达反通知', en: 'Relay it' },
  footer: {
    zh: '请勿转发本页地址：持有链接即可代表贵方答复。所有操作均记录在案。',
    en: 'Do not pass on the address of this page: whoever has it answers for you. All that is done here is on record.',
  },
  doneTitle: { zh: '已提交', en: 'Done' },
  done: { zh: '已记录并送达权利人一方。', en: 'It is on record, and the rights holder’s side can see it.' },
  doneInvalid: {
    zh: '反通知已登记，但缺少下列内容，尚不产生效力；请补齐后重新转达：',
    en: 'The counter-notice is on record but has no effect yet, for it lacks what follows; complete it and relay it again:',
  },
  notDone: { zh: '未能提交', en: 'Not done' },
  stale: {
    zh: '这一页此前已经提交过，或者在别处打开后有了变化。以下是最新状态，您填写的内容仍在；如需提交，请再按一次。',
    en: 'This page was sent before, or something changed since it was opened. Below is how things stand; what you typed is still there. Press the button again if it is still needed.',
  },
  unknownTitle: { zh: '没有这个页面', en: 'There is no such page' },
  unknown: {
    zh: '链接不完整或不正确。请从邮件中完整地打开链接。',
    en: 'The link is incomplete or wrong. Open it from the letter as it stands there.',
  },
  expiredTitle: { zh: '链接已失效', en: 'This link opens nothing any more' },
  expired: { zh: '链接已过有效期。', en: 'It is too old.' },
  ended: { zh: '已有更新的链接发送到贵方公布的邮箱。', en: 'A newer one was sent to your published address.' },
  askNew: {
    zh: '如需新链接，请按下面的按钮，我们将把它发送到贵方公布的邮箱。',
    en: 'Press the button for a new one; it is sent to your published address.',
  },
  sendNew: { zh: '发送新链接', en: 'Send a new link' },
  sentTitle: { zh: '新链接已寄出', en: 'A new link is on its way' },
  sent: { zh: '请查收贵方公布的邮箱。', en: 'Look into the mail of your published address.' },
  joinedTitle: { zh: '请登录后答复', en: 'Sign in to answer' },
  joined: {
    zh: '贵方已在通删开通账户，此通知已转入贵方的收件箱，请登录后处理。',
    en: 'Your platform has an account by now; the notice is in its inbox. Sign in to answer it.',
  },
  signIn: { zh: '登录', en: 'Sign in' },
  notServedTitle: { zh: '通知尚未生效', en: 'Not served yet' },
  notServed: {
    zh: '这份通知尚未送达，或者已经撤回。如果您刚刚收到邮件，请一分钟后再打开。',
    en: 'This notice is not served yet, or was withdrawn. If the letter came just now, open the link again in a minute.',
  },
  tooMany: { zh: '操作过于频繁，请稍后再试。', en: 'Too many requests; try again later.' },
  fault_required: { zh: '有必填的内容没有填写', en: 'Something that is needed was left empty' },
  fault_too_long: { zh: '填写的内容过长', en: 'Something is too long' },
  fault_bad_format: { zh: '填写的内容有误', en: 'Something cannot be read' },
  fault_out_of_range: { zh: '时间应在送达之后、此刻之前', en: 'The instant must lie between service and now' },
  fault_nothing_chosen: { zh: '没有选择任何处理结果', en: 'No decision was chosen' },
  fault_wrong_state: { zh: '内容的状态已经改变，不能这样处理', en: 'The item’s state does not allow this any more' },
  fault_disposition_insufficient: {
    zh: '该处置不足以履行法定义务',
    en: 'This does not suffice under the law that applies',
  },
  fault_reason_needs_note: {
    zh: '理由为“其他”或者自行恢复时，请填写说明',
    en: 'The reason “other”, and restoring on your own motion, need a note',
  },
} as const satisfies Record<string, Label>;

export type PageWord = keyof typeof words;
export type Say = (word: PageWord) => string;

export function sayIn(language: Language): Say {
  return (word) => words[word][language];
}

/** A sentence for the fault of a field, where there is one. */
export function faultSentence(code: string, say: Say): string | null {
  const word = `fault_${code}`;
  return Object.hasOwn(words, word) ? say(word as PageWord) : null;
}

import { lettersFor, mailAnnouncements, type MatterFacts, type Reader } from './announce-by-mail.js';
import type { LetterData, LetterTemplate } from './letter-data.js';
import { letterTemplates } from './letter-templates.js';
import { letterLocales } from './locale.js';
import { setLetter, setWritten } from './set-letter.js';

const about = {
  noticeNumber: 'N-2026-000123',
  title: '流浪地球2',
  platformName: '百度网盘',
  itemCount: 3,
  url: 'https://t.example/n/1',
};
const at = '2026-11-23T06:02:00Z';
const person = { name: '张三', url: 'https://t.example/x?token=abc', expiresAt: at };
const authorization = { ownerName: '权利人', agentName: '代理人', validUntil: '2026-12-31', url: about.url };
const afterService = { ...about, what: '起诉', dueAt: at };
const samples: LetterData = {
  confirm_email: person,
  already_registered: person,
  set_password: person,
  notice_served: { ...about, servedAt: at, dueAt: '2026-11-24T06:02:00Z' },
  deadline_reminder: { ...about, rule: '24 小时', dueAt: at, percent: 80 },
  deadline_breached: { ...about, rule: '24 小时', dueAt: at, reader: 'platform' },
  notice_decided: { ...about, actioned: 1, refused: 1, notFound: 1 },
  escalation_opened: { ...about, reasons: ['逾期未处理'], openedAt: at },
  calendar_uncovered: { version: 'cn-2026', coveredUntil: '2026-12-31', uncoveredDeadlines: 12, url: about.url },
  complaint_deficient: {
    complaintNumber: 'TS-2026-000001',
    title: '作品',
    missing: ['缺少签名或盖章'],
    url: about.url,
  },
  counter_forwarded: { ...about, effect: 'wait', isSuitNeeded: false, law: '电子商务法第43条', dueAt: at },
  supplement_requested: { ...about, elements: ['权属证明'], message: '请提供版权登记证书', dueAt: at },
  notice_supplemented: afterService,
  item_appealed: afterService,
  item_reappeared: afterService,
  restore_due: afterService,
  wait_over: afterService,
  proceeding_recorded: afterService,
  proceeding_ended: afterService,
  order_recorded: afterService,
  order_ended: afterService,
  authorization_submitted: authorization,
  authorization_decided: { ...authorization, decision: '已核准', reason: '材料齐全' },
  authorization_expiring: { ...authorization, daysLeft: 30 },
  draft_kept: { subject: 'XARF report', works: ['流浪地球2'], targetCount: 3, url: about.url },
  endpoint_disabled: {
    receiver: 'https://r.example',
    because: 'failing',
    failedAttempts: 12,
    failingSince: at,
    url: about.url,
  },
  digest: {
    name: '张三',
    waiting: [
      ['undecided', '1000+'],
      ['overdue', '2'],
    ],
    nearest: [['N-2026-000123', 'The Wandering Earth II', at]],
    url: about.url,
  },
  notice_by_mail: {
    ...about,
    complainant: '张三',
    onBehalfOf: '影业公司',
    contact: '李四，a@b.example',
    works: ['流浪地球2'],
    targets: ['https://pan.example/s/1'],
    law: '《信息网络传播权保护条例》第14条',
    clocks: ['24 小时'],
    expiresAt: at,
  },
  mail_link_renewed: { ...about, expiresAt: at },
  warning_list_published: { title: '名单', batch: '2026 年第 1 批', count: 20, duties: ['禁止上传'], url: about.url },
};
const templates = Object.keys(samples) as LetterTemplate[];
const everyLetter = templates.flatMap((template) => letterLocales.map((locale) => [template, locale] as const));

describe('every letter', () => {
  it('is there in both languages', () => {
    expect(Object.keys(letterTemplates).sort()).toEqual([...templates].sort());
    for (const wordings of Object.values(letterTemplates)) {
      expect(Object.keys(wordings).sort()).toEqual([...letterLocales].sort());
    }
  });

  it.each(everyLetter)('%s in %s says the same in text and HTML, and nothing is left unsaid', (template, locale) => {
    const { subject, text, html } = setLetter(template, locale, samples[template]);
    expect(subject.length).toBeGreaterThan(8);
    for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|null|NaN|\[object/);
    expect(text).toContain(samples[template].url);
    expect(html).toContain(`href="${samples[template].url}"`);
    expect(html).not.toMatch(/<(img|script|link|iframe)|src=/);
  });

  it.each(templates)('%s in Chinese is set in Chinese: full-width punctuation, 您', (template) => {
    const { subject, text } = setLetter(template, 'zh', samples[template]);
    const prose = `${subject}\n${text}`.replaceAll(/https?:\S+/g, '');
    expect(prose).not.toMatch(/\p{Script=Han}[,;:!?.]|[,;!?]\p{Script=Han}/u);
    expect(prose).not.toContain('你');
  });

  it.each(templates)('%s in English holds no Chinese but what was put in', (template) => {
    const latin = {
      name: 'Ann',
      title: 'T',
      platformName: 'P',
      rule: 'R',
      reasons: ['x'],
      missing: ['x'],
      ownerName: 'O',
      agentName: 'A',
      decision: 'approved',
      reason: 'x',
      batch: 'batch 1',
      duties: ['x'],
      law: 'E-Commerce Law art 43',
      elements: ['x'],
      message: 'x',
      what: 'x',
      complainant: 'C',
      onBehalfOf: 'O',
      contact: 'x',
      works: ['x'],
      clocks: ['x'],
    };
    const { subject, text } = setLetter(template, 'en', { ...samples[template], ...latin } as never);
    expect(subject + text).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('instants in letters', () => {
  it('are Beijing time', () => {
    expect(setLetter('notice_served', 'zh', samples.notice_served).text).toContain('送达时间：2026年11月23日 14:02');
    expect(setLetter('notice_served', 'en', samples.notice_served).text).toContain(
      'Served: 23 November 2026, 14:02 (Beijing time)',
    );
  });

  it('name a limit that ends at midnight as 24:00 of the day before', () => {
    const data = { ...samples.notice_served, dueAt: '2026-10-08T16:00:00Z' };
    expect(setLetter('notice_served', 'zh', data).text).toContain('2026年10月8日 24:00 前');
  });
});

describe('hostile data', () => {
  const hostile = '<script>alert(1)</script>"\'&\r\nBcc: victim@example.com\u0000\u202e\ud800';

  it('cannot leave its place in HTML or begin a line or a header', () => {
    for (const locale of letterLocales) {
      const { subject, text, html } = setLetter('notice_served', locale, { ...samples.notice_served, title: hostile });
      expect(subject).not.toMatch(/[\p{Cc}\u202e\ud800]/u);
      expect(text).not.toMatch(/^Bcc:/m);
      expect(html).not.toContain('<script');
      expect(html).toContain('&lt;script&gt;');
    }
  });

  it('is cut to a bearable length', () => {
    const data = { ...samples.confirm_email, name: '长'.repeat(100_000) };
    expect(setLetter('confirm_email', 'zh', data).text.length).toBeLessThan(1_000);
  });

  it('makes no link of an address that is not http', () => {
    const data = { ...samples.confirm_email, url: 'javascript:alert(1)' };
    const { text, html } = setLetter('confirm_email', 'zh', data);
    expect(text + html).not.toContain('javascript');
  });
});

describe('who is written to', () => {
  const facts: MatterFacts = {
    number: 'N-1',
    title: '作品',
    platformName: '平台',
    itemCount: 1,
    servedAt: at,
    openedAt: at,
    deadline: { label: { zh: '网盘 24 小时', en: '24 hours' }, dueAt: at, percent: 50, owedBy: 'platform' },
    decided: { actioned: 1, refused: 0, notFound: 0 },
    reasons: [{ zh: '逾期', en: 'overdue' }],
    missing: [{ zh: '签名', en: 'signature' }],
    authorization: {
      ownerName: '权利人',
      agentName: '代理人',
      validUntil: null,
      decision: { zh: '已核准', en: 'approved' },
    },
    warningList: { batch: { zh: '第 1 批', en: 'batch 1' }, count: 1 },
    followUp: {
      law: { zh: '电子商务法第43条', en: 'E-Commerce Law art 43' },
      dueAt: at,
      effect: 'wait',
      isSuitNeeded: false,
      elements: [{ zh: '权属证明', en: 'proof of ownership' }],
      message: '请补正',
      what: { zh: '起诉', en: 'suit in court' },
      isRestoreOwed: true,
    },
  };
  const readers = (['platform', 'complainant', 'regulator', 'owner'] as const).map((role): Reader => ({
    role,
    organizationId: role,
    memberId: null,
    off: [],
    recipient: `${role}@x.test`,
    locale: 'zh',
    url: 'https://x.test/',
  }));
  const told = (type: string, changes: Partial<MatterFacts> = {}) =>
    lettersFor({ id: 'event-1', type }, { ...facts, ...changes }, readers).map((letter) => letter.recipient);

  it.each([
    ['notice.served', ['platform@x.test']],
    ['deadline.reminder', ['platform@x.test']],
    ['deadline.breached', ['platform@x.test', 'complainant@x.test']],
    ['notice.decided', ['complainant@x.test']],
    ['escalation.opened', ['regulator@x.test']],
    ['complaint.deficient', ['complainant@x.test']],
    ['authorization.submitted', ['owner@x.test']],
    ['authorization.approved', ['complainant@x.test', 'owner@x.test']],
    ['authorization.revoked', ['complainant@x.test', 'owner@x.test']],
    ['authorization.expiring', ['complainant@x.test']],
    ['warning_list.published', ['platform@x.test']],
    ['notice.supplement_requested', ['complainant@x.test']],
    ['notice.supplemented', ['platform@x.test']],
    ['item.appealed', ['platform@x.test']],
    ['item.reappeared', ['platform@x.test']],
    ['item.restore_due', ['platform@x.test', 'complainant@x.test']],
    ['counter_notice.forwarded', ['complainant@x.test']],
    ['counter_notice.received', []],
    ['counter_notice.rejected', []],
    ['proceeding.recorded', ['platform@x.test']],
    ['proceeding.ended', ['platform@x.test']],
    ['order.recorded', ['platform@x.test']],
    ['order.ended', ['platform@x.test']],
    ['notice.assigned', []],
    ['toString', []],
  ])('%s: %j', (type, recipients) => {
    expect(told(type)).toEqual(recipients);
  });

  it('asks nobody to restore what others keep down, or what is back already', () => {
    const followUp = { ...facts.followUp!, isRestoreOwed: false };
    expect(told('item.restore_due', { followUp })).toEqual(['complainant@x.test']);
    expect(told('proceeding.ended', { followUp })).toEqual([]);
    expect(told('order.ended', { followUp })).toEqual([]);
    expect(told('order.recorded', { followUp })).toEqual(['platform@x.test']);
  });

  it('reminds the complainant of what the complainant owes', () => {
    const deadline = { ...facts.deadline!, owedBy: 'complainant' as const };
    expect(told('deadline.reminder', { deadline })).toEqual(['complainant@x.test']);
  });

  it('in both languages, one after the other, where nobody knows which one is read', () => {
    const atAddress = { ...readers[0]!, locale: 'both' as const };
    const [letter] = lettersFor({ id: 'event-1', type: 'deadline.reminder' }, facts, [atAddress]);
    const { subject, text, html } = setWritten(letter!);
    expect(subject).toMatch(/时限提醒.*Reminder/);
    for (const body of [text, html]) expect(body).toMatch(/网盘 24 小时[^]*24 hours/);
    expect(html.match(/<\/?body\b/g)).toHaveLength(2);
  });

  it('with an ending that is true: whether an answer is read, and how to do without such letters', () => {
    const [letter] = lettersFor({ id: 'event-1', type: 'notice.served' }, facts, readers);
    const both = ({ text, html }: { text: string; html: string }) => text + html;
    const plain = both(setWritten(letter!));
    expect(plain.match(/请勿直接回复/g)).toHaveLength(2);
    expect(plain).not.toMatch(/退订|即表示已收到/);
    const answered = both(setWritten(letter!, { isAnswerable: true, choicesUrl: 'https://x.test/out' }));
    expect(answered).not.toContain('请勿直接回复');
    for (const words of [/即表示已收到/g, /退订/g]) expect(answered.match(words)).toHaveLength(2);
    expect(answered.match(/https:\/\/x\.test\/out/g)).toHaveLength(2);
  });

  it('once per event and reader', () => {
    const [letter] = lettersFor({ id: 'event-1', type: 'notice.served' }, facts, readers);
    expect(letter!.onceKey).toBe('event-1:platform@x.test');
  });

  it('with a letter that can be set, for every announced event', () => {
    for (const type of Object.keys(mailAnnouncements)) {
      for (const letter of lettersFor({ id: 'e', type }, facts, readers)) {
        expect(setWritten(letter).text).not.toMatch(/undefined|null/);
      }
    }
  });
});

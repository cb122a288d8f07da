import { aboutEn, aboutZh, until } from './about-notice.js';
import { counterForwarded } from './counter-letter.js';
import type { FollowUpTemplate } from './letter-data.js';
import type { Wording } from './letter-text.js';
import type { LetterLocale } from './locale.js';

/** In one language; `what` is the kind of a proceeding, the direction of an order, or how it ended. */
type Said = [subject: string, paragraph: (what: string) => string];
type Plain = Exclude<FollowUpTemplate, 'counter_forwarded' | 'supplement_requested'>;

/** What the clock of a letter is for. */
const limits = { act: { zh: '处理时限', en: 'Act before' }, restore: { zh: '恢复时限', en: 'Restore before' } };

/** The letters about what happens after a notice was served: what is owed now, and until when. */
export const followUpTemplates: { [T in FollowUpTemplate]: Record<LetterLocale, Wording<T>> } = {
  counter_forwarded: counterForwarded,
  supplement_requested: {
    zh: (data) => ({
      subject: `请补正通知：${data.noticeNumber}（${data.title}）`,
      paragraphs: [
        `${data.platformName}认为您的通知缺少必要内容，请您补正。期限内没有补正的，相关内容按证明不足不予处理。`,
      ],
      facts: [
        ...aboutZh(data),
        ['缺少', data.elements.join('；')],
        ['平台留言', data.message],
        ...until('补正期限', data.dueAt, 'zh'),
      ],
      link: { label: '补正', url: data.url },
    }),
    en: (data) => ({
      subject: `Please supplement your notice: ${data.noticeNumber} “${data.title}”`,
      paragraphs: [
        `${data.platformName} finds that your notice lacks what it must hold. Without a supplement in time, its items count as refused for want of proof.`,
      ],
      facts: [
        ...aboutEn(data),
        ['Missing', data.elements.join('; ')],
        ['Message', data.message],
        ...until('Supplement before', data.dueAt, 'en'),
      ],
      link: { label: 'Supplement it', url: data.url },
    }),
  },
  notice_supplemented: said('act', {
    zh: ['通知已补正', () => '投诉人已按您的要求补正，处理时限继续计算。请查看补正内容并处理。'],
    en: [
      'A notice was supplemented',
      () => 'The complainant has answered your request and your time runs on. Please read the supplement and decide.',
    ],
  }),
  item_appealed: said('act', {
    zh: ['投诉人提出申诉', () => '投诉人对您不予处理的决定提出申诉，请您重新审查并处理。'],
    en: ['An appeal was made', () => 'The complainant asks you to look again at what you refused. Please decide anew.'],
  }),
  item_reappeared: said('act', {
    zh: [
      '内容被报告仍在传播',
      () => '投诉人报告，您已处置的内容仍可访问。请您再次处置；内容确已下架的，请附证明答复。',
    ],
    en: [
      'Content was reported as still live',
      () =>
        'The complainant reports that content you acted on can still be reached. Please act again; if it is down, answer with proof.',
    ],
  }),
  restore_due: said('restore', {
    zh: ['请恢复内容', () => '等待期已届满，没有收到权利人已投诉或者起诉的证明。请您恢复该内容。'],
    en: [
      'Please restore content',
      () => 'The wait is over and no proof of a complaint or a suit was received. Please bring the content back.',
    ],
  }),
  wait_over: said('restore', {
    zh: ['等待期已届满', () => '等待期内没有收到您已投诉或者起诉的证明，您的通知不再维持该内容的下架。'],
    en: [
      'The wait is over',
      () =>
        'No proof of a complaint or a suit was received within the wait, so your notice keeps the content down no longer.',
    ],
  }),
  proceeding_recorded: said('act', {
    zh: [
      '权利人已投诉或者起诉',
      (what) => `权利人已登记其${what}的证明。在程序终结之前，请勿因用户的反通知恢复该内容。`,
    ],
    en: [
      'The rights holder has complained or sued',
      (what) =>
        `The rights holder has put proof on record: ${what}. Until that has ended, please do not restore the content on the user’s counter-notice.`,
    ],
  }),
  proceeding_ended: said('restore', {
    zh: ['请恢复内容', (what) => `权利人的投诉或者诉讼已终结（${what}）。请您恢复该内容。`],
    en: [
      'Please restore content',
      (what) => `The proceeding of the rights holder has ended (${what}). Please bring the content back.`,
    ],
  }),
  order_recorded: said('act', {
    zh: ['命令已登记', (what) => `法院或者主管部门的命令已登记（${what}），其效力优先于各项时限。请您遵照执行。`],
    en: [
      'An order was recorded',
      (what) =>
        `An order of a court or an authority was recorded (${what}); it overrides every other time limit. Please carry it out.`,
    ],
  }),
  order_ended: said('restore', {
    zh: ['请恢复内容', () => '维持下架的命令已终止。请您恢复该内容。'],
    en: ['Please restore content', () => 'The order that kept the content down has ended. Please bring it back.'],
  }),
};

function said(limit: keyof typeof limits, words: Record<LetterLocale, Said>): Record<LetterLocale, Wording<Plain>> {
  const letter =
    (locale: LetterLocale): Wording<Plain> =>
    (data) => {
      const [subject, paragraph] = words[locale];
      const about = locale === 'zh' ? aboutZh(data) : aboutEn(data);
      return {
        subject:
          locale === 'zh'
            ? `${subject}：${data.noticeNumber}（${data.title}）`
            : `${subject}: ${data.noticeNumber} “${data.title}”`,
        paragraphs: [paragraph(data.what)],
        facts: [...about, ...until(limits[limit][locale], data.dueAt, locale)],
        link: { label: locale === 'zh' ? '查看' : 'Read and act', url: data.url },
      };
    };
  return { zh: letter('zh'), en: letter('en') };
}

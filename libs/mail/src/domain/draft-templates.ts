import type { LetterData } from './letter-data.js';
import type { LetterLocale } from './locale.js';
import type { Wording } from './letter-text.js';

/** The letter about a complaint that came by mail and is not filed until a member says that it is true. */
export const draftTemplates: { draft_kept: Record<LetterLocale, Wording<'draft_kept'>> } = {
  draft_kept: {
    zh: (data) => ({
      subject: `邮件中的投诉已存为草稿：${data.subject}`,
      paragraphs: [
        '您发来的邮件中有一份投诉，系统已存为草稿，尚未提交，也未送达任何平台。',
        '请打开草稿核对内容、补充声明并签名，确认后才会提交；如不需要，请弃用。',
      ],
      facts: factsOf(data, '作品', '目标', '、'),
      link: { label: '核对草稿', url: data.url },
      closing: '如果这封邮件不是您发的，请弃用草稿，并检查您的邮箱。',
    }),
    en: (data) => ({
      subject: `A complaint from your mail waits as a draft: ${data.subject}`,
      paragraphs: [
        'Your mail held a complaint. It was kept as a draft: it has not been filed, and no platform has been told.',
        'Open it, check it, make the statements and sign; only then is it filed. If you do not want it, discard it.',
      ],
      facts: factsOf(data, 'Works', 'Targets', ', '),
      link: { label: 'Check the draft', url: data.url },
      closing: 'If you did not send this mail, discard the draft and look after your mailbox.',
    }),
  },
};

function factsOf(
  { works, targetCount }: LetterData['draft_kept'],
  work: string,
  target: string,
  comma: string,
): Array<[string, string]> {
  return [...(works.length > 0 ? [[work, works.join(comma)] as [string, string]] : []), [target, String(targetCount)]];
}

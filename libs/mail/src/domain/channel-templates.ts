import { aboutEn, aboutZh } from './about-notice.js';
import { beijingTime } from './beijing-time.js';
import type { LetterData, LetterTemplate } from './letter-data.js';
import type { Wording } from './letter-text.js';
import type { LetterLocale } from './locale.js';

type ChannelTemplate = Extract<LetterTemplate, 'notice_by_mail' | 'mail_link_renewed'>;

/** The letters to the published address of a platform without an account: the notice itself, and a new way to answer it. */
export const channelTemplates: { [T in ChannelTemplate]: Record<LetterLocale, Wording<T>> } = {
  notice_by_mail: {
    zh: (data) => ({
      subject: `侵权通知 ${data.noticeNumber}：${data.title}（致${data.platformName}）`,
      paragraphs: [
        `以下是依据${data.law}发送给${data.platformName}的侵权通知。贵方公布的邮箱接收本邮件时，通知即为送达，时限开始计算。`,
        '请打开下面的链接查看通知全文和证据，并在页面上答复：无需注册，打开链接、按一个按钮即可。',
      ],
      facts: [
        ...aboutZh(data),
        ['涉及作品', data.works.join('、')],
        ['通知人', data.complainant],
        ...(data.onBehalfOf ? [['代理的权利人', data.onBehalfOf] as Fact] : []),
        ...(data.contact ? [['联系方式', data.contact] as Fact] : []),
        ...data.clocks.map((clock): Fact => ['时限', clock]),
        ...data.targets.map((target, index): Fact => [`第 ${index + 1} 项`, target]),
        ...(data.itemCount > data.targets.length ? [['其余', '见页面'] as Fact] : []),
      ],
      link: { label: '查看全文并答复', url: data.url },
      closing: `链接在 ${beijingTime(data.expiresAt, 'zh')} 前有效；过期后可在同一页面申请新链接，新链接只发送到本邮箱。请勿转发本邮件：持有链接即可代表贵方答复。`,
    }),
    en: (data) => ({
      subject: `Notice of infringement ${data.noticeNumber}: “${data.title}” (to ${data.platformName})`,
      paragraphs: [
        `This is a notice of infringement to ${data.platformName} under ${data.law}. It is served when your published address accepts this letter, and the time limits run from then.`,
        'Open the link to read the whole notice with its evidence, and answer on that page: no account is needed; open it and press one button.',
      ],
      facts: [
        ...aboutEn(data),
        ['Works', data.works.join(', ')],
        ['From', data.complainant],
        ...(data.onBehalfOf ? [['For the rights holder', data.onBehalfOf] as Fact] : []),
        ...(data.contact ? [['Contact', data.contact] as Fact] : []),
        ...data.clocks.map((clock): Fact => ['Time limit', clock]),
        ...data.targets.map((target, index): Fact => [`Item ${index + 1}`, target]),
        ...(data.itemCount > data.targets.length ? [['The rest', 'on the page'] as Fact] : []),
      ],
      link: { label: 'Read and answer', url: data.url },
      closing: `The link works until ${beijingTime(data.expiresAt, 'en')}; after that, ask for another on the same page, which is sent to this address alone. Do not forward this letter: whoever has the link answers for you.`,
    }),
  },
  mail_link_renewed: {
    zh: (data) => ({
      subject: `新的答复链接：${data.noticeNumber}${data.title}`,
      paragraphs: [`这是${data.platformName}查看和答复通知 ${data.noticeNumber} 的新链接。此前的链接已失效。`],
      facts: aboutZh(data),
      link: { label: '查看并答复', url: data.url },
      closing: renewedClosing(data, 'zh'),
    }),
    en: (data) => ({
      subject: `A new link for notice ${data.noticeNumber}: “${data.title}”`,
      paragraphs: [
        `With this new link ${data.platformName} reads and answers notice ${data.noticeNumber}. Earlier links open nothing any more.`,
      ],
      facts: aboutEn(data),
      link: { label: 'Read and answer', url: data.url },
      closing: renewedClosing(data, 'en'),
    }),
  },
};

type Fact = [label: string, value: string];

function renewedClosing({ expiresAt }: LetterData['mail_link_renewed'], locale: LetterLocale): string {
  const until = beijingTime(expiresAt, locale);
  return locale === 'zh'
    ? `链接在 ${until} 前有效。请勿转发本邮件。`
    : `It works until ${until}. Do not forward this letter.`;
}

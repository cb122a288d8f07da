import { type LetterData, type LetterTemplate, plainData } from './letter-data.js';
import { letterTemplates } from './letter-templates.js';
import type { LetterText } from './letter-text.js';
import type { LetterLocale } from './locale.js';
import type { NewLetter } from './new-letter.js';

/** A letter ready to be sent. */
export interface SetLetter {
  subject: string;
  text: string;
  html: string;
}

const frame = {
  zh: { greeting: (name?: string) => (name ? `${name}，您好！` : '您好！'), colon: '：', sign: '通删', lang: 'zh-CN' },
  en: { greeting: (name?: string) => (name ? `Dear ${name},` : 'Hello,'), colon: ': ', sign: 'Tongshan', lang: 'en' },
} as const;
const footer = {
  zh: '本邮件由系统自动发送，请勿直接回复。',
  en: 'This letter was sent automatically; replies are not read.',
} as const;
const answerable = {
  zh: '本邮件由系统自动发送。直接回复即表示已收到；处理请使用上面的链接。',
  en: 'This letter was sent automatically. A reply says that you have it; to act on it, use the link above.',
} as const;
const choice = { zh: '不想再收到此类邮件？在此退订', en: 'Not wanted? Unsubscribe from letters of this kind' } as const;

/** What stands below every letter. */
interface Ending {
  /** Where its reader can do without such letters; null for what is owed to them. */
  choicesUrl?: string | null;
  /** It has an address to which an answer can be sent. */
  isAnswerable?: boolean;
}

/** Writes a letter out: plain text and HTML that say the same, with everything that came from outside escaped. */
export function setLetter<T extends LetterTemplate>(
  template: T,
  locale: LetterLocale,
  data: LetterData[T],
  ending: Ending = {},
): SetLetter {
  const letter = letterTemplates[template][locale](plainData<T>(data));
  const prefix = locale === 'zh' ? '【通删】' : '[Tongshan] ';
  const text = asText(letter, locale, ending);
  return { subject: prefix + letter.subject, text, html: asHtml(letter, locale, ending) };
}

/** A letter as it was written: in its language, or in both. */
export function setWritten(letter: Pick<NewLetter, 'template' | 'locale' | 'data'>, ending: Ending = {}): SetLetter {
  const { template, locale, data } = letter;
  if (locale === 'both') return setInBoth(template, data as Record<LetterLocale, LetterData[LetterTemplate]>, ending);
  return setLetter(template, locale, data as LetterData[LetterTemplate], ending);
}

/** The Chinese one first. */
function setInBoth<T extends LetterTemplate>(
  template: T,
  data: Record<LetterLocale, LetterData[T]>,
  ending: Ending,
): SetLetter {
  const [zh, en] = [setLetter(template, 'zh', data.zh, ending), setLetter(template, 'en', data.en, ending)];
  return {
    subject: `${zh.subject} | ${en.subject.replace('[Tongshan] ', '')}`,
    text: `${zh.text}\n────────\n\n${en.text}`,
    html: `${zh.html.replace('</body></html>', '')}<hr style="border:0;border-top:1px solid #d9d9d9;margin:32px 0"><div lang="en">${bodyOf(en.html)}</div></body></html>`,
  };
}

function bodyOf(html: string): string {
  return html.slice(html.indexOf('>', html.indexOf('<body')) + 1, html.lastIndexOf('</body>'));
}

function asText(letter: LetterText, locale: LetterLocale, { choicesUrl, isAnswerable }: Ending): string {
  const { greeting, colon, sign } = frame[locale];
  const blocks = [
    greeting(letter.name),
    ...letter.paragraphs,
    (letter.facts ?? []).map(([label, value]) => `${label}${colon}${value}`).join('\n'),
    letter.link?.url ? `${letter.link.label}${colon.trimEnd()}\n${letter.link.url}` : '',
    letter.closing ?? '',
    `${sign}\n${(isAnswerable ? answerable : footer)[locale]}`,
    choicesUrl ? `${choice[locale]}${colon.trimEnd()}\n${choicesUrl}` : '',
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function asHtml(letter: LetterText, locale: LetterLocale, { choicesUrl, isAnswerable }: Ending): string {
  const { greeting, sign, lang } = frame[locale];
  const paragraph = (text: string, style = '') => `<p style="margin:0 0 16px;${style}">${escapeHtml(text)}</p>`;
  const rows = (letter.facts ?? []).map(
    ([label, value]) =>
      `<tr><th scope="row" style="text-align:left;font-weight:normal;color:#595959;padding:4px 16px 4px 0;vertical-align:top">${escapeHtml(label)}</th><td style="padding:4px 0">${escapeHtml(value)}</td></tr>`,
  );
  const body = [
    paragraph(greeting(letter.name)),
    ...letter.paragraphs.map((text) => paragraph(text)),
    rows.length > 0 ? `<table style="border-collapse:collapse;margin:0 0 16px">${rows.join('')}</table>` : '',
    letter.link?.url
      ? `<p style="margin:0 0 16px"><a href="${escapeHtml(letter.link.url)}">${escapeHtml(letter.link.label)}</a></p>`
      : '',
    letter.closing ? paragraph(letter.closing) : '',
    paragraph(sign),
    paragraph((isAnswerable ? answerable : footer)[locale], quiet),
    choicesUrl ? `<p style="margin:0;${quiet}"><a href="${escapeHtml(choicesUrl)}">${choice[locale]}</a></p>` : '',
  ];
  const style = 'font-family:sans-serif;font-size:15px;line-height:1.7;color:#1f1f1f;max-width:40em';
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(letter.subject)}</title></head><body style="${style}">${body.filter(Boolean).join('\n')}</body></html>`;
}

const quiet = 'color:#595959;font-size:13px';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

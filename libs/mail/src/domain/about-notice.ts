import { beijingDeadline } from './beijing-time.js';
import type { AboutNotice } from './letter-data.js';
import type { LetterLocale } from './locale.js';

type Fact = [label: string, value: string];

export function aboutZh(data: AboutNotice): Fact[] {
  return [
    ['通知编号', data.noticeNumber],
    ['作品', `${data.title}`],
    ['侵权内容', `${data.itemCount} 项`],
  ];
}

export function aboutEn(data: AboutNotice): Fact[] {
  return [
    ['Notice', data.noticeNumber],
    ['Work', data.title],
    ['Items', String(data.itemCount)],
  ];
}

/** The end of a limit as a line of the letter; none where no clock runs. */
export function until(label: string, dueAt: string | null, locale: LetterLocale): Fact[] {
  if (!dueAt) return [];
  const at = beijingDeadline(dueAt, locale);
  return [[label, locale === 'zh' ? `${at} 前` : at]];
}

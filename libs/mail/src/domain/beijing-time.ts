import type { LetterLocale } from './locale.js';

const fields = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const monthNumber = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', month: 'numeric' });
const minute = 60_000;

/** An instant as people in Beijing read it: `2026年11月23日 14:02`, `23 November 2026, 14:02 (Beijing time)`. */
export function beijingTime(iso: string, locale: LetterLocale): string {
  return written(new Date(iso), locale);
}

/**
 * An instant that is the first too late, as people name the end of a time limit: midnight is 24:00 of the day before
 * (domain.md §4: the end of 8 October is 2026-10-09T00:00+08:00 and is shown as 10月8日 24:00).
 */
export function beijingDeadline(iso: string, locale: LetterLocale): string {
  const at = new Date(iso);
  const isMidnight = (at.getTime() + 8 * 60 * minute) % (24 * 60 * minute) === 0;
  return isMidnight ? written(new Date(at.getTime() - minute), locale).replace('23:59', '24:00') : written(at, locale);
}

function written(at: Date, locale: LetterLocale): string {
  const part = Object.fromEntries(fields.formatToParts(at).map(({ type, value }) => [type, value]));
  const time = `${part.hour}:${part.minute}`;
  return locale === 'zh'
    ? `${part.year}年${monthNumber.format(at)}月${part.day}日 ${time}`
    : `${part.day} ${part.month} ${part.year}, ${time} (Beijing time)`;
}

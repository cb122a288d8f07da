import { currentLanguage } from './language.js';

/** Where days of the law are counted for everybody but the DMCA's providers, and what the console shows. */
const zone = 'Asia/Shanghai';

const formats = {
  zh: {
    moment: { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    day: { month: 'long', day: 'numeric', weekday: 'short' },
    date: { year: 'numeric', month: 'long', day: 'numeric' },
    time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    second: { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  },
  en: {
    moment: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    day: { month: 'short', day: 'numeric', weekday: 'short' },
    date: { year: 'numeric', month: 'short', day: 'numeric' },
    time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    second: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  },
} as const satisfies Record<string, Record<string, Intl.DateTimeFormatOptions>>;

type Kind = keyof (typeof formats)['zh'];

const made = new Map<string, Intl.DateTimeFormat>();

function format(kind: Kind, at: Date): string {
  const language = currentLanguage();
  const key = `${language} ${kind}`;
  let formatter = made.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      ...formats[language][kind],
      timeZone: zone,
    });
    made.set(key, formatter);
  }
  return formatter.format(at);
}

/** 2026年11月23日 14:02, Beijing time. */
export function moment(instant: string | Date): string {
  return format('moment', new Date(instant));
}

/** 11月23日 14:02:07: where several things happen within a minute, and none is a year old. */
export function second(instant: string): string {
  return format('second', new Date(instant));
}

/** 2026年11月23日. */
export function date(instant: string | Date): string {
  return format('date', new Date(instant));
}

/** 11月25日周三 24:00: the end of a day belongs to that day, not to the next. */
export function dayAndTime(instant: string | Date): string {
  const at = new Date(instant);
  const time = format('time', at);
  if (time !== '00:00') return `${format('day', at)} ${time}`;
  return `${format('day', new Date(at.getTime() - 1))} 24:00`;
}

/** 11-25, for the places of an axis; `day` as 2026-11-25. */
export function shortDay(day: string): string {
  return day.slice(5);
}

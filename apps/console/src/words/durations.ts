import { currentLanguage } from './language.js';

const units = {
  zh: { day: '天', hour: '小时', minute: '分', lessThanAMinute: '不到 1 分' },
  en: { day: 'd', hour: 'h', minute: 'min', lessThanAMinute: 'under 1 min' },
};

/** The two largest units: 2 天 3 小时, 3 小时 12 分, 4 分. */
export function duration(seconds: number): string {
  const words = units[currentLanguage()];
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const parts: Array<[number, string]> = [
    [Math.floor(minutes / 1440), words.day],
    [Math.floor(minutes / 60) % 24, words.hour],
    [minutes % 60, words.minute],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) return words.lessThanAMinute;
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

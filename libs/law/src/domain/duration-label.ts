import type { ClockRule, ClockUnit } from './clock-rules/clock-rule.js';
import type { Label } from './source.js';

const units: Readonly<Record<ClockUnit, { zh: string; en: string; ens: string }>> = {
  hour: { zh: '小时', en: 'hour', ens: 'hours' },
  calendar_day: { zh: '日', en: 'day', ens: 'days' },
  working_day: { zh: '个工作日', en: 'working day', ens: 'working days' },
  us_business_day: { zh: '个美国工作日', en: 'US business day', ens: 'US business days' },
  month: { zh: '个月', en: 'month', ens: 'months' },
};

/** How long a clock runs, as a person says it: “3 个工作日”, “3 working days”; what is owed before a day says so. */
export function durationLabel({ length, unit, countsBack }: Pick<ClockRule, 'length' | 'unit' | 'countsBack'>): Label {
  const { zh, en, ens } = units[unit];
  const words = { zh: `${length} ${zh}`, en: `${length} ${length === 1 ? en : ens}` };
  return countsBack ? { zh: `${words.zh}前`, en: `${words.en} before` } : words;
}

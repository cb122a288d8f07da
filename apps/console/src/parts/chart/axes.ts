import { hairline, ink } from './palette.js';

const text = { color: ink, fontSize: 12 };

/** Room for names and legend, the same in every chart. */
export const plane = { left: 8, right: 12, top: 36, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' };
export const legend = { top: 0, left: 0, itemWidth: 16, itemHeight: 10, textStyle: text, icon: 'roundRect' };

/** Names, days, weeks: one place each. */
export function categories(data: readonly string[], more: object = {}) {
  return {
    type: 'category',
    data,
    axisLabel: { ...text, hideOverlap: true },
    axisLine: { lineStyle: { color: '#98a2b3' } },
    axisTick: { show: false },
    ...more,
  };
}

/** Numbers from zero, in whole steps where things are counted. */
export function amounts(more: object = {}) {
  return {
    type: 'value',
    axisLabel: { ...text, hideOverlap: true },
    nameTextStyle: { ...text, align: 'left' },
    splitLine: { lineStyle: { color: hairline } },
    minInterval: 1,
    ...more,
  };
}

import { clockRule } from './clock-rules.js';
import { durationLabel } from './duration-label.js';

it.each([
  ['cn.netdisk.takedown', '24 小时', '24 hours'],
  ['cn.ecl.takedown', '3 个工作日', '3 working days'],
  ['cn.ecl.wait', '15 日', '15 days'],
])('%s runs %s', (id, zh, en) => {
  expect(durationLabel(clockRule(id)!)).toEqual({ zh, en });
});

it('one is singular, and what is counted back is owed before', () => {
  expect(durationLabel({ length: 1, unit: 'month' })).toEqual({ zh: '1 个月', en: '1 month' });
  expect(durationLabel({ length: 7, unit: 'working_day', countsBack: true })).toEqual({
    zh: '7 个工作日前',
    en: '7 working days before',
  });
});

import { hasCreditCodeChecksum, normalizeCreditCode, normalizeIcpNumber } from './identifiers.js';

it('spells an ICP number in one way, however it was typed', () => {
  for (const typed of [
    '京ICP备10046444号-9',
    ' 京icp备 10046444号－9',
    '京ＩＣＰ备１００４６４４４号-9',
    '京ICP备10046444-9',
  ]) {
    expect(normalizeIcpNumber(typed)).toBe('京ICP备10046444号-9');
  }
  expect(normalizeIcpNumber('京ICP證030173号')).toBe('京ICP证030173号');
  expect(normalizeIcpNumber('粤b2 20090059')).toBe('粤B2-20090059');
  expect(normalizeIcpNumber('粤B2-20090059-1')).toBe('粤B2-20090059-1');
});

it('does not take other texts for an ICP number', () => {
  for (const typed of ['', 'ICP备10046444号', '京ICP备号', '京C2-20090059', '京ICP备10046444号<b>', 'x'.repeat(5000)]) {
    expect(normalizeIcpNumber(typed)).toBeNull();
  }
});

it('takes a 统一社会信用代码 by its shape and tells a wrong check character', () => {
  expect(normalizeCreditCode(' 91110000802100433b ')).toBe('91110000802100433B');
  expect(hasCreditCodeChecksum('91110000802100433B')).toBe(true);
  expect(hasCreditCodeChecksum('91110000802100433C')).toBe(false);
  expect(normalizeCreditCode('91110000802100433C')).toBe('91110000802100433C');
  expect(normalizeCreditCode('9111000080210043OB')).toBeNull();
  expect(normalizeCreditCode('91110000802100433')).toBeNull();
});

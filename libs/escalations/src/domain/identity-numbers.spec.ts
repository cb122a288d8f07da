import { maskNumber, maskNumbersIn } from './identity-numbers.js';

describe('identity numbers in what a regulator is shown', () => {
  it('keep their last four, and nothing where four would be most of it', () => {
    expect(maskNumber('11010519491231002X')).toBe('**************002X');
    expect(maskNumber('E12345')).toBe('******');
  });

  it('are masked in free text, the resident number of anybody and the number that a party gave as its own', () => {
    expect(maskNumbersIn('张三（11010519491231002X）为作者', [])).toBe('张三（**************002X）为作者');
    expect(maskNumbersIn('许可证 AB-1234.567 附后', ['AB-1234.567'])).toBe('许可证 *******.567 附后');
  });

  it('are not seen in other numbers: registrations, video ids, credit codes', () => {
    const text = '国作登字-2025-I-00012345，视频 7412345678901234567，代码 91110000802100433B';
    expect(maskNumbersIn(text, ['', '无'])).toBe(text);
  });
});

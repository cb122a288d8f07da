import fc from 'fast-check';
import { breakLines } from './break-lines.js';

/** Latin half as wide as Chinese: one unit is half an em. */
const measure = (character: string) => (/^[\u0000-\u02ff]/u.test(character) ? 1 : 2);
const widthOf = (line: string) =>
  (line.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []).reduce((total, c) => total + measure(c), 0);
const forbiddenAtStart = /^[，。、；：？！）》」』】]/u;
const forbiddenAtEnd = /[（《「『【]$/u;

describe('a line', () => {
  it('never begins with a closing mark: the character before goes down with it', () => {
    expect(breakLines('一二三四，五六', 8, measure)).toEqual(['一二三', '四，五六']);
    expect(breakLines('一二三四。”五', 8, measure)).toEqual(['一二三', '四。”五']);
  });

  it('never ends with an opening mark', () => {
    expect(breakLines('一二三（四五）', 8, measure)).toEqual(['一二三', '（四五）']);
    expect(breakLines('一二《“三四”》', 8, measure)).toEqual(['一二', '《“三', '四”》']);
  });

  it('keeps a Latin word, a number with its unit sign and a dash of two whole', () => {
    expect(breakLines('见 Noto Sans 字体', 10, measure)).toEqual(['见 Noto', 'Sans 字体']);
    expect(breakLines('共计1200%以上', 8, measure)).toEqual(['共计', '1200%以', '上']);
    expect(breakLines('一二三——四', 8, measure)).toEqual(['一二三', '——四']);
  });

  it('fills to the margin inside an address', () => {
    expect(breakLines('见https://a.test/bcdefghij', 12, measure)).toEqual(['见https://a.', 'test/bcdefgh', 'ij']);
  });

  it('takes time in proportion to the text', () => {
    const time = (length: number) => {
      const begun = performance.now();
      breakLines('长文'.repeat(length), 60, measure);
      breakLines('a/'.repeat(length), 60, measure);
      return performance.now() - begun;
    };
    time(1000);
    expect(time(200_000)).toBeLessThan(5_000);
  });

  it('breaks a word that is longer than a line at the margin', () => {
    expect(breakLines('abcdefghij', 4, measure)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('ends where the text has a line break, and an empty text is one empty line', () => {
    expect(breakLines('甲\r\n\n乙', 8, measure)).toEqual(['甲', '', '乙']);
    expect(breakLines('', 8, measure)).toEqual(['']);
  });

  it('does not part a character from its combining mark, nor the halves of a pair', () => {
    expect(breakLines('a\u0301b\u0301c', 1, measure)).toEqual(['a\u0301', 'b\u0301', 'c']);
    expect(breakLines('𬭚𬭚', 2, measure)).toEqual(['𬭚', '𬭚']);
  });
});

const texts = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'一二三四五六七八') },
      { weight: 2, arbitrary: fc.constantFrom(...'，。、；：？！）》」』】（《「『【“”—…') },
      { weight: 1, arbitrary: fc.constantFrom(' ', '  ', 'word', '3.14%', 'https://a.test/b?c=d&e', '𬭚', 'e\u0301') },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const widths = fc.integer({ min: 2, max: 40 });

describe('for every text and width', () => {
  it('nothing but spaces is lost, and the order stays', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) => {
        expect(breakLines(text, width, measure).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('a line is at most as wide as asked, unless it is one character', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) => {
        for (const line of breakLines(text, width, measure)) {
          const isOne = [...line.matchAll(/\P{M}\p{M}*|\p{M}+/gu)].length === 1;
          expect(isOne || widthOf(line.trimEnd()) <= width).toBe(true);
        }
      }),
    );
  });

  it('no line begins or ends with a mark that may not stand there, where another break was possible', () => {
    fc.assert(
      fc.property(texts, widths, (text, width) => {
        const lines = breakLines(text, width, measure);
        const wrong = lines.slice(1).filter((line, index) => {
          const before = lines[index]!;
          const stands = forbiddenAtStart.test(line) || forbiddenAtEnd.test(before.trimEnd());
          return stands && !isUnbreakable(before);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

/** A line that holds no place at which the rules let it be broken. */
function isUnbreakable(line: string): boolean {
  const units = [...line.matchAll(/\P{M}\p{M}*|\p{M}+/gu)].map(([unit]) => unit);
  return units.every((unit, index) => {
    const before = units.slice(0, index).join('');
    const last = before.trimEnd().at(-1);
    if (last === undefined || unit === ' ' || closes.has(unit) || opens.has(last)) return true;
    if (before.endsWith(' ')) return false;
    return last === unit && '—…'.includes(unit) ? true : !chinese.test(last) && !chinese.test(unit);
  });
}
const chinese = /[\p{Script=Han}—…“”，。、；：？！（）《》「」『』【】]/u;
const closes = new Set('，。、；：？！）》」』】”…,.;:?!)]}%');
const opens = new Set('（《「『【“([{');

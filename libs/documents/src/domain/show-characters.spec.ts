import { codePointName, showCharacters } from './show-characters.js';

const shown = (text: string) => {
  const told: string[] = [];
  const visible = showCharacters(
    text,
    (codePoint) => codePoint < 0x20000,
    (codePoint) => told.push(codePointName(codePoint)),
  );
  return [visible, told];
};

it('what has a glyph stands as it is, with its line breaks', () => {
  expect(shown('甲 A\n乙')).toEqual(['甲 A\n乙', []]);
});

it('what has none stands by its code point, and is told', () => {
  expect(shown('土𠮷野𠮷')).toEqual(['土〔U+20BB7〕野〔U+20BB7〕', ['U+20BB7', 'U+20BB7']]);
});

it('neighbours share one bracket, joiners and selectors with them', () => {
  expect(shown('𠮷\u{e0100}\u200d𠮷')).toEqual([
    '〔U+20BB7 U+E0100 U+200D U+20BB7〕',
    ['U+20BB7', 'U+E0100', 'U+200D', 'U+20BB7'],
  ]);
});

it('a row of the same is counted, so that a thousand invisible ones stay one line', () => {
  expect(shown('a' + '\u200b'.repeat(1000))[0]).toBe('a〔U+200B×1000〕');
});

it.each(['\u200b', '\u202e', '\u2066', '\ufeff', '\u00ad', '\u2060', '\ue000', '\ufe0f', '\ud800', '\u2800'])(
  'an invisible or private character is shown even where the face has a glyph: %j',
  (character) => {
    const name = codePointName(character.codePointAt(0)!);
    expect(shown(`a${character}b`)).toEqual([`a〔${name}〕b`, [name]]);
  },
);

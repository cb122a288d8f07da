/** Invisible or steering characters: direction, joiners, variation selectors, controls; they change what one reads. */
const invisible =
  /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Variation_Selector}\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0\ufffe\uffff]$/u;
const kept = new Set('\n\r\t');

/** U+20BB7, as the Unicode Standard writes it. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * The text as it can be printed: what the face has no glyph for, or what would be there unseen, stands as 〔U+20BB7〕,
 * and a row of the same as 〔U+20BB7×3〕. Nothing is dropped; every such code point is told to `onShown`.
 */
export function showCharacters(
  text: string,
  hasGlyph: (codePoint: number) => boolean,
  onShown: (codePoint: number) => void,
): string {
  let shown = '';
  let names: Array<{ name: string; count: number }> = [];
  const close = () => {
    const counted = names.map(({ name, count }) => (count > 1 ? `${name}×${count}` : name));
    if (names.length > 0) shown += `〔${counted.join(' ')}〕`;
    names = [];
  };
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    if (kept.has(character) || (hasGlyph(codePoint) && !invisible.test(character))) {
      close();
      shown += character;
    } else {
      const name = codePointName(codePoint);
      const last = names.at(-1);
      if (last?.name === name) last.count++;
      else names.push({ name, count: 1 });
      onShown(codePoint);
    }
  }
  close();
  return shown;
}

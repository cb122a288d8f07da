import type { AcceptedType } from './accepted-types.js';

const longest = 255;

/**
 * The name that a file is kept and handed out under: the last part of the path, without what cannot be shown or written
 * in a file system, and with an ending that fits its bytes. A text called `proof.bat` is handed out as `proof.bat.txt`,
 * so that opening it never runs it.
 */
export function fileNameFor(given: string | undefined, { endings }: AcceptedType): string {
  const last = (given ?? '').normalize('NFC').split(/[\\/]/).at(-1)!;
  const shown = last
    // format characters can turn the reading direction around: gpj.exe reads exe.jpg
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.([^.]+)$/.exec(shown)?.[1]?.toLowerCase();
  const fits = ending !== undefined && endings.includes(ending);
  const stem = (fits ? shown.slice(0, -ending.length - 1) : shown) || 'file';
  const tail = `.${fits ? ending : endings[0]}`;
  return `${cut(stem, longest - tail.length)}${tail}`;
}

/** At most this many UTF-16 units, no character halved. */
function cut(text: string, most: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most) break;
    kept += character;
  }
  return kept;
}

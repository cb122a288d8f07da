import { isAsciiAlnum, isAsciiLetter } from './characters.js';

/** Full-width forms that have no life as Chinese punctuation: always folded. */
const PLAIN_SYMBOLS = '．／－＿＝＆％＋＼';
/** Full-width forms that are also Chinese punctuation: folded only inside something typed in full width. */
const DOUBTFUL_SYMBOLS = '：？＃＠～';

/** Ways of disarming an address that people use when they quote one. */
const DISARMED =
  /\[\.\]|\(\.\)|\{\.\}|<\.>|\[dot\]|\(dot\)|\{dot\}|\[点\]|\(点\)|（点）|【点】|\[:\]|\(:\)|\[:\/\/\]|\[\/\]|\\\//gi;

/**
 * Undoes what typing and disguising do to an address, without touching the punctuation that ends one: invisible and
 * direction characters go, full-width and mathematical letters become plain, `[.]` becomes a dot.
 */
export function foldText(text: string): string {
  const visible = Array.from(text).filter((character) => !isInvisible(character.codePointAt(0) ?? 0));
  let folded = '';
  for (let i = 0; i < visible.length; i++) folded += foldCharacter(visible, i);
  return folded.replace(DISARMED, rearm).replaceAll('&amp;', '&');
}

function rearm(match: string): string {
  if (match.includes('://')) return '://';
  if (match.includes(':')) return ':';
  return match.includes('/') ? '/' : '.';
}

function foldCharacter(visible: readonly string[], i: number): string {
  const character = visible[i] ?? '';
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  if (code === 0xff61) return '。';
  if (code >= 0x1d400 && code <= 0x1d7ff) return character.normalize('NFKC');
  if (code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029) return ' ';
  if (code < 0xff01 || code > 0xff5e) return character;
  const plain = String.fromCharCode(code - 0xfee0);
  if (isAsciiAlnum(plain.charCodeAt(0)) || PLAIN_SYMBOLS.includes(character)) return plain;
  return DOUBTFUL_SYMBOLS.includes(character) && belongsToAddress(visible, i) ? plain : character;
}

function belongsToAddress(visible: readonly string[], i: number): boolean {
  if (isFullWidth(visible[i - 1]) && isFullWidth(visible[i + 1])) return true;
  if (visible[i] === '：') return isSlash(visible[i + 1]) && isSlash(visible[i + 2]);
  return visible[i] === '？' && opensQuery(visible, i + 1);
}

/** `？` typed for `?`: a short name and an equals sign follow. */
function opensQuery(visible: readonly string[], from: number): boolean {
  for (let i = from; i < from + 24; i++) {
    const character = visible[i] ?? '';
    if (character === '=' || character === '＝') return i > from;
    if (!isAsciiAlnum(character.charCodeAt(0)) && character !== '_') return false;
  }
  return false;
}

function isSlash(character: string | undefined): boolean {
  return character === '/' || character === '／' || character === '\\' || character === '＼';
}

function isFullWidth(character: string | undefined): boolean {
  const plain = (character?.charCodeAt(0) ?? 0) - 0xfee0;
  return isAsciiAlnum(plain) || isAsciiLetter(plain) || (character !== undefined && PLAIN_SYMBOLS.includes(character));
}

/** Zero-width, direction and control characters, and variation selectors: never part of an address. */
function isInvisible(code: number): boolean {
  return (
    (code < 0x20 && !(code >= 0x09 && code <= 0x0d)) ||
    (code >= 0x7f && code <= 0x9f && code !== 0x85) ||
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    (code >= 0xe0000 && code <= 0xe0fff)
  );
}

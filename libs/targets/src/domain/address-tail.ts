import { isAsciiAlnum, isCjkLetter, isOtherLetter, isTailCharacter } from './characters.js';

const CLOSING: Record<string, string> = { ')': '(', ']': '[' };
/** Punctuation that ends a sentence, not an address. */
const TRAILING = ".,;:!?'*~$@&=\\";

/**
 * Where the path, query and fragment that begin at `start` end: at spaces, quotes, Chinese punctuation and text, at a
 * bracket that was opened outside, at the next address. One pass.
 * @param nested whether another address may stand in the path (web archives); in a query it always may
 */
export function tailEnd(text: string, start: number, nested: boolean): number {
  const open: Record<string, number> = { '(': 0, '[': 0 };
  const quoted = text[start - 1] === "'";
  let inQuery = false;
  let inChinese = false;
  let end = start;
  for (; end < text.length; end++) {
    const character = text[end] ?? '';
    const code = text.charCodeAt(end);
    if (isCjkLetter(code)) {
      if (inChinese) continue;
      const runEnd = chineseRunEnd(text, end);
      if (!chineseBelongs(text, end, runEnd, inQuery)) break;
      inChinese = inQuery;
      end = runEnd - 1;
      continue;
    }
    if (!isTailCharacter(code) && !isOtherLetter(code)) break;
    if (character === '?' || character === '&' || character === '#') inChinese = false;
    if (character === '?') inQuery = true;
    if (character === "'" && quoted) break;
    if (character === '(') open['('] = (open['('] ?? 0) + 1;
    if (character === '[') {
      if (!inQuery || text[end + 1] === '/') break;
      open['['] = (open['['] ?? 0) + 1;
    }
    const opener = CLOSING[character];
    if (opener !== undefined) {
      const depth = open[opener] ?? 0;
      if (depth === 0) break;
      open[opener] = depth - 1;
    }
    if ((character === 'h' || character === 'H') && startsAddress(text, end) && !mayNest(text[end - 1], nested)) break;
  }
  return trimmed(text, start, end);
}

function chineseRunEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isCjkLetter(text.charCodeAt(end))) end++;
  return end;
}

/** A Chinese value follows `=`; a Chinese path segment follows a slash and the address goes on behind it. */
function chineseBelongs(text: string, start: number, end: number, inQuery: boolean): boolean {
  const before = text[start - 1] ?? '';
  if (inQuery) return before === '=';
  const after = text[end] ?? '';
  if (before !== '/' || !'/?.-_%'.includes(after) || after === '') return false;
  return isAsciiAlnum(text.charCodeAt(end + 1)) || after === '/' || after === '%';
}

function startsAddress(text: string, at: number): boolean {
  const head = text.slice(at, at + 8).toLowerCase();
  return head.startsWith('http://') || head.startsWith('hxxp://') || head === 'https://' || head === 'hxxps://';
}

function mayNest(before: string | undefined, nested: boolean): boolean {
  return before === '=' || (before === '/' && nested);
}

function trimmed(text: string, start: number, limit: number): number {
  const beforeChinese = isCjkLetter(text.charCodeAt(limit));
  let end = limit;
  for (;;) {
    while (end > start && TRAILING.includes(text[end - 1] ?? '') && !closesBase64(text, end)) end--;
    // `--来自百度网盘` glued to the address.
    if (!beforeChinese || end - 2 < start || text.slice(end - 2, end) !== '--') return end;
    end -= 2;
  }
}

/** `=` at the end of a value is padding, not punctuation. */
function closesBase64(text: string, end: number): boolean {
  if (text[end - 1] !== '=') return false;
  let at = end - 1;
  while (at > 0 && end - at < 3 && text[at - 1] === '=') at--;
  return isAsciiAlnum(text.charCodeAt(at - 1));
}

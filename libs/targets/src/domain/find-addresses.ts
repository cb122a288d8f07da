import { tailEnd } from './address-tail.js';
import { isAsciiAlnum, isAsciiLetter, isCjkLetter, isHostCharacter, isSpace } from './characters.js';
import type { FoundAddress } from './found-address.js';
import type { HostDirectory } from './host.js';
import { bareAddress, schemedAddress } from './web-address.js';

/** Written scheme, broken or disarmed, to the one it stands for. */
const WEB_SCHEMES = new Map([
  ['https', 'https'],
  ['http', 'http'],
  ['hxxps', 'https'],
  ['hxxp', 'http'],
  ['h**ps', 'https'],
  ['h**p', 'http'],
]);
/** Only when they stand alone: too short to be found at the end of a word. */
const LONE_SCHEMES = new Map([
  ['ttps', 'https'],
  ['ttp', 'http'],
  ['ftp', 'ftp'],
  ['ftps', 'ftp'],
  ['rtmp', 'rtmp'],
  ['rtsp', 'rtsp'],
  ['mms', 'mms'],
  ['ws', 'ws'],
  ['wss', 'wss'],
]);
/** Schemes that name no place where something is offered, and what must follow for the word to be one. */
const REFUSED_SCHEMES = new Map([
  ['javascript', /^[^\s]/],
  ['vbscript', /^[^\s]/],
  ['data', /^(?:text|image|application|audio|video|font|,|;)/i],
  ['file', /^[/\\]/],
  ['blob', /^[a-z]/i],
  ['about', /^[a-z]/i],
  ['magnet', /^\?/],
  ['ed2k', /^\/\//],
]);
const MAX_SCHEME = 40;
/** A longer run of Chinese text before a dot is a sentence, not a label. */
const MAX_CHINESE_LABEL = 30;

/** Every address in the folded text, in order, none overlapping; uncertain ones only where there is no certain one. */
export function findAddresses(text: string, directory: HostDirectory): FoundAddress[] {
  const found: FoundAddress[] = [];
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    const word = wordEnd(text, i);
    if (word === i) {
      i++;
      continue;
    }
    const chinese = isCjkLetter(code);
    const label = !chinese || (word - i <= MAX_CHINESE_LABEL && '.。'.includes(text[word] ?? ' '));
    const hit =
      (text[word] === ':' && !chinese ? schemeAt(text, i, word, directory) : null) ??
      (label ? bareAddress(text, i, directory) : null);
    if (hit) found.push(hit);
    i = Math.max(hit?.end ?? word, i + 1);
  }
  const certain = found.filter((address) => address.kind !== 'web' || address.certain);
  return certain.length > 0 ? certain : found;
}

/** The end of a run of Chinese letters, or of a word of host and scheme characters; `start` where neither begins. */
function wordEnd(text: string, start: number): number {
  let end = start;
  if (isCjkLetter(text.charCodeAt(start))) {
    while (end < text.length && isCjkLetter(text.charCodeAt(end))) end++;
    return end;
  }
  const first = text.charCodeAt(start);
  if (!isHostCharacter(first) || '.-_'.includes(text[start] ?? '')) return start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isCjkLetter(code) || !(isHostCharacter(code) || text[end] === '+' || text[end] === '*')) break;
    end++;
  }
  return end;
}

function schemeAt(text: string, start: number, colon: number, directory: HostDirectory): FoundAddress | null {
  const name = text.slice(Math.max(start, colon - MAX_SCHEME), colon).toLowerCase();
  let authority = colon + 1;
  while (authority - colon <= 4 && (text[authority] === '/' || text[authority] === '\\')) authority++;
  const slashes = authority - colon - 1;
  const web = slashes > 0 ? webScheme(name) : null;
  if (web) return schemedAddress(text, start, authority, web, directory);
  const refusal = REFUSED_SCHEMES.get(name);
  if (refusal?.test(text.slice(colon + 1, colon + 16))) {
    let end = colon + 1;
    while (end < text.length && !isSpace(text.charCodeAt(end)) && !isChinesePunctuation(text.charCodeAt(end))) end++;
    return { kind: 'refused', start, end, detail: `A "${name}:" address names no host; give the page that offers it.` };
  }
  const isName = isAsciiLetter(text.charCodeAt(start)) && colon - start >= 2 && colon - start <= MAX_SCHEME;
  if (!isName || !text.startsWith('://', colon)) return null;
  const end = appLinkEnd(text, colon + 3);
  if (end === colon + 3) return null;
  return { kind: 'app', start, end, scheme: name, rest: text.slice(colon + 3, end) };
}

function webScheme(name: string): string | null {
  const lone = LONE_SCHEMES.get(name);
  if (lone) return lone;
  for (const [written, scheme] of WEB_SCHEMES) if (name.endsWith(written)) return scheme;
  return null;
}

/** App links carry raw JSON: inside braces quotes and Chinese text belong to them. */
function appLinkEnd(text: string, start: number): number {
  let depth = 0;
  let end = start;
  let braces = false;
  for (; end < text.length; end++) {
    const character = text[end] ?? '';
    const code = text.charCodeAt(end);
    if (isSpace(code)) break;
    if (character === '{') {
      depth++;
      braces = true;
    } else if (character === '}' && depth > 0) depth--;
    else if (depth === 0 && (code > 0x7e || '<>"`|\''.includes(character))) break;
  }
  if (depth > 0) end = tailEnd(text, start, true);
  if (depth > 0 || !braces) while (end > start && ".,;:!?)]}'*".includes(text[end - 1] ?? '')) end--;
  return end;
}

function isChinesePunctuation(code: number): boolean {
  return (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff65 && !isAsciiAlnum(code - 0xfee0));
}

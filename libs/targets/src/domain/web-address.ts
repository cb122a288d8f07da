import { tailEnd } from './address-tail.js';
import { endsAuthority, isAsciiAlnum, isCjkLetter, isDigit, isTailCharacter } from './characters.js';
import type { FoundAddress, RefusedAddress } from './found-address.js';
import type { HostDirectory } from './host.js';
import { isIpHost, normalizeHost } from './host.js';
import type { HostSpan } from './host-span.js';
import { MAX_HOST, hostSpan, standingOf } from './host-span.js';

/** How far behind a bare host an `@` is looked for. */
const MAX_BARE_USER_INFO = 256;
/** Endings that are names of files far more often than of sites. */
const FILE_ENDINGS = new Set('md rs sh py pl ps zip mov cab'.split(' '));
/** Endings that are also words, as in names of films and releases: the bare name must be all that was pasted. */
const WORD_ENDINGS = new Set(
  (
    'us is it in so my am at be by id no to me as st app live show video movie movies film world life love news game games ' +
    'today now one red blue black pink green fun group team family baby kids date sexy rocks space studio theater tv'
  ).split(' '),
);

/** Reads the address whose authority begins at `from`, behind `scheme://` at `start`. */
export function schemedAddress(
  text: string,
  start: number,
  from: number,
  scheme: string,
  directory: HostDirectory,
): FoundAddress {
  const at = userInfoEnd(text, from, text.length, directory);
  const begin = at < 0 ? from : at;
  const span = authoritySpan(text, begin, directory);
  if (span.host === null || !(span.host.includes('.') || isIpHost(span.host))) {
    const end = Math.max(span.end, begin);
    return refused(start, end, 'The address has no valid host; give the full address as the browser shows it.');
  }
  return complete(text, { start, scheme, span, certain: true }, directory, span.host);
}

/** Reads an address without a scheme that begins at `start`; null where the word is more likely something else. */
export function bareAddress(text: string, start: number, directory: HostDirectory): FoundAddress | null {
  if (!dotAhead(text, start)) return null;
  let span = hostSpan(text, start, directory);
  let begin = start;
  const numbered = /^\d{1,3}\.(?=www\.)/i.exec(text.slice(start, span.end));
  if (numbered) {
    begin += numbered[0].length;
    span = hostSpan(text, begin, directory);
  }
  const typed = text.slice(begin, span.end);
  const { host } = span;
  if (host === null || !host.includes('.') || userInfoEnd(text, span.end, MAX_BARE_USER_INFO, directory) >= 0)
    return null;
  if (opensWithSentence(typed, directory)) return null;
  const next = text[span.end] ?? '';
  const hasPath = next === '/' && isAsciiAlnum(text.charCodeAt(span.end + 1));
  const hasPort = next === ':' && isDigit(text.charCodeAt(span.end + 1));
  if (isIpHost(host)) {
    if (typed !== host || !(hasPath || hasPort || next === '/' || text.trim() === typed)) return null;
  } else if (span.standing === 'unknown') return null;
  const named = /^(?:www|m|wap)\./i.test(typed);
  if (text[begin - 1] === '@' && !hasPath) return null;
  if (span.standing === 'registrable' && !hasPath && !named && !looksRegistered(host, text.trim() === typed))
    return null;
  const certain = span.standing === 'registered' || hasPath || named;
  return complete(text, { start: begin, scheme: 'https', span, certain }, directory, host);
}

function dotAhead(text: string, start: number): boolean {
  const near = text.slice(start, start + MAX_HOST);
  return near.includes('.') || near.includes('。');
}

/** A sentence that ends in `。` right before the host is no label of it. */
function opensWithSentence(typed: string, directory: HostDirectory): boolean {
  const stop = typed.indexOf('。');
  if (stop < 0 || !isCjkLetter(typed.charCodeAt(0)) || typed.slice(0, stop).includes('.')) return false;
  const rest = normalizeHost(typed.slice(stop + 1));
  return rest !== null && standingOf(rest, directory) !== 'unknown';
}

/** Whether a bare name without `www.` and path is more likely a site than a file or a title with dots. */
function looksRegistered(host: string, alone: boolean): boolean {
  const labels = host.split('.');
  const ending = labels.at(-1) ?? '';
  if ((labels.at(-2)?.length ?? 0) < 2 || FILE_ENDINGS.has(ending)) return false;
  return !WORD_ENDINGS.has(ending) || (alone && labels.length <= 3);
}

interface Beginning {
  start: number;
  scheme: string;
  span: HostSpan;
  certain: boolean;
}

function complete(text: string, head: Beginning, directory: HostDirectory, host: string): FoundAddress {
  const { start, scheme, span, certain } = head;
  let end = span.end;
  const next = text[end] ?? '';
  if ('%$&+=*~'.includes(next) && next !== '' && isAsciiAlnum(text.charCodeAt(end + 1))) {
    const rest = tailEnd(text, end, false);
    return refused(start, rest, `The host is followed by "${next}"; give the address as the browser shows it.`);
  }
  let port = '';
  if (next === ':') {
    let digits = end + 1;
    while (isDigit(text.charCodeAt(digits)) && digits - end < 7) digits++;
    if (digits > end + 1) {
      port = text.slice(end, digits);
      end = digits;
    }
  }
  let tail = '';
  if ('/?#\\'.includes(text[end] ?? ' ')) {
    const limit = tailEnd(text, end, directory.findByHost(host) === null);
    tail = text.slice(end, limit);
    end = Math.max(end, limit);
  }
  const backslash = tail.indexOf('\\');
  if (backslash >= 0 && tail.includes('@', backslash)) {
    return refused(start, end, 'The address mixes "\\" and "@", which programs read differently; give the plain one.');
  }
  return { kind: 'web', start, end, scheme, host, port, tail: tail.replaceAll('\\', '/'), certain };
}

function refused(start: number, end: number, detail: string): RefusedAddress {
  return { kind: 'refused', start, end, detail };
}

function authoritySpan(text: string, begin: number, directory: HostDirectory): HostSpan {
  if (text[begin] === '[') {
    const close = text.indexOf(']', begin);
    if (close < 0 || close - begin > 64) return { end: begin + 1, host: null, standing: 'unknown' };
    return { end: close + 1, host: normalizeHost(text.slice(begin, close + 1)), standing: 'unknown' };
  }
  const span = hostSpan(text, begin, directory);
  if (text[span.end] !== '%') return span;
  let end = span.end;
  while (end - begin < 512 && isTailCharacter(text.charCodeAt(end)) && !'/?#\\:'.includes(text[end] ?? '')) end++;
  return { end, host: decodedHost(text.slice(begin, end)), standing: 'unknown' };
}

/** A host written with percent signs is what a browser makes of it, where that is a plain name. */
function decodedHost(authority: string): string | null {
  let host: string | null;
  try {
    host = normalizeHost(decodeURIComponent(authority));
  } catch {
    return null;
  }
  const plain = host
    ?.split('.')
    .every((label) => /^[a-z0-9_-]+$/.test(label) && !label.startsWith('-') && !label.endsWith('-'));
  return plain ? host : null;
}

/**
 * The place behind the last `@` of an authority, or -1: what stands before it is a user name, however much it looks
 * like a host. Where Chinese text came between, it only counts when a host follows.
 */
function userInfoEnd(text: string, from: number, reach: number, directory: HostDirectory): number {
  if (text.indexOf('@', from) < 0) return -1;
  let found = -1;
  let chinese = false;
  for (let i = from; i < text.length && i - from < reach; i++) {
    const code = text.charCodeAt(i);
    if (endsAuthority(code)) break;
    if (isCjkLetter(code)) chinese = true;
    else if (!isTailCharacter(code)) break;
    if (text[i] === '@' && (!chinese || hostSpan(text, i + 1, directory).standing !== 'unknown')) found = i + 1;
  }
  return found;
}

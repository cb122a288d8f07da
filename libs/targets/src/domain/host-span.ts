import { isCjkLetter, isHostCharacter } from './characters.js';
import type { HostDirectory } from './host.js';
import { isRegistrable, normalizeHost } from './host.js';

/** No legal host is longer; whatever follows is not read as one. */
export const MAX_HOST = 255;
/** How many places to cut a host that runs into Chinese text are tried. */
const MAX_CUTS = 4;

/** How much is known about a name: registered with a platform, registrable by ICANN's suffixes, or neither. */
export type Standing = 'registered' | 'registrable' | 'unknown';

export interface HostSpan {
  end: number;
  /** Normalised; null where the span is no host. */
  host: string | null;
  standing: Standing;
}

/**
 * Where the host that begins at `start` ends. Chinese letters may belong to it (某某影视.公司.cn) or to the sentence
 * around it (www.bilibili.com看看), and `。` may stand for its dots: the longest reading that is a host somebody can
 * register wins, but a host that is complete in plain letters ends where the Chinese text begins.
 */
export function hostSpan(text: string, start: number, directory: HostDirectory): HostSpan {
  const cuts: number[] = [];
  let dotted = false;
  let end = start;
  for (; end < text.length && end - start <= MAX_HOST; end++) {
    const code = text.charCodeAt(end);
    const ideographicDot = code === 0x3002 && end > start && isHostCharacter(text.charCodeAt(end + 1));
    if (!ideographicDot && !isHostCharacter(code)) break;
    const intoChinese =
      isCjkLetter(code) && end > start && !isCjkLetter(text.charCodeAt(end - 1)) && text[end - 1] !== '.';
    if ((ideographicDot || intoChinese) && text[end - 1] !== '。' && cuts.length < MAX_CUTS) {
      if (dotted) {
        const span = judge(text, start, end, directory);
        if (span.standing !== 'unknown') return span;
      }
      cuts.push(end);
    }
    if (code === 0x2e) dotted = true;
  }
  const whole = judge(text, start, end, directory);
  if (whole.standing !== 'unknown') return whole;
  for (let i = cuts.length - 1; i >= 0; i--) {
    const span = judge(text, start, cuts[i] ?? end, directory);
    if (span.standing !== 'unknown') return span;
  }
  const [firstCut] = cuts;
  return firstCut === undefined ? whole : judge(text, start, firstCut, directory);
}

function judge(text: string, start: number, end: number, directory: HostDirectory): HostSpan {
  const last = withoutDashes(text, start, end);
  if (text[last - 1] !== '.' && hopeless(text, start, last)) return { end: last, host: null, standing: 'unknown' };
  const host = normalizeHost(text.slice(start, last));
  return { end: last, host, standing: host === null ? 'unknown' : standingOf(host, directory) };
}

/** Dashes behind a name belong to the sentence; trailing dots alone may be followed by the path. */
function withoutDashes(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && '.-_'.includes(text[last - 1] ?? ' ')) last--;
  for (let i = last; i < end; i++) if (text[i] !== '.') return last;
  return end;
}

/** Spares the costly encoding of Chinese text that only happens to have dots in it: no such suffix exists. */
function hopeless(text: string, start: number, end: number): boolean {
  let dot = end - 1;
  while (dot >= start && text[dot] !== '.' && text[dot] !== '。') dot--;
  if (dot >= start && isRegistrable(`x.${text.slice(dot + 1, end).toLowerCase()}`)) return false;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 0x7f) return true;
  return false;
}

export function standingOf(host: string, directory: HostDirectory): Standing {
  if (directory.findByHost(host) !== null) return 'registered';
  return isRegistrable(host) ? 'registrable' : 'unknown';
}

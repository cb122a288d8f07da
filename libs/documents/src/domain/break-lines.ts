/** How wide one character (with its combining marks) is set; widths add up, because nothing is kerned. */
export type Measure = (character: string) => number;

/** What must not begin a line (GB/T 15834, 禁则): closing marks, and their ASCII kin outside addresses. */
const noStart = new Set('，。、；：？！）》」』】〉〕］｝〗”’…·～％‰℃,.;:?!)]}%');
/** What must not end a line: opening marks. */
const noEnd = new Set('（《「『【〈〔［｛〖“‘([{');
/** Two of these are one mark (破折号、省略号) and stay together. */
const pairs = new Set('—…');

/** Han, kana, hangul, full-width forms and their punctuation: a line may end after any of them. */
const wide =
  /^[\u2014\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe10-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

interface Unit {
  text: string;
  width: number;
  isWide: boolean;
  isSpace: boolean;
  /** Part of an address, which may be cut anywhere. */
  isAddress: boolean;
}

/**
 * The lines of a text at this width, after the Chinese rules of line breaking; a Latin word stays whole, an address
 * breaks anywhere, a line break in the text is kept. Spaces at a break are dropped, nothing else ever is. Where a line
 * has no place at which it may be broken, it is broken at the margin.
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .flatMap((paragraph) => breakParagraph(unitsOf(paragraph, measure), width));
}

function breakParagraph(units: readonly Unit[], width: number): string[] {
  const lines: string[] = [];
  let start = 0;
  while (start < units.length) {
    const end = endOfLine(units, start, width);
    lines.push(lineOf(units, start, end, end === units.length));
    start = end;
    while (start < units.length && units[start]!.isSpace) start++;
  }
  return lines.length > 0 ? lines : [''];
}

/** The index behind the last unit of the line that begins at `start`: at least one unit, whatever its width. */
function endOfLine(units: readonly Unit[], start: number, width: number): number {
  let filled = 0;
  let lastBreak = start;
  for (let index = start; index < units.length; index++) {
    const unit = units[index]!;
    if (index > start && mayBreak(units, index)) lastBreak = index;
    filled += unit.width;
    // spaces hang over the margin
    if (filled <= width + 1e-6 || unit.isSpace) continue;
    return lastBreak > start ? lastBreak : Math.max(index, start + 1);
  }
  return units.length;
}

function lineOf(units: readonly Unit[], start: number, end: number, isLast: boolean): string {
  const line = units.slice(start, end).map(({ text }) => text);
  if (!isLast) while (line.length > 1 && line.at(-1) === ' ') line.pop();
  return line.join('');
}

/** Whether a line may end before this unit. */
function mayBreak(units: readonly Unit[], index: number): boolean {
  const [before, after] = [units[index - 1]!, units[index]!];
  if (after.isSpace) return false;
  if (before.isSpace) return !noStart.has(after.text) && endsWell(units, index - 1);
  if (before.isAddress && after.isAddress) return true;
  if (noStart.has(after.text) || noEnd.has(before.text)) return false;
  if (pairs.has(before.text) && before.text === after.text) return false;
  return before.isWide || after.isWide || before.text === '-';
}

/** Spaces at a break are dropped: what stands before them ends the line; before the first there is nothing. */
function endsWell(units: readonly Unit[], index: number): boolean {
  let last = index;
  while (last >= 0 && units[last]!.isSpace) last--;
  return last >= 0 && !noEnd.has(units[last]!.text);
}

function unitsOf(paragraph: string, measure: Measure): Unit[] {
  const units = Array.from(paragraph.matchAll(/\P{M}\p{M}*|\p{M}+/gu), ([found]): Unit => {
    const text = found === '\t' ? ' ' : found;
    return { text, width: measure(text), isWide: wide.test(text), isSpace: text === ' ', isAddress: false };
  });
  markAddresses(units);
  return units;
}

/** A run without space or Chinese is an address by its scheme, by `www.`, or when it is long and has a slash. */
function markAddresses(units: readonly Unit[]): void {
  for (let start = 0, end = 0; start < units.length; start = end + 1) {
    end = start;
    while (end < units.length && !units[end]!.isSpace && !units[end]!.isWide) end++;
    const run = units.slice(start, end);
    const text = run.map((unit) => unit.text).join('');
    if (!text.includes('://') && !text.startsWith('www.') && !(text.length > 15 && text.includes('/'))) continue;
    for (const unit of run) unit.isAddress = true;
  }
}

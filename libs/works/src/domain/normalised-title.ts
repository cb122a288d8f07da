/** One spelling of a title: width, case, spaces, brackets and other punctuation do not make another work. */
export function normalisedTitle(title: string): string {
  return folded(title) || title.normalize('NFKC').trim().toLowerCase();
}

/**
 * Whether a title fits a pattern in which `*` stands for anything: `流浪地球*`. Both are read in the normalised spelling.
 * Segment by segment, so that no pattern can take long.
 */
export function fitsPattern(title: string, pattern: string): boolean {
  const text = normalisedTitle(title);
  const [first, ...rest] = pattern.split('*').map(folded);
  if (rest.length === 0) return text === normalisedTitle(pattern);
  const last = rest.pop()!;
  if (!text.startsWith(first!) || !text.endsWith(last) || text.length < first!.length + last.length) return false;
  let place = first!.length;
  for (const segment of rest) {
    const found = text.indexOf(segment, place);
    if (found < 0) return false;
    place = found + segment.length;
  }
  return place <= text.length - last.length;
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\s]/gu, '');
}

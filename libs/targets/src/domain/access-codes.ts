/** An access code written beside a link. */
export interface LabelledCode {
  /** Where its label begins. */
  start: number;
  code: string;
}

const LABELS = /提取码|提取碼|访问码|訪問碼|取件码|分享码|密码|密碼|暗号|passcode|password|pwd|code|pw/gi;
/** What may stand between a label and its code. */
const BETWEEN = new Set(' \t:：=是为為【[("“「\'');
const MAX_BETWEEN = 6;
const MAX_CODE = 16;

/** The labelled codes of a folded text, in order. A label inside a parameter (`?pwd=`) belongs to its address. */
export function findLabelledCodes(text: string): LabelledCode[] {
  const found: LabelledCode[] = [];
  for (const label of text.matchAll(LABELS)) {
    const before = text[label.index - 1] ?? '';
    if (/[A-Za-z0-9_?&#/]/.test(before) && label[0].charCodeAt(0) < 0x80) continue;
    let at = label.index + label[0].length;
    const labelEnd = at;
    while (at - labelEnd < MAX_BETWEEN && BETWEEN.has(text[at] ?? '')) at++;
    // A plain English word is only a label where a colon or an equals sign follows.
    if (label[0].charCodeAt(0) < 0x80 && !/[:：=]/.test(text.slice(labelEnd, at))) continue;
    const code = /^[A-Za-z0-9]+/.exec(text.slice(at, at + MAX_CODE + 1))?.[0] ?? '';
    if (code.length >= 2 && code.length <= MAX_CODE && !/^https?$/i.test(code))
      found.push({ start: label.index, code });
  }
  return found;
}

import { type AcceptedType, mail, plainText } from './accepted-types.js';

/** Shown text alone: tabs, line and page breaks are the only control characters that it may have. */
// oxlint-disable-next-line no-control-regex -- the characters meant are exactly the control characters
export const unshown = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;

const header = /^[!-9;-~]+:[ \t]?.*$/;
const mailHeaders = /^(received|return-path|message-id|date|from|to|subject|mime-version):/i;

/**
 * What a text is by its beginning: a letter, plain text, or something that a program would run or render.
 * @returns the accepted type, or in words what it is instead
 */
export function typeOfText(beginning: string): AcceptedType | string {
  const text = beginning.replace(/^\ufeff/, '').trimStart();
  if (text.startsWith('#!')) return 'a script (#!)';
  if (/^(<!doctype\s+html|<(html|head|body|script|iframe|svg)\b|<!--)/i.test(text)) return 'a web page (HTML or SVG)';
  if (/^<(\?xml|\?php|%)/i.test(text)) return 'XML or a program text';
  if (/^(@echo off|powershell\b|\[InternetShortcut\])/i.test(text)) return 'a Windows script or shortcut';
  return isMail(text) ? mail : plainText;
}

/** RFC 5322: a block of header lines up to an empty line, among them who wrote it and one more that letters have. */
function isMail(text: string): boolean {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf('');
  const block = (end < 0 ? lines.slice(0, -1) : lines.slice(0, end)).filter((line) => !/^[ \t]/.test(line));
  if (block.length === 0 || !block.every((line) => header.test(line))) return false;
  const names = block.filter((line) => mailHeaders.test(line));
  return names.length >= 3 && names.some((line) => /^from:/i.test(line));
}

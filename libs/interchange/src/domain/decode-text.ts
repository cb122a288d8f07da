import { longestDraftOriginal } from '#intake';
import { Problem } from '#kernel';
import { refuseDocument } from './refuse.js';

/** What people write XML and JSON in; a label outside this list is refused rather than guessed at. */
const encodings = new Set(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'gbk', 'gb18030', 'big5']);

/**
 * The text of a document of at most 1 MiB: UTF-8, or what its mark of byte order or its XML declaration names.
 * @throws Problem `body_too_large`; `validation_failed` where the bytes are not of that encoding
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.byteLength > longestDraftOriginal) {
    throw new Problem('body_too_large', { detail: 'A document has at most 1 MiB (1,048,576 bytes).' });
  }
  const label = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  const decoder = decoderFor(label);
  if (!decoder) {
    const detail = `The encoding "${label}" is not read here; send UTF-8.`;
    refuseDocument([{ pointer: '1:1', code: 'unknown_encoding', detail }]);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    const detail = `The bytes are not ${label}; save the document as UTF-8, or declare the encoding that it is in.`;
    refuseDocument([{ pointer: '1:1', code: 'bad_encoding', detail }]);
  }
}

function decoderFor(label: string) {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return encodings.has(decoder.encoding) ? decoder : null;
  } catch {
    return null; // a label that names no encoding
  }
}

function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1] ?? null;
}

// oxlint-disable-next-line no-control-regex -- the characters meant are exactly the control characters
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]/u;

/** Whether a text can be stored, shown and printed: no control characters but tab and line breaks, no half characters. */
export function isPlainText(text: string): boolean {
  return !unprintable.test(text);
}

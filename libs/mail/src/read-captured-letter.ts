import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CapturedLetter, describeLetter } from './list-captured-letters.js';

/** One letter of the folder with its words, as a mail program shows them to those who read plain text. */
export async function readCapturedLetter(mailFolder: string, file: string): Promise<CapturedLetter & { text: string }> {
  const source = await readFile(join(mailFolder, file), 'utf8');
  return { ...describeLetter(file, source), text: plainText(source) };
}

/** The part in plain text of a letter that we wrote ourselves; the whole source where there is none. */
function plainText(source: string): string {
  const boundary = /boundary="([^"]+)"/i.exec(source)?.[1];
  const parts = boundary ? source.split(`--${boundary}`) : [source];
  const part = parts.find((one) => /^content-type:\s*text\/plain/im.test(one));
  if (!part) return source;
  const [head = '', ...rest] = part.trimStart().split(/\r?\n\r?\n/);
  const body = rest.join('\n\n');
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return unquoted(body);
  return body;
}

function unquoted(body: string): string {
  const joined = body.replaceAll(/=\r?\n/g, '');
  return decodeURIComponent(joined.replaceAll('%', '%25').replaceAll(/=([0-9A-F]{2})/gi, '%$1'));
}

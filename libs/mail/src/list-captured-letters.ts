import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A letter in the folder, as its header describes it. All texts come from outside: escape them where they are shown. */
export interface CapturedLetter {
  file: string;
  from: string;
  to: string;
  subject: string;
  /** ISO 8601, or null where the header has none that can be read. */
  date: string | null;
}

const headerBytes = 16_384;

/** The newest letters in the folder, at most `limit`; none where there is no folder yet. */
export async function listCapturedLetters(mailFolder: string, limit: number): Promise<CapturedLetter[]> {
  const entries = await readdir(mailFolder, { withFileTypes: true }).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return [];
    throw failure;
  });
  const newest = entries
    .filter((entry) => entry.isFile() && /^\d{8}T\d{9}Z-[0-9a-f-]{36}\.eml$/.test(entry.name))
    .map((entry) => entry.name)
    .sort()
    .reverse()
    .slice(0, limit);
  return Promise.all(newest.map(async (file) => describeLetter(file, await headOf(join(mailFolder, file)))));
}

async function headOf(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What the header of a letter says. */
export function describeLetter(file: string, text: string): CapturedLetter {
  const head = text.split(/\r?\n\r?\n/, 1)[0]!.replaceAll(/\r?\n[ \t]+/g, ' ');
  const headers = new Map(
    head.split(/\r?\n/).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())] as const;
    }),
  );
  const date = new Date(headers.get('date') ?? '');
  return {
    file,
    from: headers.get('from') ?? '',
    to: headers.get('to') ?? '',
    subject: headers.get('subject') ?? '',
    date: Number.isNaN(date.getTime()) ? null : date.toISOString(),
  };
}

/** Encoded words of RFC 2047 in UTF-8, the only ones that we write; blanks between two of them do not count. */
function decodeWords(value: string): string {
  return value
    .replaceAll(/(\?=)\s+(?==\?)/g, '$1')
    .replaceAll(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, kind, word]) => decodeWord(kind!, word!)),
      ).toString('utf8'),
    );
}

function decodeWord(kind: string, word: string): Buffer {
  if (kind.toLowerCase() === 'b') return Buffer.from(word, 'base64');
  const bytes = word
    .replaceAll('_', ' ')
    .replaceAll(/=([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

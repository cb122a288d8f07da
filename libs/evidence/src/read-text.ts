import { createReadStream } from 'node:fs';
import { type AcceptedType } from './domain/accepted-types.js';
import { typeOfText, unshown } from './domain/text-type.js';

/** Enough for the headers of a letter. */
const beginningCharacters = 32_768;

/**
 * Reads the file as text, whole but in parts: UTF-8, else GB18030, the encoding of many a Chinese system.
 * @returns its type, what it is instead (in words), or null where it is no text
 */
export async function readText(path: string): Promise<AcceptedType | string | null> {
  for (const encoding of ['utf-8', 'gb18030']) {
    const beginning = await beginningOfText(path, encoding);
    if (beginning !== null) return typeOfText(beginning);
  }
  return null;
}

async function beginningOfText(path: string, encoding: string): Promise<string | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let beginning = '';
  const accept = (text: string) => {
    if (beginning.length < beginningCharacters) beginning += text.slice(0, beginningCharacters - beginning.length);
    return !unshown.test(text);
  };
  try {
    for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
      if (!accept(decoder.decode(part, { stream: true }))) return null;
    }
    return accept(decoder.decode()) ? beginning : null;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return null;
    throw failure;
  }
}

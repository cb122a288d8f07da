import { fileTypeFromFile } from 'file-type';
import { open } from 'node:fs/promises';
import { Problem } from '#kernel';
import { type AcceptedType, acceptedByBytes, acceptedInWords, inWords } from './domain/accepted-types.js';
import { readArchive } from './read-archive.js';
import { readText } from './read-text.js';

/**
 * What the file is by its bytes, whatever its name and its sender say.
 * @throws Problem `file_type_refused` (with what it really is), `archive_refused`
 */
export async function inspectFile({ path, size }: { path: string; size: number }): Promise<AcceptedType> {
  // looked at before anybody else does: what is packed is judged by its list, never unpacked
  if (await isZip(path)) return readArchive(path, size);
  const found = await typeByBytes(path);
  const accepted = found === null ? undefined : acceptedByBytes[found];
  if (accepted) return accepted;
  if (found !== null) throw refusal(inWords(found), found);
  const text = await readText(path);
  if (text !== null && typeof text !== 'string') return text;
  throw refusal(text ?? inWords(null), null);
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.readUInt16LE(0) === 0x4b50 && [0x0403, 0x0605, 0x0807].includes(buffer.readUInt16LE(2));
  } finally {
    await file.close();
  }
}

async function typeByBytes(path: string): Promise<string | null> {
  try {
    return (await fileTypeFromFile(path))?.mime ?? null;
  } catch {
    return null; // begins like a known type and breaks off: text, or refused
  }
}

function refusal(what: string, found: string | null): Problem {
  const detail = `By its bytes the file is ${what}, whatever its name says. ${acceptedInWords}`;
  return new Problem('file_type_refused', {
    detail,
    errors: [{ pointer: '#/file', code: 'file_type_refused', detail }],
    extra: { found },
  });
}

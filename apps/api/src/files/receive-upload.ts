import { rm } from 'node:fs/promises';
import type { Multipart } from '@fastify/multipart';
import { receiveFile, type ReceivedFile } from '#evidence';
import { Problem } from '#kernel';
import type { ApiRequest } from '../http/access.js';

export interface Upload extends ReceivedFile {
  filename: string | undefined;
}

/**
 * Receives the one file of a multipart request into the folder. On any refusal nothing stays on the disk, and of what the
 * sender still has in hand nothing more is kept.
 * @throws Problem `unsupported_media_type`, `validation_failed`, `bad_request`, and as `receiveFile`
 */
export async function receiveUpload(request: ApiRequest, folder: string, mostBytes: number): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new Problem('unsupported_media_type', { detail: 'Send multipart/form-data with one field `file`.' });
  }
  let upload: Upload | null = null;
  try {
    // one byte above the limit, so that our own count sees it
    const limits = { fileSize: mostBytes + 1, fieldSize: 1024, parts: 3, headerPairs: 20 };
    for await (const part of request.parts({ limits })) {
      if (part.type !== 'file' || part.fieldname !== 'file') throw wrongField(part);
      if (upload) throw oneFile('two_files', 'Send one file in a request.');
      upload = { ...(await receiveFile(part.file, folder, mostBytes)), filename: part.filename };
    }
    if (upload) return upload;
  } catch (failure) {
    if (upload) await rm(upload.path, { force: true });
    throw problemOf(failure);
  }
  throw oneFile('required', 'Send the file as multipart/form-data in the field `file`.');
}

/** What the parser has to say is about the request; what the disk has to say is our fault. */
function problemOf(failure: unknown): unknown {
  if (failure instanceof Problem) return failure;
  const { code, syscall } = failure as NodeJS.ErrnoException;
  if (syscall !== undefined) return failure;
  if (code === 'FST_PARTS_LIMIT') return oneFile('two_files', 'Send one file in a request.');
  return new Problem('bad_request', { detail: 'The multipart body is damaged or broke off; nothing was kept.' });
}

function wrongField({ type, fieldname }: Multipart): Problem {
  const what = type === 'file' ? 'file' : 'field';
  return oneFile('unknown_field', `There is a ${what} "${fieldname.slice(0, 64)}"; send one file in the field "file".`);
}

function oneFile(code: string, detail: string): Problem {
  return new Problem('validation_failed', { errors: [{ pointer: '#/file', code, detail }] });
}

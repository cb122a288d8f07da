import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId, Problem } from '#kernel';

/** An upload that lies on the disk and is nobody's yet. */
export interface ReceivedFile {
  path: string;
  sha256: string;
  size: number;
}

const incoming = (folder: string) => join(folder, 'incoming');

/**
 * Writes an upload beside the store while it is hashed and counted, in constant memory, and flushes it to the disk.
 * Whatever goes wrong, nothing is left behind.
 * @throws Problem `file_too_large` as soon as the limit is passed, `file_empty`
 */
export async function receiveFile(content: Readable, folder: string, mostBytes: number): Promise<ReceivedFile> {
  await mkdir(incoming(folder), { recursive: true, mode: 0o700 });
  const path = join(incoming(folder), newId());
  const hash = createHash('sha256');
  let size = 0;
  try {
    await pipeline(
      content,
      async function* (parts: AsyncIterable<Buffer>) {
        for await (const part of parts) {
          size += part.length;
          if (size > mostBytes) throw tooLarge(mostBytes);
          hash.update(part);
          yield part;
        }
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
    );
    if (size === 0) throw new Problem('file_empty', { detail: 'The file has no content.' });
    return { path, sha256: hash.digest('hex'), size };
  } catch (failure) {
    await rm(path, { force: true });
    throw failure;
  }
}

function tooLarge(mostBytes: number): Problem {
  return new Problem('file_too_large', {
    detail: `A file has at most ${mostBytes} bytes (${Math.floor(mostBytes / 1024 ** 2)} MiB). Nothing was kept.`,
    extra: { maxFileBytes: mostBytes },
  });
}

/** Longer than any upload may take. */
const abandonedMilliseconds = 60 * 60 * 1000;

/** Removes what a killed process left half received; a younger one may still be arriving at another process. */
export async function clearIncoming(folder: string): Promise<void> {
  const names = await readdir(incoming(folder)).catch(absent);
  for (const name of names ?? []) {
    const path = join(incoming(folder), name);
    const found = await stat(path).catch(absent);
    if (found && Date.now() - found.mtimeMs > abandonedMilliseconds) await rm(path, { force: true });
  }
}

function absent(failure: NodeJS.ErrnoException): null {
  if (failure.code === 'ENOENT') return null;
  throw failure;
}

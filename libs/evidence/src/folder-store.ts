import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ObjectStore } from './object-store.js';

/**
 * Contents as files `ab/cd/<sha256>`. A file appears under its name by one rename of what is whole and flushed, so that
 * any number of processes can store the same content at once and none reads a part of it.
 */
export function folderStore(folder: string): ObjectStore {
  const placeOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256 in hex');
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  const has = (sha256: string) => stat(placeOf(sha256)).then(() => true, absent);
  return {
    has,
    async put(sha256, path) {
      const place = placeOf(sha256);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await flush(path, 'r+');
      await rename(path, place);
      // Windows neither needs nor lets a folder be flushed
      if (process.platform === 'win32') return;
      for (const above of [dirname(place), dirname(dirname(place)), folder]) await flush(above, 'r');
    },
    async open(sha256) {
      const file = await open(placeOf(sha256)).catch((failure: NodeJS.ErrnoException) => {
        // a content that is gone is a loss; it would otherwise pass for something that is temporarily away
        throw failure.code === 'ENOENT' ? new Error(`the content ${sha256} is not in the store`) : failure;
      });
      return createReadStream('', { fd: file });
    },
    async remove(sha256) {
      await rm(placeOf(sha256), { force: true });
    },
    close: () => undefined,
  };
}

function absent(failure: NodeJS.ErrnoException): false {
  if (failure.code === 'ENOENT') return false;
  throw failure;
}

/** A rename is durable only when both the file and the folders that name it are. */
async function flush(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags);
  await file.sync().finally(() => file.close());
}

import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes a letter into the folder under a name that sorts by time. Whole or not at all: readers never see half a file,
 * and the same letter captured twice is one file. Readable by its owner only, for it can hold a one-time link.
 */
export async function captureLetter(
  folder: string,
  letter: { letterId: string; writtenAt: Date },
  bytes: Uint8Array,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const time = letter.writtenAt.toISOString().replaceAll(/[-:.]/g, '');
  const unfinished = join(folder, `.${letter.letterId}.${process.pid}.part`);
  try {
    await writeFile(unfinished, bytes, { mode: 0o600 });
    await rename(unfinished, join(folder, `${time}-${letter.letterId}.eml`));
  } catch (failure) {
    await rm(unfinished, { force: true });
    throw failure;
  }
}

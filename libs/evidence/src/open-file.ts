import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import type { ObjectStore } from './object-store.js';

/**
 * The content of a file as a stream, hashed again on its way: what is not what was uploaded breaks off before its end,
 * so that nobody takes it for the evidence.
 */
export async function openFile(store: ObjectStore, { sha256 }: { sha256: string }): Promise<Readable> {
  const content = await store.open(sha256);
  const hash = createHash('sha256');
  let held: Buffer | null = null;
  const checked = new Transform({
    // one part is held back, so that the reader has the last one only when all is known to be right
    transform(part: Buffer, _encoding, done) {
      hash.update(part);
      const before = held;
      held = part;
      done(null, before);
    },
    flush(done) {
      if (hash.digest('hex') === sha256) done(null, held);
      else done(new Error(`the stored content of ${sha256} is damaged`));
    },
  });
  content.once('error', (failure) => checked.destroy(failure));
  checked.once('close', () => content.destroy());
  return content.pipe(checked);
}

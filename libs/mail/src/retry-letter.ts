import type { Tx } from '#database';
import { enqueueJobs } from '#events';
import { letterJob } from './letter-job.js';
import { reopenService, serviceOfLetter } from './record-service.js';

/**
 * Sends a letter that was given up again, by the whole schedule. Returns what had become of it: one that waits or has
 * gone stays as it is; null where there is none.
 */
export async function retryLetter(tx: Tx, now: Date, letterId: string): Promise<'pending' | 'sent' | 'failed' | null> {
  const [letter] = await tx.query<Array<{ state: 'pending' | 'sent' | 'failed'; onceKey: string | null }>>(
    'select state, once_key as "onceKey" from letters where id = $1 for update',
    [letterId],
  );
  if (letter?.state === 'failed') {
    await tx.query(
      `update letters set state = 'pending', attempt_count = 0, next_attempt_at = $2, failed_at = null where id = $1`,
      [letterId, now],
    );
    await enqueueJobs(tx, [letterJob(letterId)]);
    const serviceId = serviceOfLetter(letter.onceKey);
    if (serviceId) await reopenService(tx, serviceId);
  }
  return letter?.state ?? null;
}

import { createHash } from 'node:crypto';
import type { Tx } from '#database';
import { enqueueJobs, type Job } from '#events';
import { newId } from '#kernel';
import type { Authenticity } from './domain/words.js';

export const sortMailTaskName = 'sort_mail';

/** What the queue carries. */
export interface SortMailPayload {
  mailId: string;
}

/** A message as it came: whole, or the beginning of one that is too large. */
export interface ReceivedMail {
  raw: Buffer;
  /** Of the whole message, in bytes. */
  size: number;
  /** Said in the sandbox, where nobody's keys can be asked for. */
  authenticity?: Authenticity;
}

/**
 * Keeps a message before anything is made of it, with the job that will. The same bytes again are the same message.
 * @param now the domain's time
 */
export async function receiveMail(
  tx: Tx,
  now: Date,
  { raw, size, authenticity }: ReceivedMail,
): Promise<{ mailId: string; isNew: boolean }> {
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const [kept] = await tx.query<Array<{ id: string }>>(
    `insert into inbound_mail (id, sha256, size, is_whole, raw, received_at, state, authenticity)
     values ($1, $2, $3, $4, $5, $6, 'received', $7) on conflict (sha256) do nothing returning id`,
    [newId(), sha256, size, raw.length === size, raw, now, authenticity ?? null],
  );
  if (kept) {
    await enqueueJobs(tx, [sortingJob(kept.id)]);
    return { mailId: kept.id, isNew: true };
  }
  const [known] = await tx.query<[{ id: string }]>('select id from inbound_mail where sha256 = $1', [sha256]);
  return { mailId: known.id, isNew: false };
}

/** Tried for about a day: what stands in the way is the domain name system, or the database. */
function sortingJob(mailId: string): Job {
  return { task: sortMailTaskName, payload: { mailId }, key: mailId, maxAttempts: 12 };
}

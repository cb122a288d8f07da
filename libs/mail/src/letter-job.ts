import type { Job } from '#events';

export const sendLetterTaskName = 'send_letter';

/** What the queue carries. */
export interface SendLetterPayload {
  letterId: string;
}

/** The job of one letter; asked for again while it waits, it stays one. Retries are the letter's own, not the queue's. */
export function letterJob(letterId: string, runAt?: Date): Job {
  return { task: sendLetterTaskName, payload: { letterId }, key: letterId, runAt, maxAttempts: 10 };
}

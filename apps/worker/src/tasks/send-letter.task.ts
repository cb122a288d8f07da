import { isUuid } from '#kernel';
import { type ChoicesLink, type MailCarrier, sendLetter, type SendLetterPayload } from '#mail';
import type { Task } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { tellOfAttempt } from '../job-log.js';

/** The task `send_letter`: one try of one letter. The carrier is shared by the whole process and closed at its end. */
export function sendLetterTask(deps: { database: DataSource; carrier: MailCarrier; choices: ChoicesLink }): Task {
  return async (payload) => {
    const { letterId } = payload as SendLetterPayload;
    if (isUuid(letterId)) await sendLetter({ ...deps, tell: tellOfAttempt }, letterId);
  };
}

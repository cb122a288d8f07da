import type { ResolveTxt, SortMailPayload } from '#inbound-mail';
import { type Configuration, isUuid } from '#kernel';
import type { Task } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { sortMail } from '../sorting/sort-mail.js';

/** How often a key that cannot be asked for is asked for again, over about an hour. */
const patientTries = 8;

/** The task `sort_mail`: one message that was received. */
export function sortMailTask(deps: {
  database: DataSource;
  configuration: Configuration;
  resolveTxt: ResolveTxt;
}): Task {
  return async (payload, { job }) => {
    const { mailId } = payload as SortMailPayload;
    if (isUuid(mailId)) await sortMail(deps, mailId, job.attempts >= patientTries);
  };
}

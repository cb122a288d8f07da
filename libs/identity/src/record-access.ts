import { newId } from '#kernel';
import type { DataSource } from 'typeorm';
import type { Caller } from './domain/caller.js';

/** Writes down who read personal data of which matter, and when; real time, because it is about people. */
export async function recordAccess(
  database: Pick<DataSource, 'query'>,
  caller: Caller,
  subject: { kind: 'notice' | 'escalation'; id: string },
): Promise<void> {
  await database.query(
    `insert into access_log (id, organization_id, member_id, api_key_id, subject_kind, subject_id, at)
     values ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
    [newId(), caller.organizationId, caller.memberId, caller.apiKeyId, subject.kind, subject.id],
  );
}

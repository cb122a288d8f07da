import { newId } from '#kernel';
import type { DataSource } from 'typeorm';
import type { Caller } from './domain/caller.js';

/**
 * Writes down who read personal data of which matters, and when; real time, because it is about people. One statement,
 * none for no matters.
 */
export async function recordAccess(
  database: Pick<DataSource, 'query'>,
  caller: Caller,
  ...subjects: ReadonlyArray<{ kind: 'notice' | 'escalation' | 'authorization' | 'inbound_mail'; id: string }>
): Promise<void> {
  if (subjects.length === 0) return;
  await database.query(
    `insert into access_log (id, organization_id, member_id, api_key_id, subject_kind, subject_id, at)
     select s."entryId", $1, $2, $3, s.kind, s.id, clock_timestamp()
     from jsonb_to_recordset($4) as s("entryId" uuid, kind text, id uuid)`,
    [
      caller.organizationId,
      caller.memberId,
      caller.apiKeyId,
      JSON.stringify(subjects.map(({ kind, id }) => ({ entryId: newId(), kind, id }))),
    ],
  );
}

import type { Tx } from '#database';
import { Problem } from '#kernel';
import { requireUnregistered, workValues } from './add-work.js';
import { linkDocuments, requireOwnDocuments } from './link-documents.js';
import { spelledWork, type WorkDraft } from './domain/work-draft.js';
import { workColumns, type WorkRow } from './works.queries.js';

export type WorkChange = Partial<WorkDraft> & { state?: 'active' | 'archived' };

/**
 * Changes what is given and leaves the rest; identifiers, addresses and documents are replaced as a whole. What
 * authorizations and complaints took from the work before stays as it was. `not_found` also for another organization's;
 * `stale_version` with the current version where `expectedVersion` is another.
 */
export async function amendWork(
  tx: Tx,
  now: Date,
  organizationId: string,
  workId: string,
  expectedVersion: number | null,
  { state, ...changes }: WorkChange,
): Promise<WorkRow> {
  const [before] = await tx.query<WorkRow[]>(
    `select ${workColumns} from works where id = $1 and organization_id = $2 for update`,
    [workId, organizationId],
  );
  if (!before) throw new Problem('not_found');
  requireVersion(before, expectedVersion);
  const work = spelledWork({ ...before, ...changes });
  const documents = changes.documents ?? [];
  await requireOwnDocuments(tx, organizationId, documents);
  if (work.registrationNumber !== before.registrationNumber) {
    await requireUnregistered(tx, organizationId, work.registrationNumber, workId);
  }
  const [rows] = await tx.query<[WorkRow[], number]>(
    `update works set title = $2, normalised_title = $3, category = $4, identifiers = $5, identifier_keys = $6,
       registration_number = $7, original_urls = $8, territories = $9, holder_name = $10, documents = $11,
       state = $12, updated_at = $13, version = version + 1
     where id = $1 returning ${workColumns}`,
    [workId, ...workValues(work), state ?? before.state, now],
  );
  await linkDocuments(tx, now, organizationId, { kind: 'work', id: workId }, documents);
  return rows[0]!;
}

/** Who read an older version learns what it is now instead of writing over it. */
export function requireVersion(current: { version: number; state: string }, expected: number | null): void {
  if (expected === null || expected === current.version) return;
  throw new Problem('stale_version', {
    detail: `Version ${expected} was changed since; read it again. It is now version ${current.version}.`,
    extra: { state: current.state, version: current.version },
  });
}

import type { Tx } from '#database';
import { newId, Problem } from '#kernel';
import { linkDocuments, requireOwnDocuments } from './link-documents.js';
import { normalisedTitle } from './domain/normalised-title.js';
import { identifierKeys } from './domain/same-work.js';
import { spelledWork, type WorkDraft } from './domain/work-draft.js';
import { workColumns, type WorkRow } from './works.queries.js';

/**
 * Puts a work into the organization's vault. 422 with pointers where an identifier is mistyped, 409 `already_exists`
 * with the id of the work that has the same registration number.
 */
export async function addWork(tx: Tx, now: Date, organizationId: string, draft: WorkDraft): Promise<WorkRow> {
  const work = spelledWork(draft);
  await requireOwnDocuments(tx, organizationId, work.documents);
  await requireUnregistered(tx, organizationId, work.registrationNumber, null);
  const [row] = await tx.query<WorkRow[]>(
    `insert into works (id, organization_id, title, normalised_title, category, identifiers, identifier_keys,
       registration_number, original_urls, territories, holder_name, documents, state, version, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'active', 1, $13, $13)
     returning ${workColumns}`,
    [newId(), organizationId, ...workValues(work), now],
  );
  await linkDocuments(tx, now, organizationId, { kind: 'work', id: row!.id }, work.documents);
  return row!;
}

/** The columns that a draft fills, in the order of both statements that write them. */
export function workValues(work: WorkDraft): unknown[] {
  return [
    work.title,
    normalisedTitle(work.title),
    work.category,
    JSON.stringify(work.identifiers),
    identifierKeys(work.identifiers),
    work.registrationNumber,
    work.originalUrls,
    work.territories,
    work.holderName,
    JSON.stringify(work.documents),
  ];
}

/** Asked under a lock of the organization's own, so that of two at once one is told of the other. */
export async function requireUnregistered(
  tx: Tx,
  organizationId: string,
  registrationNumber: string | null,
  exceptWorkId: string | null,
): Promise<void> {
  if (registrationNumber === null) return;
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('works ' || $1, 0))`, [organizationId]);
  const [taken] = await tx.query<Array<{ id: string }>>(
    `select id from works where organization_id = $1 and registration_number = $2 and ($3::uuid is null or id <> $3)`,
    [organizationId, registrationNumber, exceptWorkId],
  );
  if (!taken) return;
  throw new Problem('already_exists', {
    detail: `Your vault has a work with the registration number ${registrationNumber}.`,
    errors: [
      { pointer: '#/registrationNumber', code: 'already_exists', detail: 'Use or change the work that has it.' },
    ],
    extra: { workId: taken.id },
  });
}

import type { Tx } from '#database';
import { type FieldError, Problem } from '#kernel';
import type { FileRow } from './files.queries.js';

/**
 * The files that a request names, by id, each of this organization; they cannot be removed before the transaction ends.
 * One statement, none where nothing is named.
 * @throws Problem `validation_failed` with `dangling_reference` at the pointer of each that is not
 */
export async function requireOwnFiles(
  tx: Tx,
  organizationId: string,
  references: ReadonlyArray<{ fileId: string | null | undefined; pointer: string }>,
): Promise<Map<string, FileRow>> {
  const named = references.flatMap(({ fileId, pointer }) =>
    fileId ? [{ fileId: fileId.toLowerCase(), pointer }] : [],
  );
  if (named.length === 0) return new Map();
  const rows = await tx.query<FileRow[]>(
    `select f.id, f.name, o.size::float8 as size, f.media_type as "mediaType", f.sha256, f.created_at as "createdAt"
     from files f join evidence_objects o on o.sha256 = f.sha256
     where f.id = any($1) and f.organization_id = $2 order by f.id for key share of f`,
    [[...new Set(named.map(({ fileId }) => fileId))], organizationId],
  );
  const own = new Map(rows.map((row) => [row.id, row]));
  const detail = 'Your organization has no such file: upload it with POST /v1/files and use the id of the answer.';
  const errors: FieldError[] = named
    .filter(({ fileId }) => !own.has(fileId))
    .map(({ pointer }) => ({ pointer, code: 'dangling_reference', detail }));
  if (errors.length > 0) throw new Problem('validation_failed', { errors: errors.slice(0, 100) });
  return own;
}

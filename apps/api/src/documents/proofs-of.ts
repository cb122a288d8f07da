import type { FormProof } from '#documents';
import type { LinkedFile } from '#evidence';
import type { FiledEvidence } from '#notices';

/** Evidence as a form lists it: a file by its name and by the hash that identifies its bytes, where the reader may have it. */
export function proofsOf(
  evidence: readonly FiledEvidence[],
  files: ReadonlyArray<Pick<LinkedFile, 'id' | 'name' | 'sha256'>>,
): FormProof[] {
  const byId = new Map(files.map((file) => [file.id, file]));
  return evidence.map(({ kind, text, url, fileId }) => {
    const file = fileId ? byId.get(fileId) : undefined;
    return { kind, text, url, file: file ? { name: file.name, sha256: file.sha256, id: file.id } : null };
  });
}

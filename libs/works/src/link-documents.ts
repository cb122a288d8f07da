import type { Tx } from '#database';
import { linkFiles, requireOwnFiles } from '#evidence';
import type { ProofDocument } from './domain/proof-document.js';

/** 422 with the place of every file that the organization did not upload. Nothing is asked where none is named. */
export async function requireOwnDocuments(
  tx: Tx,
  organizationId: string,
  documents: readonly ProofDocument[],
): Promise<void> {
  const references = documents.map(({ fileId }, place) => ({ fileId, pointer: `#/documents/${place}/fileId` }));
  await requireOwnFiles(tx, organizationId, references);
}

/** Proof that the vault rests on stays: a linked file cannot be removed. */
export async function linkDocuments(
  tx: Tx,
  now: Date,
  organizationId: string,
  matter: { kind: 'work' | 'authorization'; id: string },
  documents: readonly ProofDocument[],
): Promise<void> {
  const links = documents.flatMap(({ fileId }) =>
    fileId
      ? [
          {
            fileId,
            matterKind: matter.kind,
            matterId: matter.id,
            kind: 'document',
            forward: false,
            readers: ['complainant'] as const,
          },
        ]
      : [],
  );
  await linkFiles(tx, now, organizationId, links);
}

import type { Tx } from '#database';
import { linkFiles, type MatterParty, requireOwnFiles } from '#evidence';
import type { Caller } from '#identity';
import type { FiledEvidence } from './domain/complaint-document.js';
import type { LockedNotice } from './lock-notice.js';

export interface AttachedFile {
  fileId: string | null | undefined;
  /** Where in the request the file is named. */
  pointer: string;
  kind?: FiledEvidence['kind'];
  forward?: boolean;
  readers: readonly MatterParty[];
}

export const everyParty: readonly MatterParty[] = ['complainant', 'platform', 'regulator'];

/** Files that an act names join the matter, for those who may read them there. Nothing is asked where none is named. */
export async function attachFiles(
  tx: Tx,
  now: Date,
  caller: Caller,
  notice: LockedNotice,
  files: readonly AttachedFile[],
): Promise<void> {
  const named = files.filter(({ fileId }) => fileId);
  if (named.length === 0) return;
  await requireOwnFiles(tx, caller.organizationId, named);
  await linkFiles(
    tx,
    now,
    caller.organizationId,
    named.map(({ fileId, kind = 'other', forward = false, readers }) => ({
      fileId: fileId!,
      matterKind: 'notice' as const,
      matterId: notice.id,
      kind,
      forward,
      readers,
    })),
  );
}

/** Evidence that carries files, as a list of them. */
export function evidenceFiles(
  evidence: readonly FiledEvidence[],
  readers: readonly MatterParty[] = everyParty,
): AttachedFile[] {
  return evidence.map(({ fileId, kind, forward }, index) => ({
    fileId,
    pointer: `#/evidence/${index}/fileId`,
    kind,
    forward,
    readers,
  }));
}

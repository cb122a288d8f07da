import { type FieldError, Problem } from '#kernel';
import type { EvidenceKind } from '#law';
import type { FiledEvidence } from '#notices';
import type { EvidenceRequest } from '../complaints/complaints.requests.js';

/**
 * Evidence in the words of the domain: a text, a link or a file each. Identity never reaches the user who posted; all
 * else only where it says so, or proves the infringement.
 */
export function evidenceOf(evidence: readonly EvidenceRequest[] = []): FiledEvidence[] {
  const errors = evidence.flatMap(({ text, url, fileId }, index): FieldError[] =>
    text || url || fileId
      ? []
      : [{ pointer: `#/evidence/${index}`, code: 'required', detail: 'Give at least one of text, url and fileId.' }],
  );
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
  return evidence.map((entry) => ({
    ...entry,
    kind: entry.kind as EvidenceKind,
    forward: entry.kind !== 'identity' && (entry.forward ?? entry.kind === 'infringement'),
  }));
}

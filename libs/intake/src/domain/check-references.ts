import { type FieldError, Problem } from '#kernel';
import type { ComplaintDocument } from '#notices';
import type { FiledTarget } from './filing.js';

const mostEvidence = 500;

/** Every target names a work of the same complaint, and works have distinct names: else 422, nothing filed. */
export function checkReferences(works: ReadonlyArray<{ ref: string }>, targets: readonly FiledTarget[]): void {
  const errors = repeatedRefs(works);
  const refs = new Set(works.map(({ ref }) => ref));
  targets.forEach(({ workRef }, index) => {
    if (!refs.has(workRef)) {
      const detail = `No work of this complaint has the ref "${workRef}".`;
      errors.push({ pointer: `#/targets/${index}/workRef`, code: 'dangling_reference', detail });
    }
  });
  refuse(errors);
}

/** The same of a complaint that was completed: its targets stand, so the works that they name must be among the new. */
export function checkCompleted(
  { works, evidence }: ComplaintDocument,
  targets: ReadonlyArray<{ workRef: string }>,
): void {
  const errors = repeatedRefs(works);
  const refs = new Set(works.map(({ ref }) => ref));
  for (const ref of new Set(targets.map(({ workRef }) => workRef))) {
    if (refs.has(ref)) continue;
    const detail = `A target of this complaint names the work "${ref}": keep a work with this ref.`;
    errors.push({ pointer: '#/works', code: 'dangling_reference', detail });
  }
  if (evidence.length > mostEvidence) {
    const detail = `A complaint holds at most ${mostEvidence} pieces of evidence; with these it would be ${evidence.length}.`;
    errors.push({ pointer: '#/evidence', code: 'array_max_size', detail });
  }
  refuse(errors);
}

function repeatedRefs(works: ReadonlyArray<{ ref: string }>): FieldError[] {
  const refs = new Set<string>();
  return works.flatMap(({ ref }, index) => {
    const isRepeated = refs.has(ref);
    refs.add(ref);
    const detail = `"${ref}" names a work above; give each its own.`;
    return isRepeated ? [{ pointer: `#/works/${index}/ref`, code: 'repeated', detail }] : [];
  });
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Problem('validation_failed', { errors: errors.slice(0, 100) });
}

import { type FieldError, Problem } from '#kernel';
import type { FiledTarget } from './filing.js';

/** Every target names a work of the same complaint, and works have distinct names: else 422, nothing filed. */
export function checkReferences(works: ReadonlyArray<{ ref: string }>, targets: readonly FiledTarget[]): void {
  const errors: FieldError[] = [];
  const refs = new Set<string>();
  works.forEach(({ ref }, index) => {
    if (refs.has(ref)) {
      errors.push({
        pointer: `#/works/${index}/ref`,
        code: 'repeated',
        detail: `"${ref}" names a work above; give each its own.`,
      });
    }
    refs.add(ref);
  });
  targets.forEach(({ workRef }, index) => {
    if (!refs.has(workRef)) {
      const detail = `No work of this complaint has the ref "${workRef}".`;
      errors.push({ pointer: `#/targets/${index}/workRef`, code: 'dangling_reference', detail });
    }
  });
  if (errors.length > 0) throw new Problem('validation_failed', { errors: errors.slice(0, 100) });
}

import { type FieldError, Problem } from '#kernel';

/** As many faults of a document as are told at once. */
const mostFaults = 100;

/**
 * The document cannot be taken: each fault with its place (a JSON pointer, or `line:column` in XML) and how to mend it.
 * @throws Problem `validation_failed`, always
 */
export function refuseDocument(faults: readonly FieldError[]): never {
  throw new Problem('validation_failed', {
    detail: 'Nothing was kept; mend the document and send it again.',
    errors: faults.slice(0, mostFaults),
  });
}

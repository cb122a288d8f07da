import { canonicalJson, sha256Hex } from '#kernel';
import type { Filing } from './filing.js';

/** What was filed, whole: the text over which a receipt's digest is made. Absent members are absent, not null. */
export function contentSha256({ clientRef, ground, document, targets }: Filing): string {
  return sha256Hex(canonicalJson({ clientRef, ground, document, targets }));
}

/** A complaint's document as it stood once it was supplemented. */
export function documentSha256(document: Filing['document']): string {
  return sha256Hex(canonicalJson(document));
}

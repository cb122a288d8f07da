import type { EvidenceDraft } from './notice-draft.js';

export function isFilled(value: string | null | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

export function anyFilled(...values: Array<string | null | undefined>): boolean {
  return values.some(isFilled);
}

/** Text or a link suffices for the element; a file is only better proof (api.md §3). */
export function holdsSomething(entry: EvidenceDraft): boolean {
  return anyFilled(entry.text, entry.url, entry.fileId);
}

import { type FieldError, isUuid } from '#kernel';

/** A document that proves ownership or authority: a file held here, a link, or its text. */
export interface ProofDocument {
  fileId?: string;
  url?: string;
  text?: string;
}

/** Each says something, and a link is one that a person can open. */
export function documentFaults(documents: readonly ProofDocument[]): FieldError[] {
  return documents.flatMap(({ fileId, url, text }, place): FieldError[] => {
    const pointer = `#/documents/${place}`;
    if (!fileId && !url && !text?.trim()) {
      return [{ pointer, code: 'required', detail: 'Give at least one of fileId, url and text.' }];
    }
    if (fileId && !isUuid(fileId)) {
      return [{ pointer: `${pointer}/fileId`, code: 'is_uuid', detail: 'Give the id of a file that you uploaded.' }];
    }
    return url && !isWebAddress(url) ? [webAddressFault(`${pointer}/url`)] : [];
  });
}

export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

export function webAddressFault(pointer: string): FieldError {
  return { pointer, code: 'bad_url', detail: 'Give an address that begins with https:// or http://.' };
}

import type { PartyDraft, PrincipalDraft } from '#law';

/** What the document was written in. */
export type DraftFormat = 'xarf' | 'acns';

/** The way it came. */
export type DraftChannel = 'api' | 'mail';

/** As large as a message may be that becomes a draft, in bytes. */
export const longestDraftOriginal = 1_048_576;

/**
 * The body of `POST /v1/complaints` as far as a message can give it. Without statements, by type: that the notice is
 * true and in good faith is said by the member who confirms, whatever a message says (条例 第14条, 17 USC 512(c)(3)).
 */
export interface DraftDocument {
  clientRef?: string;
  ground: 'copyright';
  complainant?: PartyDraft & { name: string };
  onBehalfOf?: PrincipalDraft;
  works: DraftWork[];
  targets: DraftTarget[];
  demand?: 'remove' | 'disable' | 'delink';
  evidence: DraftEvidence[];
}

export interface DraftWork {
  ref: string;
  title?: string;
  category?: string;
  identifiers?: Record<string, string>;
  originalUrls?: string[];
  registrationNumber?: string;
}

export interface DraftTarget {
  text: string;
  workRef: string;
  description?: string;
  account?: { handle?: string; url?: string };
}

export interface DraftEvidence {
  kind: 'ownership' | 'infringement' | 'other';
  text?: string;
  url?: string;
}

/** What a person should look at before confirming. */
export interface DraftRemark {
  /** Into the original: a JSON pointer, or `line:column` of an XML document; null for the whole. */
  at: string | null;
  code: string;
  zh: string;
  en: string;
}

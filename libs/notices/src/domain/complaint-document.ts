import type { EvidenceDraft, PartyDraft, PrincipalDraft, StatementsDraft } from '#law';

export interface FiledWork {
  ref: string;
  /** In the vault of whoever files: title and numbers are as they stood there at filing. */
  workId?: string;
  title: string;
  category: string;
  identifiers?: Record<string, string>;
  originalUrls?: string[];
  registrationNumber?: string;
}

export interface FiledEvidence extends EvidenceDraft {
  /** Whether the platform may pass it on to its user: by default only proof of the infringement. */
  forward: boolean;
}

/** Parties, works, proof and statements, as filed. */
export interface ComplaintDocument {
  complainant: PartyDraft;
  onBehalfOf: PrincipalDraft | null;
  works: FiledWork[];
  evidence: FiledEvidence[];
  statements: StatementsDraft;
  demand: string | null;
}

import type { EvidenceKind } from './vocabulary.js';

type Text = string | null | undefined;

/** A party as the complaint names it; every member may be absent (api.md §3). */
export interface PartyDraft {
  name?: Text;
  idType?: Text;
  idNumber?: Text;
  legalRepresentative?: Text;
  contact?: Text;
  email?: Text;
  phone?: Text;
  mobile?: Text;
  fax?: Text;
  address?: Text;
  postcode?: Text;
}

/** What the power of attorney was worth at the instant of filing; `pending` may file (domain.md §2.6). */
export type AuthorizationState =
  'in_force' | 'pending' | 'expired' | 'out_of_scope' | 'rejected' | 'revoked' | 'frozen' | 'unknown';

/** The rights holder for whom an agent files. */
export interface PrincipalDraft extends PartyDraft {
  authorizationId?: Text;
}

export interface EvidenceDraft {
  kind: EvidenceKind;
  text?: Text;
  url?: Text;
  fileId?: Text;
}

export interface StatementsDraft {
  accuracy?: boolean | null;
  goodFaith?: boolean | null;
  perjury?: boolean | null;
  signature?: Text;
  signedAt?: Text;
}

export interface WorkDraft {
  title?: Text;
  registrationNumber?: Text;
}

/** What is known of a notice when its required elements are checked: plain data, nothing looked up. */
export interface NoticeDraft {
  complainant: PartyDraft;
  onBehalfOf?: PrincipalDraft | null;
  /** What the authorization register says, where someone looked it up; absent = the reference alone counts. */
  authorizationState?: AuthorizationState;
  works: readonly WorkDraft[];
  evidence: readonly EvidenceDraft[];
  statements?: StatementsDraft | null;
  /** How many targets were located for this notice. */
  targetCount: number;
  /** What the complainant says of the targets, each in words; explains a notice under the DSA. */
  descriptions?: readonly Text[];
}

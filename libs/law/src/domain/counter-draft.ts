import type { EvidenceDraft, PartyDraft } from './notice-draft.js';

type Text = string | null | undefined;

/** The user who answers a notice, as the platform passes the answer on (api.md §4). */
export type RespondentDraft = Pick<
  PartyDraft,
  'name' | 'idType' | 'idNumber' | 'contact' | 'address' | 'phone' | 'email'
>;

export interface CounterStatementsDraft {
  accuracy?: boolean | null;
  /** Good-faith belief in a mistake, under penalty of perjury (17 USC 512(g)(3)(C)). */
  perjury?: boolean | null;
  /** Consent to the jurisdiction of a federal court and to service of process (17 USC 512(g)(3)(D)). */
  jurisdiction?: boolean | null;
  signature?: Text;
}

/** What is known of a counter-notice when its elements are checked: plain data, nothing looked up. */
export interface CounterDraft {
  respondent: RespondentDraft;
  statement?: Text;
  reasonCode?: Text;
  evidence: readonly EvidenceDraft[];
  statements?: CounterStatementsDraft | null;
  /** How many items it asks back. */
  targetCount: number;
}

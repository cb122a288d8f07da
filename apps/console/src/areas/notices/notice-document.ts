import type { Schemas } from '../../api/client.js';

export type Notice = Schemas['NoticeView'];
export type NoticeEntry = Schemas['NoticeEntryView'];
export type Item = Schemas['ItemView'];
export type Deadline = Schemas['DeadlineView'];

/** A party as it named itself; what it left out is absent. */
export type Party = Partial<Schemas['ComplainantRequest']> & { authorizationId?: string };
export type FiledWork = Pick<Schemas['WorkRequest'], 'ref' | 'workId' | 'identifiers' | 'registrationNumber'> & {
  title: string;
  category: string;
  originalUrls?: string[];
};
export type Evidence = Schemas['EvidenceRequest'];
export type Statements = Schemas['StatementsRequest'];

export interface SupplementRequest {
  elements: string[];
  message: string;
  requestedAt: string;
  answeredAt: string | null;
  lapsedAt: string | null;
}

export interface Supplement {
  id: string;
  evidence: Evidence[];
  statements: Statements | null;
  message: string | null;
  receivedAt: string;
}

export interface Proceeding {
  id: string;
  itemId: string;
  kind: string;
  number: string;
  authority: string;
  filedAt: string;
  counts: boolean;
  endedAt: string | null;
  result: string | null;
  endNote: string | null;
}

export interface Order {
  id: string;
  itemId: string;
  direction: string;
  issuer: string;
  number: string;
  issuedAt: string;
  endedAt: string | null;
}

export interface Report {
  id: string;
  itemId: string;
  text: string | null;
  reportedAt: string;
  disputedAt: string | null;
  disputeNote: string | null;
}

export interface Appeal {
  itemId: string;
  text: string;
  receivedAt: string;
}

export interface ItemCounterNotice {
  id: string;
  itemId: string;
  state: string;
  receivedAt: string;
  forwardedAt: string | null;
}

/** The parts of a notice whose shape its filing and the acts on it give. */
export interface NoticeDocument {
  parties: { complainant: Party; onBehalfOf: Party | null };
  works: FiledWork[];
  evidence: Evidence[];
  statements: Statements;
  supplementRequest: SupplementRequest | null;
  supplements: Supplement[];
  counterNotices: ItemCounterNotice[];
  proceedings: Proceeding[];
  orders: Order[];
  reports: Report[];
  appeals: Appeal[];
}

export function documentOf(notice: Notice): NoticeDocument {
  return notice as unknown as NoticeDocument;
}

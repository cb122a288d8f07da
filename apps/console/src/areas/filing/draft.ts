import type { Schemas } from '../../api/client.js';

export type Filing = Schemas['FileComplaintRequest'];
export type Ground = Filing['ground'];
export type Category = NonNullable<Schemas['WorkRequest']['category']>;
export type EvidenceKind = Schemas['EvidenceRequest']['kind'];

export const demands = ['remove', 'disable', 'delink'] as const;
export const evidenceKinds = ['infringement', 'ownership', 'identity', 'authorization', 'other'] as const;
/** The longest that the server takes of each. */
export const partyBounds = {
  name: 200,
  idNumber: 64,
  legalRepresentative: 200,
  contact: 200,
  email: 320,
  phone: 64,
  address: 500,
  postcode: 20,
} as const;
export const partyFields = Object.keys(partyBounds) as PartyField[];
export type PartyField = keyof typeof partyBounds;
export type Party = Partial<Record<PartyField | 'idType' | 'mobile' | 'fax', string>>;

export interface DraftWork {
  ref: string;
  workId: string | null;
  title: string;
  category: Category;
  registrationNumber: string;
  originalUrls?: string[];
}

export interface DraftEvidence {
  id: string;
  kind: EvidenceKind;
  form: 'text' | 'url' | 'file';
  text: string;
  url: string;
  file: { id: string; name: string } | null;
  isForwarded: boolean;
}

/** What belongs to one pasted text beside the text; kept by the text itself, whose place changes while one types. */
export interface TargetNote {
  workRef?: string;
  description?: string;
  account?: { handle?: string; url?: string };
}

/** A complaint as it is being written. No secrets are in it: it stays in the browser until it is filed. */
export interface Draft {
  /** The draft of another system that this page holds; null: a person began it. */
  origin: string | null;
  pasted: string;
  notes: Record<string, TargetNote>;
  ground: Ground;
  right: string;
  demand: (typeof demands)[number];
  works: DraftWork[];
  /** Null: the organization's own profile stands in. */
  complainant: Party | null;
  /** Null: files in its own right. */
  principal: (Party & { authorizationId?: string }) | null;
  evidence: DraftEvidence[];
  statements: { accuracy: boolean; goodFaith: boolean; perjury: boolean; signature: string };
}

export const blankWork = (ref: string): DraftWork => ({
  ref,
  workId: null,
  title: '',
  category: 'film',
  registrationNumber: '',
});

/** Proof of infringement may be passed on to the user who is complained of; the rest is the complainant's own matter. */
export const blankEvidence = (kind: EvidenceKind): DraftEvidence => ({
  id: crypto.randomUUID(),
  kind,
  form: 'text',
  text: '',
  url: '',
  file: null,
  isForwarded: kind === 'infringement',
});

export const blankDraft = (isAgent: boolean): Draft => ({
  origin: null,
  pasted: '',
  notes: {},
  ground: 'copyright',
  right: 'information_network',
  demand: 'remove',
  works: [blankWork('w1')],
  complainant: null,
  principal: isAgent ? {} : null,
  evidence: [blankEvidence('infringement')],
  statements: { accuracy: false, goodFaith: false, perjury: false, signature: '' },
});

/** The first number that no work has. */
export function freeRef(works: readonly DraftWork[]): string {
  let number = works.length + 1;
  while (works.some(({ ref }) => ref === `w${number}`)) number++;
  return `w${number}`;
}

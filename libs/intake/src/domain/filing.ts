import type { ComplaintDocument } from '#notices';

/** What a complainant files, as the API took it, with the profile already in the place of a missing complainant. */
export interface Filing {
  clientRef: string | null;
  ground: string;
  document: ComplaintDocument;
  targets: FiledTarget[];
}

export interface FiledTarget {
  text: string;
  workRef: string;
  right: string | null;
  description: string | null;
  account: { handle?: string; url?: string } | null;
}

/** An element that is missing for a lawful notice, with the targets that wait for it. */
export interface Deficiency {
  element: string;
  code: string;
  detail: { zh: string; en: string };
  regime: string;
  source: { law: string; article: string } | null;
  targetIndexes: number[];
}

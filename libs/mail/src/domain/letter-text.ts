import type { LetterData, LetterTemplate } from './letter-data.js';

/** A letter before it is set: what it says, in order. */
export interface LetterText {
  subject: string;
  /** Left out where we write to an organization. */
  name?: string;
  paragraphs: string[];
  facts?: Array<[label: string, value: string]>;
  link?: { label: string; url: string };
  closing?: string;
}

export type Wording<T extends LetterTemplate> = (data: LetterData[T]) => LetterText;

import type { Trace } from '#kernel';
import type { LetterData, LetterTemplate } from './letter-data.js';
import type { LetterLocale } from './locale.js';

interface LetterOf<T extends LetterTemplate> {
  /** What makes the letter unique, e.g. event and reader: a second one under the same key is not written. */
  onceKey?: string;
  organizationId?: string | null;
  /** Of the person it goes to, where they may choose to do without such letters. */
  memberId?: string | null;
  /** Where an answer goes, a bounce too; to nobody where left out. */
  replyTo?: string;
  /** One bare address. */
  recipient: string;
  template: T;
  /** Of the event that it tells of; left out, that of the request which writes it. */
  trace?: Trace;
}

/** In one language, or with the data of each for a letter in both. */
type Said<T extends LetterTemplate> =
  { locale: LetterLocale; data: LetterData[T] } | { locale: 'both'; data: Record<LetterLocale, LetterData[T]> };

/** A letter to be written: the template decides what data it takes. */
export type NewLetter = { [T in LetterTemplate]: LetterOf<T> & Said<T> }[LetterTemplate];

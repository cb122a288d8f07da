export {
  isMailedEventType,
  lettersFor,
  type MailedEventType,
  type MatterFacts,
  type Reader,
  type ReaderRole,
} from './domain/announce-by-mail.js';
export { readChoicesToken } from './domain/choices-token.js';
export { waitingLabels } from './domain/digest-templates.js';
export type { FollowUpFacts } from './domain/announce-follow-ups.js';
export type { LetterData, LetterTemplate } from './domain/letter-data.js';

export { type LetterLocale } from './domain/locale.js';
export type { NewLetter } from './domain/new-letter.js';
export { letterRetrySchedule } from './domain/retry-schedule.js';
export { type SetLetter } from './domain/set-letter.js';
export { findForgottenLetters } from './find-forgotten-letters.js';
export { sendLetterTaskName, type SendLetterPayload } from './letter-job.js';
export { type CapturedLetter, listCapturedLetters } from './list-captured-letters.js';
export { createMailCarrier, type MailCarrier, type OutgoingLetter } from './mail-carrier.js';
export { mailEntities } from './mail.entity.js';
export { readCapturedLetter } from './read-captured-letter.js';
export { retryLetter } from './retry-letter.js';
export { type ChoicesLink, sendLetter } from './send-letter.js';
export { writeLetters } from './write-letters.js';

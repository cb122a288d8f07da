export {
  isMailedEventType,
  lettersFor,
  mailAnnouncements,
  type MailedEventType,
  type MatterFacts,
  type Reader,
  type ReaderRole,
} from './domain/announce-by-mail.js';
export type { LetterData, LetterTemplate } from './domain/letter-data.js';
export { letterTemplates } from './domain/letter-templates.js';
export { type LetterLocale, letterLocales } from './domain/locale.js';
export type { NewLetter } from './domain/new-letter.js';
export { letterRetrySchedule } from './domain/retry-schedule.js';
export { setLetter, type SetLetter } from './domain/set-letter.js';
export { findForgottenLetters } from './find-forgotten-letters.js';
export { sendLetterTaskName, type SendLetterPayload } from './letter-job.js';
export { type CapturedLetter, listCapturedLetters } from './list-captured-letters.js';
export { createMailCarrier, type MailCarrier, type OutgoingLetter } from './mail-carrier.js';
export { LetterEntity, mailEntities } from './mail.entity.js';
export { sendLetter } from './send-letter.js';
export { writeLetters } from './write-letters.js';

export {
  type Addressee,
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
export { beijingDeadline, beijingTime } from './domain/beijing-time.js';
export type { LetterData, LetterTemplate } from './domain/letter-data.js';

export { type LetterLocale } from './domain/locale.js';
export type { NewLetter } from './domain/new-letter.js';
export { handOverToInbox } from './hand-over-to-inbox.js';
export { lettersNamedIn, replyTokensIn } from './domain/reply-address.js';
export { letterRetrySchedule } from './domain/retry-schedule.js';
export { type SetLetter } from './domain/set-letter.js';
export { findForgottenLetters } from './find-forgotten-letters.js';
export { sendLetterTaskName, type SendLetterPayload } from './letter-job.js';
export { type CapturedLetter, listCapturedLetters } from './list-captured-letters.js';
export { type MailServiceState, mailServiceStates } from './mail-channel.entity.js';
export { findMailLink, mintMailLinks, type OpenedLink, spendNonce } from './mail-links.js';
export { listMailServices, type MailServiceRow } from './mail-services.queries.js';
export { createMailCarrier, type MailCarrier, type OutgoingLetter } from './mail-carrier.js';
export { mailEntities } from './mail.entity.js';
export { readCapturedLetter } from './read-captured-letter.js';
export { postNotices } from './post-notices.js';
export { reissueService } from './reissue-service.js';
export { renewMailLink } from './renew-mail-link.js';
export { type BounceEffect, recordBounce } from './record-bounce.js';
export { type AddressedService, findAddressedService } from './reply-addresses.js';
export { retryLetter } from './retry-letter.js';
export { type ChoicesLink, sendLetter } from './send-letter.js';
export { supersedeServices } from './supersede-services.js';
export { writeLetters } from './write-letters.js';

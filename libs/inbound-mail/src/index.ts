export { readMessage } from './domain/read-message.js';
export { type DeliveryFate, type Speaker, speakerOf } from './domain/kind-of-message.js';
export { type FoundReport, reportsIn } from './domain/reports-in.js';
export { type Attachment, type AttachmentNote, type Message, mostBytes } from './domain/message.js';
export {
  authenticities,
  type Authenticity,
  type MailFinding,
  mailFindings,
  type MailKind,
  mailKinds,
  type MailState,
} from './domain/words.js';
export { fileMail, reopenMail } from './file-mail.js';
export { inboundMailEntities } from './inbound-mail.entity.js';
export { takeMail } from './mailbox.js';
export { type ReceivedMail, receiveMail, sortMailTaskName, type SortMailPayload } from './receive-mail.js';
export { findUnsorted, lockUnsorted, recordSorting, type Sorted, type UnsortedMail } from './sorting.js';
export { findSource, findTrayEntry, listTray, type TrayEntry, type TrayRow } from './tray.queries.js';
export { isSameHouse, type ResolveTxt, systemResolver, verifySender } from './verify-sender.js';

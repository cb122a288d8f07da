import { ComplaintEntity } from './complaint.entity.js';
import { NoticeNoteEntity, RefusalTemplateEntity } from './inside-work.entity.js';
import { CanonicalItemEntity, ForwardingEntity, ItemEntity, NoticeEntity } from './notice.entity.js';
import { TargetEntity } from './target.entity.js';

export { acknowledgeNotice } from './acknowledge-notice.js';
export { type Claim, claimCanonicalItems } from './claim-canonical-items.js';
export {
  type ComplaintDetail,
  type ComplaintListRow,
  findComplaint,
  listComplaints,
  listUnroutedTargets,
  type UnroutedTarget,
} from './complaints.queries.js';
export { decideItems } from './decide-items.js';
export { noticeOutcomes, type NoticeState, noticeStates } from './domain/aggregate-notice.js';
export { claimKey } from './domain/claim-key.js';
export type { ComplaintDocument, FiledEvidence, FiledWork } from './domain/complaint-document.js';
export { type DraftedNotice, draftNotices } from './domain/draft-notices.js';
export type { NoticeGroup } from './domain/notice-group.js';
export { eventsOpenTo, type ItemEvent, type ItemState, itemStates, lifecycle, type Party } from './domain/lifecycle.js';
export { type Decision, decisionOutcomes } from './domain/read-decision.js';
export { followCalendar } from './follow-calendar.js';
export { type ForwardingInput, forwardNotice } from './forward-notice.js';
export { assignNotice, claimNotice, noteNotice, notesOfNotice, type NoticeNote } from './inside-work.js';
export {
  findNotice,
  forwardingsOfNotice,
  type ItemRow,
  itemsOfNotice,
  listNotices,
  type NoticeDetail,
  type NoticeFilter,
  type NoticeListRow,
  type NoticeReader,
} from './notices.queries.js';
export { factsOf } from './lock-notice.js';
export { recordDeadlineMarks } from './record-deadline-marks.js';
export { restoreItem } from './restore-item.js';
export { serveAwaiting } from './serve-awaiting.js';
export { shareWithRegulator } from './share-with-regulator.js';
export { type TargetOutcome, TargetEntity, targetOutcomes } from './target.entity.js';
export { withdrawComplaint } from './withdraw-complaint.js';
export { writeFiling } from './write-filing.js';

export { RefusalTemplateEntity };

export const noticeEntities = [
  ComplaintEntity,
  CanonicalItemEntity,
  NoticeEntity,
  ItemEntity,
  TargetEntity,
  ForwardingEntity,
  NoticeNoteEntity,
  RefusalTemplateEntity,
];

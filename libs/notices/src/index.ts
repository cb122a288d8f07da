import { ComplaintEntity } from './complaint.entity.js';
import { NoticeNoteEntity, RefusalTemplateEntity } from './inside-work.entity.js';
import { CounterNoticeEntity, WaitExtensionEntity } from './counter-notice.entity.js';
import { AppealEntity, StillLiveReportEntity, SupplementEntity, SupplementRequestEntity } from './follow-up.entity.js';
import { OrderEntity, ProceedingEntity } from './proceeding.entity.js';
import { CanonicalItemEntity, ForwardingEntity, ItemEntity, NoticeEntity } from './notice.entity.js';
import { TargetEntity } from './target.entity.js';

export { acknowledgeNotice } from './acknowledge-notice.js';
export { appealItem } from './appeal-item.js';
export { type ClockAhead, clocksAhead } from './clocks-of-service.js';
export { claimCanonicalItems, type ClaimedTarget } from './claim-canonical-items.js';
export {
  type ComplaintDetail,
  type ComplaintListRow,
  findComplaint,
  listComplaints,
  listUnroutedTargets,
  type UnroutedTarget,
} from './complaints.queries.js';
export {
  type CounterDocument,
  type CounterNoticeState,
  counterNoticeStates,
  type MissingOfCounter,
} from './counter-notice.entity.js';
export {
  type CounterNoticeRow,
  findCounterNotice,
  listCounterNotices,
  noticeOfItem,
} from './counter-notices.queries.js';
export { decideItems } from './decide-items.js';
export { noticeOutcomes, type NoticeState, noticeStates } from './domain/aggregate-notice.js';
export { claimKey, holderKey } from './domain/claim-key.js';
export type { ComplaintDocument, FiledEvidence, FiledWork } from './domain/complaint-document.js';
export { type DraftedNotice, draftNotices } from './domain/draft-notices.js';
export type { NoticeGroup } from './domain/notice-group.js';
export { type Condition, conditions, conditionsOf } from './domain/conditions.js';
export { type ItemState, itemStates, parties, type Party } from './domain/item-states.js';
export { type ItemEvent, lifecycle } from './domain/lifecycle.js';
export { eventsOpenTo, isWithdrawable } from './domain/transition.js';
export { type Decision, decisionOutcomes } from './domain/read-decision.js';
export { filedDocument } from './filed-document.js';
export { followCalendar } from './follow-calendar.js';
export { endOrder, hasOrdersToEnd } from './end-order.js';
export { endProceeding } from './end-proceeding.js';
export { extendWait } from './extend-wait.js';
export { confirmArrival, forwardCounterNotice } from './forward-counter-notice.js';
export { type FollowUps, followUpsOf } from './follow-ups.queries.js';
export { type ForwardingInput, forwardNotice } from './forward-notice.js';
export { assignNotice, assignNotices, claimNotice } from './inside-work.js';
export { sweepInsideWork } from './inside-work-changes.js';
export { findNote, noteNotice, notesOfNotice, type NoticeNote, takeBackNote } from './inside-work-notes.js';
export { lookAtNotice, lookAway, type Looking } from './inside-work-presence.js';
export { addTemplate, amendTemplate, removeTemplate, templatesOf } from './inside-work-templates.js';
export {
  findNotice,
  forwardingsOfNotice,
  type ItemRow,
  itemsOfNotice,
  itemsOfNotices,
  listNotices,
  type NoticeDetail,
  type NoticeListRow,
} from './notices.queries.js';
export {
  noticeConditions,
  noticesAbout,
  type NoticeFilter,
  type NoticeReader,
  type Thing,
  waitingItemStates,
} from './notice-filter.js';
export { factsOf, partyOf } from './lock-notice.js';
export { type Proof, proveProceeding } from './prove-proceeding.js';
export { recordDeadlineMarks } from './record-deadline-marks.js';
export { recordOrder } from './record-order.js';
export { recordRepeats } from './record-repeats.js';
export { rejectCounterNotice } from './reject-counter-notice.js';
export { type CounterInput, relayCounterNotice } from './relay-counter-notice.js';
export { disputeReport, reportStillLive } from './report-still-live.js';
export { requestSupplement } from './request-supplement.js';
export { complaintVersion, requireComplaintVersion, requireNoticeVersion } from './require-version.js';
export { restoreItem } from './restore-item.js';
export { serveAwaiting, serveByMail } from './serve-awaiting.js';
export { settleExpired } from './settle-expired.js';
export { shareWithRegulator } from './share-with-regulator.js';
export { handOverNotices } from './hand-over-notices.js';
export { takeBackService } from './take-back-service.js';
export { type SupplementDocument, supplementNotice } from './supplement-notice.js';
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
  CounterNoticeEntity,
  WaitExtensionEntity,
  ProceedingEntity,
  OrderEntity,
  SupplementRequestEntity,
  SupplementEntity,
  StillLiveReportEntity,
  AppealEntity,
];

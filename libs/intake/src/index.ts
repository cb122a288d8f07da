export { type Assignment, assignTarget } from './assign-target.js';
export { type DraftState, intakeEntities } from './complaint-draft.entity.js';
export {
  type DraftDocument,
  type DraftEvidence,
  type DraftRemark,
  type DraftTarget,
  type DraftWork,
  longestDraftOriginal,
} from './domain/complaint-draft.js';
export { type Deficiency, type FiledTarget, type Filing } from './domain/filing.js';
export { confirmDraft } from './confirm-draft.js';
export { discardDraft } from './discard-draft.js';
export { type DraftListRow, type DraftRow, findDraft, listDrafts, originalOfDraft } from './drafts.queries.js';
export type { Language } from './draft-filing.js';
export { type IncomingDraft, keepDraft, type KeptDraft } from './keep-draft.js';
export { findReceivedComplaint, type ReceivedComplaint } from './filed-content.queries.js';
export { type FiledComplaint, fileComplaint } from './file-complaint.js';
export { mistypedNumbers, nameWorks } from './name-works.js';
export { type FilingPreview, type PreviewedNotice, type PreviewedTarget, previewFiling } from './preview-filing.js';
export { type ResolvedTarget, resolveTargets } from './resolve-targets.js';
export { type Supplement, supplementComplaint } from './supplement-complaint.js';

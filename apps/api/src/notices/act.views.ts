import { Shown } from '../http/shown.js';

class MemberRef {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
}

export class AcknowledgementView {
  @Shown('instant') acknowledgedAt: string;
}

export class RowFault {
  @Shown('text') code: string;
  @Shown('text', { nullable: true }) detail: string | null;
}

export class BulkDecisionView {
  @Shown('uuid') itemId: string;
  @Shown('flag') ok: boolean;
  @Shown('text', { nullable: true }) state: string | null;
  @Shown(() => RowFault, { nullable: true }) problem: RowFault | null;
}

export class BulkDecisionsView {
  @Shown(() => BulkDecisionView, { list: true }) results: BulkDecisionView[];
}

export class ForwardedView {
  @Shown('uuid') id: string;
  @Shown('text', { list: true }) itemIds: string[];
  @Shown('instant') receivedAt: string;
}

export class RestoredView {
  @Shown('instant') restoredAt: string;
}

export class ClaimedView {
  @Shown('uuid', { nullable: true }) claimedBy: string | null;
  @Shown('instant', { nullable: true }) claimExpiresAt: string | null;
}

export class AssignedView {
  @Shown('uuid', { nullable: true }) assigneeId: string | null;
}

export class BulkAssignmentView {
  @Shown('text', { description: 'As it was sent.' }) noticeId: string;
  @Shown('flag') ok: boolean;
  @Shown(() => RowFault, { nullable: true }) problem: RowFault | null;
}

export class BulkAssignmentsView {
  @Shown('uuid', { nullable: true }) assigneeId: string | null;
  @Shown(() => BulkAssignmentView, { list: true }) results: BulkAssignmentView[];
}

class Looker {
  @Shown('uuid') memberId: string;
  @Shown('text') name: string;
}

export class PresenceView {
  @Shown(() => Looker, { list: true, description: 'Colleagues who have it open now.' }) lookingNow: Looker[];
}

export class NoteView {
  @Shown('uuid') id: string;
  @Shown('text') text: string;
  @Shown(() => MemberRef, { nullable: true }) member: MemberRef | null;
  @Shown('instant') createdAt: string;
}

export class NotePage {
  @Shown(() => NoteView, { list: true }) data: NoteView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export class TemplateView {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
  @Shown('text') reasonCode: string;
  @Shown('text') text: string;
  @Shown('instant') createdAt: string;
}

export class TemplatePage {
  @Shown(() => TemplateView, { list: true }) data: TemplateView[];
  @Shown('text', { nullable: true }) next: string | null;
}

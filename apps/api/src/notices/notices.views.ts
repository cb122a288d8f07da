import { type DeadlineRow, viewDeadline } from '#deadlines';
import type { EventPayload } from '#events';
import type { Caller } from '#identity';
import { instant } from '#kernel';
import { eventsOpenTo, type ItemRow, noticeStates, type NoticeDetail, type NoticeListRow, type Party } from '#notices';
import { Shown } from '../http/shown.js';
import { partiesFor } from './parties.js';

class Ref {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
}

class ClaimView {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
  @Shown('instant') expiresAt: string;
}

class NextDeadline {
  @Shown('text') rule: string;
  @Shown('instant') dueAt: string;
  @Shown('instant', { description: 'From here on a quarter of the time or less is left.' }) dueSoonAt: string;
  @Shown('whole', { description: 'Negative when overdue.' }) remainingSeconds: number;
}

export class NoticeEntryView {
  @Shown('uuid') id: string;
  @Shown('text') number: string;
  @Shown('uuid') complaintId: string;
  @Shown(() => Ref) platform: Ref;
  @Shown('text') complainant: string;
  @Shown('text') title: string;
  @Shown('text') regime: string;
  @Shown(noticeStates) state: string;
  @Shown('text', { nullable: true }) outcome: string | null;
  @Shown('whole') itemCount: number;
  @Shown('instant', { nullable: true }) servedAt: string | null;
  @Shown('instant', { nullable: true }) acknowledgedAt: string | null;
  @Shown(() => NextDeadline, { nullable: true }) nextDeadline: NextDeadline | null;
  @Shown(() => Ref, { nullable: true, optional: true, description: 'Of the platform’s own people only.' })
  assignee?: Ref | null;
  @Shown(() => ClaimView, { nullable: true, optional: true }) claimedBy?: ClaimView | null;
}

export class NoticePage {
  @Shown(() => NoticeEntryView, { list: true }) data: NoticeEntryView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function noticeEntry(row: NoticeListRow, now: Date, seesInside: boolean): NoticeEntryView {
  return {
    id: row.id,
    number: row.number,
    complaintId: row.complaintId,
    platform: { id: row.platformId, name: row.platformName },
    complainant: row.complainantName,
    title: row.title,
    regime: row.regime,
    state: row.state,
    outcome: row.outcome,
    itemCount: row.itemCount,
    servedAt: instant(row.servedAt),
    acknowledgedAt: instant(row.acknowledgedAt),
    nextDeadline: row.nextDueAt && {
      rule: row.nextDueRule!,
      dueAt: instant(row.nextDueAt),
      dueSoonAt: instant(row.dueSoonAt!),
      remainingSeconds: Math.ceil((row.nextDueAt.getTime() - now.getTime()) / 1000),
    },
    ...(seesInside && {
      assignee: row.assigneeId ? { id: row.assigneeId, name: row.assigneeName! } : null,
      claimedBy:
        row.claimHolderId && row.claimExpiresAt! > now
          ? { id: row.claimHolderId, name: row.claimHolderName!, expiresAt: instant(row.claimExpiresAt!) }
          : null,
    }),
  };
}

class SourceView {
  @Shown('text') law: string;
  @Shown('text', { optional: true }) lawEn?: string;
  @Shown('text') article: string;
}

class SkippedDay {
  @Shown('text') date: string;
  @Shown('text') reason: string;
}

class SubjectRef {
  @Shown('text') kind: string;
  @Shown('uuid') id: string;
}

export class DeadlineView {
  @Shown('uuid') id: string;
  @Shown('text') rule: string;
  @Shown('whole') ruleVersion: number;
  @Shown(() => SubjectRef) subject: SubjectRef;
  @Shown(['platform', 'complainant', 'regulator']) owedBy: string;
  @Shown('instant') startedAt: string;
  @Shown('instant') nominalDueAt: string;
  @Shown('instant', { description: 'The first instant that is too late.' }) dueAt: string;
  @Shown('instant', { nullable: true }) stoppedAt: string | null;
  @Shown('object', { list: true }) pauses: object[];
  @Shown(() => SkippedDay, { list: true }) skipped: SkippedDay[];
  @Shown('text', { nullable: true }) basis: string | null;
  @Shown(() => SourceView, { nullable: true }) source: SourceView | null;
  @Shown('text') tier: string;
  @Shown('text') calendarVersion: string;
  @Shown('flag') covered: boolean;
  @Shown(['running', 'paused', 'met', 'late', 'breached', 'cancelled']) state: string;
  @Shown('whole', { nullable: true }) remainingSeconds: number | null;
}

class TargetView {
  @Shown('text', { description: 'Exactly as typed.' }) raw: string;
  @Shown('text', { nullable: true }) url: string | null;
  @Shown('text', { nullable: true }) host: string | null;
  @Shown('text', { nullable: true }) contentType: string | null;
  @Shown('text', { nullable: true }) contentId: string | null;
  @Shown('text', { nullable: true }) part: string | null;
  @Shown('text', { nullable: true }) accessCode: string | null;
  @Shown('text') workRef: string;
  @Shown('text', { nullable: true }) right: string | null;
  @Shown('text', { nullable: true }) description: string | null;
}

class PlatformAccountView {
  @Shown('text', { nullable: true, description: 'The account that the address itself names.' }) ref: string | null;
  @Shown('text', { nullable: true }) handle: string | null;
  @Shown('text', { nullable: true }) url: string | null;
}

export class ItemView {
  @Shown('uuid') id: string;
  @Shown('text') state: string;
  @Shown('text', { nullable: true }) disposition: string | null;
  @Shown('text', { nullable: true }) reasonCode: string | null;
  @Shown('text', { nullable: true }) note: string | null;
  @Shown('instant', { nullable: true }) actedAt: string | null;
  @Shown('instant', { nullable: true }) decidedAt: string | null;
  @Shown('instant', { nullable: true }) restoredAt: string | null;
  @Shown(() => TargetView) target: TargetView;
  @Shown(() => PlatformAccountView, { nullable: true }) platformAccount: PlatformAccountView | null;
  @Shown('whole', { description: 'Complaints that keep the thing down.' }) holds: number;
  @Shown('text', { list: true }) allowedActions: string[];
}

class ForwardingView {
  @Shown('uuid') id: string;
  @Shown('text', { list: true }) itemIds: string[];
  @Shown('text') method: string;
  @Shown('text', { nullable: true }) url: string | null;
  @Shown('instant') at: string;
  @Shown('instant') receivedAt: string;
}

export class NoticeView extends NoticeEntryView {
  @Shown('whole') regimeVersion: number;
  @Shown('text') complaintNumber: string;
  @Shown('text') ground: string;
  @Shown('instant') receivedAt: string;
  @Shown('instant', { nullable: true }) decidedAt: string | null;
  @Shown('instant', { nullable: true }) closedAt: string | null;
  @Shown('text', { nullable: true }) acknowledgementReference: string | null;
  @Shown('object') parties: object;
  @Shown('object', { list: true }) works: object[];
  @Shown('object', { list: true }) evidence: object[];
  @Shown('object') statements: object;
  @Shown('text', { nullable: true }) demand: string | null;
  @Shown(() => ItemView, { list: true }) items: ItemView[];
  @Shown(() => DeadlineView, { list: true }) deadlines: DeadlineView[];
  @Shown(() => ForwardingView, { list: true }) forwardings: ForwardingView[];
  @Shown('text', { list: true }) allowedActions: string[];
}

interface NoticeParts {
  items: readonly ItemRow[];
  deadlines: readonly DeadlineRow[];
  forwardings: ReadonlyArray<{
    id: string;
    itemIds: string[];
    method: string;
    url: string | null;
    at: Date;
    receivedAt: Date;
  }>;
}

export function noticeView(row: NoticeDetail, parts: NoticeParts, caller: Caller, now: Date): NoticeView {
  const party = partyOf(row, caller);
  const items = parts.items.map((item) => itemView(item, party));
  const { document } = row;
  return {
    ...noticeEntry(row, now, party === 'platform'),
    regimeVersion: row.regimeVersion,
    complaintNumber: row.complaintNumber,
    ground: row.ground,
    receivedAt: instant(row.receivedAt),
    decidedAt: instant(row.decidedAt),
    closedAt: instant(row.closedAt),
    acknowledgementReference: row.acknowledgementReference,
    parties: partiesFor(document, party),
    works: document.works,
    evidence: document.evidence,
    statements: document.statements,
    demand: document.demand,
    items,
    deadlines: parts.deadlines.map((deadline) => viewDeadline(deadline, now)),
    forwardings: parts.forwardings.map((f) => ({ ...f, at: instant(f.at), receivedAt: instant(f.receivedAt) })),
    allowedActions: [...new Set(items.flatMap(({ allowedActions }) => allowedActions))].filter(
      (action) => action !== 'acknowledge' || !row.acknowledgedAt,
    ),
  };
}

/** On which side of the notice the caller may act; null for those who only read. */
export function partyOf(row: NoticeDetail, caller: Caller): Party | null {
  if (caller.organizationId === row.platformOrganizationId && caller.scopes.has('notices:act')) return 'platform';
  if (caller.organizationId === row.complainantOrganizationId && caller.scopes.has('complaints:write'))
    return 'complainant';
  return null;
}

function itemView(row: ItemRow, party: Party | null): ItemView {
  return {
    id: row.id,
    state: row.state,
    disposition: row.disposition,
    reasonCode: row.reasonCode,
    note: row.note,
    actedAt: instant(row.actedAt),
    decidedAt: instant(row.decidedAt),
    restoredAt: instant(row.restoredAt),
    target: {
      raw: row.raw,
      url: row.url,
      host: row.host,
      contentType: row.contentType,
      contentId: row.contentId,
      part: row.part,
      accessCode: row.accessCode,
      workRef: row.workRef,
      right: row.right,
      description: row.description,
    },
    platformAccount:
      row.accountRef || row.account
        ? { ref: row.accountRef, handle: row.account?.handle ?? null, url: row.account?.url ?? null }
        : null,
    holds: row.holds,
    allowedActions: party ? eventsOpenTo(row.state, party) : [],
  };
}

class ActorView {
  @Shown(['member', 'api_key', 'system']) kind: string;
  @Shown('uuid', { nullable: true }) organizationId: string | null;
  @Shown('uuid', { nullable: true }) id: string | null;
}

export class EventView {
  @Shown('uuid') id: string;
  @Shown('whole') sequence: number;
  @Shown('text') type: string;
  @Shown('instant') at: string;
  @Shown(() => ActorView) actor: ActorView;
  @Shown('text', { list: true }) itemIds: string[];
  @Shown('object') data: object;
  @Shown('text', { description: 'SHA-256 over the canonical text of the event and its predecessor’s hash.' })
  hash: string;
  @Shown('text') previousHash: string;
}

export class EventPage {
  @Shown(() => EventView, { list: true }) data: EventView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function eventView(event: EventPayload & { hash: string }): EventView {
  const { id, sequence, type, at, actor, itemIds, data, hash, previousHash } = event;
  return { id, sequence, type, at: instant(new Date(at)), actor, itemIds, data, hash, previousHash };
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

export class NoteView {
  @Shown('uuid') id: string;
  @Shown('text') text: string;
  @Shown(() => Ref, { nullable: true }) member: Ref | null;
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

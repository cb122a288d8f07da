import { viewDeadline } from '#deadlines';
import type { Caller } from '#identity';
import { instant } from '#kernel';
import { factsOf, type NoticeDetail, partyOf } from '#notices';
import { sideOf } from '../files/side-of.js';
import { Shown } from '../http/shown.js';
import { DeadlineView } from './deadline.views.js';
import { FiledEvidenceView, FiledWorkView, PartiesView, StatementsView } from './document.views.js';
import { noticeEntry, NoticeEntryView } from './entry.views.js';
import {
  AppealView,
  CounterNoticeRef,
  OrderView,
  ProceedingView,
  StillLiveReportView,
  SupplementRequestView,
  SupplementView,
} from './follow-up.views.js';
import { ItemView, itemView } from './item.views.js';
import type { NoticeParts } from './notice-parts.js';
import { partiesFor } from './parties.js';

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
  @Shown(() => PartiesView) parties: PartiesView;
  @Shown(() => FiledWorkView, { list: true }) works: FiledWorkView[];
  @Shown(() => FiledEvidenceView, { list: true }) evidence: FiledEvidenceView[];
  @Shown(() => StatementsView) statements: StatementsView;
  @Shown('text', { nullable: true }) demand: string | null;
  @Shown(() => ItemView, { list: true, description: 'In the order of the complaint.' }) declare items: ItemView[];
  @Shown(() => DeadlineView, { list: true, description: 'Ended ones too, nearest first.' })
  declare deadlines: DeadlineView[];
  @Shown(() => ForwardingView, { list: true }) forwardings: ForwardingView[];
  @Shown(() => SupplementRequestView, { nullable: true, description: 'What the platform asked for, once a notice.' })
  supplementRequest: SupplementRequestView | null;
  @Shown(() => SupplementView, { list: true }) supplements: SupplementView[];
  @Shown(() => CounterNoticeRef, { list: true, description: 'A complainant sees those that were forwarded.' })
  counterNotices: CounterNoticeRef[];
  @Shown(() => ProceedingView, { list: true }) proceedings: ProceedingView[];
  @Shown(() => OrderView, { list: true }) orders: OrderView[];
  @Shown(() => StillLiveReportView, {
    list: true,
    description: 'That an item was seen live again, and what the platform said.',
  })
  reports: StillLiveReportView[];
  @Shown(() => AppealView, { list: true }) appeals: AppealView[];
  @Shown('text', { list: true }) allowedActions: string[];
}

export function noticeView(row: NoticeDetail, parts: NoticeParts, caller: Caller, now: Date): NoticeView {
  const party = partyOf(caller, factsOf(row));
  const side = sideOf(caller, factsOf(row));
  const items = parts.items.map((item) => itemView(item, row, party, side));
  const { document } = row;
  return {
    ...noticeEntry(row, now, side, caller.responsibleMemberId),
    regimeVersion: row.regimeVersion,
    complaintNumber: row.complaintNumber,
    ground: row.ground,
    receivedAt: instant(row.receivedAt),
    decidedAt: instant(row.decidedAt),
    closedAt: instant(row.closedAt),
    acknowledgementReference: row.acknowledgementReference,
    parties: partiesFor(document, side),
    works: document.works,
    evidence: document.evidence,
    statements: document.statements,
    demand: document.demand,
    items,
    deadlines: parts.deadlines.map((deadline) => viewDeadline(deadline, now)),
    forwardings: parts.forwardings.map((f) => ({ ...f, at: instant(f.at), receivedAt: instant(f.receivedAt) })),
    ...parts.followUps,
    allowedActions: [...new Set(items.flatMap(({ allowedActions }) => allowedActions))].filter(
      (action) => action !== 'acknowledge' || !row.acknowledgedAt,
    ),
  };
}

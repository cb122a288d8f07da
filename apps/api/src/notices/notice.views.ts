import { type DeadlineRow, viewDeadline } from '#deadlines';
import type { Caller } from '#identity';
import { instant } from '#kernel';
import type { ItemRow, NoticeDetail, Party } from '#notices';
import { Shown } from '../http/shown.js';
import { DeadlineView } from './deadline.views.js';
import { noticeEntry, NoticeEntryView } from './entry.views.js';
import { ItemView, itemView } from './item.views.js';
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

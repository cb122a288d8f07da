import type { Caller } from '#identity';
import { instant } from '#kernel';
import { type CounterNoticeRow, counterNoticeStates, type MissingOfCounter, type Party } from '#notices';
import type { Language } from '#intake';
import { Shown } from '../http/shown.js';
import { FiledEvidenceView } from '../notices/document.views.js';
import { DeadlineView } from '../notices/deadline.views.js';
import { ItemView } from '../notices/item.views.js';
import { counterActsOpenTo, ofStatements } from './counter-acts.js';

class RespondentDetailsView {
  @Shown('text') name: string;
  @Shown('text', { optional: true }) idType?: string;
  @Shown('text', { optional: true, description: 'Its last four at most.' }) idNumber?: string;
  @Shown('text', { optional: true }) contact?: string;
  @Shown('text', { optional: true }) address?: string;
  @Shown('text', { optional: true }) phone?: string;
  @Shown('text', { optional: true }) email?: string;
}

class CounterStatementsView {
  @Shown('flag', { nullable: true, optional: true }) accuracy?: boolean | null;
  @Shown('flag', { nullable: true, optional: true }) perjury?: boolean | null;
  @Shown('flag', { nullable: true, optional: true }) jurisdiction?: boolean | null;
  @Shown('text', { nullable: true, optional: true }) signature?: string | null;
}

class CounterRejectionView {
  @Shown('text', { list: true }) missing: string[];
  @Shown('text') note: string;
}

class MissingView {
  @Shown('text') element: string;
  @Shown('text') code: string;
  @Shown('text', { description: 'What the user still has to give, in the caller’s language.' }) detail: string;
}

export class RelayedView {
  @Shown('uuid') id: string;
  @Shown(counterNoticeStates) state: string;
  @Shown('text', { list: true, description: 'Elements that the law asks for and that it lacks; empty when valid.' })
  missing: string[];
  @Shown(() => MissingView, { list: true }) missingDetails: MissingView[];
  @Shown(() => DeadlineView, { nullable: true, optional: true, description: 'The nearest clock that it started.' })
  deadline?: DeadlineView | null;
  @Shown(() => ItemView) item: ItemView;
  @Shown(() => DeadlineView, { list: true }) deadlines: DeadlineView[];
}

export class CounterNoticeView {
  @Shown('uuid') id: string;
  @Shown(counterNoticeStates) state: string;
  @Shown('uuid') noticeId: string;
  @Shown('text') noticeNumber: string;
  @Shown('uuid') itemId: string;
  @Shown('text') itemState: string;
  @Shown('text') title: string;
  @Shown('text') platform: string;
  @Shown('text') regime: string;
  @Shown('text', { description: 'As it was complained of.' }) target: string;
  @Shown(() => RespondentDetailsView, { description: 'The rights holder sees name, contact and address.' })
  respondent: RespondentDetailsView;
  @Shown('text') statement: string;
  @Shown('text') reasonCode: string;
  @Shown(() => FiledEvidenceView, { list: true }) evidence: FiledEvidenceView[];
  @Shown(() => CounterStatementsView) statements: CounterStatementsView;
  @Shown('text', { list: true }) missing: string[];
  @Shown(() => MissingView, { list: true }) missingDetails: MissingView[];
  @Shown('instant') receivedAt: string;
  @Shown('instant', { nullable: true }) forwardedAt: string | null;
  @Shown('instant', { nullable: true }) arrivedAt: string | null;
  @Shown('instant', { nullable: true }) endedAt: string | null;
  @Shown(() => CounterRejectionView, { nullable: true }) rejection: CounterRejectionView | null;
  @Shown(ofStatements, { list: true, description: 'What the caller may do next.' }) allowedActions: string[];
}

export class CounterNoticePage {
  @Shown(() => CounterNoticeView, { list: true }) data: CounterNoticeView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export class ForwardedCounterView {
  @Shown('instant') forwardedAt: string;
  @Shown('instant', { description: 'Entry into the rights holder’s inbox: the wait counts from it.' })
  arrivedAt: string;
}

export class ArrivalView {
  @Shown('instant') arrivedAt: string;
}

export class RejectedCounterView {
  @Shown('instant') rejectedAt: string;
}

export class ExtensionView {
  @Shown('uuid') id: string;
  @Shown('instant') dueAt: string;
}

export function missingViews(missing: readonly MissingOfCounter[], language: Language) {
  return {
    missing: missing.map(({ element }) => element),
    missingDetails: missing.map(({ element, code, detail }) => ({ element, code, detail: detail[language] })),
  };
}

export function counterNoticeView(
  row: CounterNoticeRow,
  reader: Party | null,
  caller: Caller,
  language: Language,
): CounterNoticeView {
  const { document } = row;
  const isComplainant = reader === 'complainant';
  return {
    id: row.id,
    state: row.state,
    noticeId: row.noticeId,
    noticeNumber: row.noticeNumber,
    itemId: row.itemId,
    itemState: row.itemState,
    title: row.title,
    platform: row.platformName,
    regime: row.regime,
    target: row.raw,
    respondent: respondentFor(document.respondent, isComplainant),
    statement: document.statement,
    reasonCode: row.reasonCode,
    evidence: isComplainant ? document.evidence.filter(({ kind }) => kind !== 'identity') : document.evidence,
    statements: document.statements,
    ...missingViews(row.missing, language),
    receivedAt: instant(row.receivedAt),
    forwardedAt: instant(row.forwardedAt),
    arrivedAt: instant(row.arrivedAt),
    endedAt: instant(row.endedAt),
    rejection: row.rejection,
    allowedActions: counterActsOpenTo(row, caller),
  };
}

type Respondent = CounterNoticeRow['document']['respondent'];

/** domain.md §5: the rights holder needs a name to sue and an address to serve; a number shows its last four at most. */
function respondentFor(respondent: Respondent, isComplainant: boolean): Respondent {
  const { name, contact, address, idNumber } = respondent;
  if (isComplainant) return { name, contact, address };
  return {
    ...respondent,
    ...(idNumber && { idNumber: `${'*'.repeat(Math.max(0, idNumber.length - 4))}${idNumber.slice(-4)}` }),
  };
}

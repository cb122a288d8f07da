import type { Language } from '#intake';
import { instant } from '#kernel';
import {
  type ComplaintDetail,
  type ComplaintListRow,
  isWithdrawable as isItemWithdrawable,
  type ItemState,
  targetOutcomes,
  type UnroutedTarget,
} from '#notices';
import { Shown } from '../http/shown.js';
import {
  FiledEvidenceView,
  FiledWorkView,
  PartyView,
  PrincipalView,
  StatementsView,
} from '../notices/document.views.js';
import {
  complaintStates,
  FiledNoticeView,
  FilingView,
  PlatformRef,
  storedFilingView,
  TargetOutcomeView,
} from './filing.views.js';

class ReadTargetView extends TargetOutcomeView {
  @Shown('text') raw: string;
  @Shown('text', { nullable: true }) url: string | null;
  @Shown('text', { nullable: true }) host: string | null;
  @Shown('text', { nullable: true }) contentType: string | null;
  @Shown('text', { nullable: true }) contentId: string | null;
  @Shown(() => PlatformRef, { nullable: true }) platform: PlatformRef | null;
  @Shown('text', { nullable: true }) itemState: string | null;
}

class ComplaintNoticeView extends FiledNoticeView {
  @Shown('text', { nullable: true }) outcome: string | null;
}

export class ComplaintView extends FilingView {
  @Shown('text', { nullable: true }) clientRef: string | null;
  @Shown('text') ground: string;
  @Shown(() => PartyView) complainant: PartyView;
  @Shown(() => PrincipalView, { nullable: true }) onBehalfOf: PrincipalView | null;
  @Shown(() => FiledWorkView, { list: true }) works: FiledWorkView[];
  @Shown(() => FiledEvidenceView, { list: true }) evidence: FiledEvidenceView[];
  @Shown(() => StatementsView) statements: StatementsView;
  @Shown('instant', { nullable: true }) withdrawnAt: string | null;
  @Shown('text', { nullable: true }) withdrawalReason: string | null;
  @Shown('text', { list: true }) allowedActions: string[];
  @Shown(() => ReadTargetView, { list: true }) declare targets: ReadTargetView[];
  @Shown(() => ComplaintNoticeView, { list: true }) declare notices: ComplaintNoticeView[];
}

export function complaintView(row: ComplaintDetail, mayAct: boolean, now: Date, language: Language): ComplaintView {
  const { document } = row;
  const filing = storedFilingView(row, now, language);
  return {
    ...filing,
    clientRef: row.clientRef,
    ground: row.ground,
    withdrawnAt: instant(row.withdrawnAt),
    withdrawalReason: row.withdrawalReason,
    complainant: document.complainant,
    onBehalfOf: document.onBehalfOf,
    works: document.works,
    evidence: document.evidence,
    statements: document.statements,
    allowedActions: mayAct ? actionsOpen(row) : [],
    targets: row.targets.map((target, place) => ({
      ...filing.targets[place]!,
      raw: target.raw,
      url: target.url,
      host: target.host,
      contentType: target.contentType,
      contentId: target.contentId,
      platform: target.platformId ? { id: target.platformId, name: target.platformName! } : null,
      itemState: target.itemState,
    })),
    notices: row.notices.map(({ outcome }, place) => ({ ...filing.notices[place]!, outcome })),
  };
}

function actionsOpen(row: ComplaintDetail): string[] {
  if (row.state === 'withdrawn') return [];
  const isDeficient = row.state !== 'frozen' && row.targets.some(({ outcome }) => outcome === 'deficient');
  return [...(isDeficient ? ['supplement'] : []), ...(isWithdrawable(row) ? ['withdraw'] : [])];
}

export class ComplaintEntryView {
  @Shown('uuid') id: string;
  @Shown('text') number: string;
  @Shown('text', { nullable: true }) clientRef: string | null;
  @Shown('text') ground: string;
  @Shown(complaintStates) state: string;
  @Shown('text', { description: 'Title of the first work.' }) title: string;
  @Shown('whole') targets: number;
  @Shown('whole') notices: number;
  @Shown('instant') receivedAt: string;
  @Shown('instant', { nullable: true }) withdrawnAt: string | null;
}

export class ComplaintPage {
  @Shown(() => ComplaintEntryView, { list: true }) data: ComplaintEntryView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function complaintEntry(row: ComplaintListRow): ComplaintEntryView {
  const { id, number, clientRef, ground, state, title } = row;
  return {
    id,
    number,
    clientRef,
    ground,
    state,
    title,
    targets: row.targetCount,
    notices: row.noticeCount,
    receivedAt: instant(row.receivedAt),
    withdrawnAt: instant(row.withdrawnAt),
  };
}

export class CandidateView {
  @Shown('uuid') id: string;
  @Shown('text') slug: string;
  @Shown('text') name: string;
  @Shown('text', { description: 'The host of theirs that has the same owner by its name.' }) host: string;
}

export class UnroutedTargetView {
  @Shown('uuid') id: string;
  @Shown('uuid') complaintId: string;
  @Shown('text') complaintNumber: string;
  @Shown('whole') index: number;
  @Shown('text') raw: string;
  @Shown('text', { nullable: true }) url: string | null;
  @Shown('text', { nullable: true }) host: string | null;
  @Shown('text', { nullable: true }) contentType: string | null;
  @Shown('text', { nullable: true }) workTitle: string | null;
  @Shown('text', { nullable: true }) detail: string | null;
  @Shown('instant', { description: 'Since when it waits.' }) receivedAt: string;
  @Shown(() => CandidateView, { list: true, description: 'Platforms under the same registered domain; at most five.' })
  candidates: CandidateView[];
}

export class UnroutedTargetPage {
  @Shown(() => UnroutedTargetView, { list: true }) data: UnroutedTargetView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function unroutedTarget(row: UnroutedTarget, candidates: CandidateView[]): UnroutedTargetView {
  return { ...row, receivedAt: instant(row.receivedAt), candidates };
}

export class AssignedTargetView {
  @Shown('uuid') id: string;
  @Shown(targetOutcomes) outcome: string;
  @Shown('text', { nullable: true }) code: string | null;
  @Shown('uuid', { nullable: true }) noticeId: string | null;
  @Shown('uuid', { nullable: true }) itemId: string | null;
}

export class WithdrawalView {
  @Shown('whole', { description: 'How many items were withdrawn.' }) withdrawn: number;
}

function isWithdrawable({ targets }: ComplaintDetail): boolean {
  return targets.some(
    ({ itemState, outcome }) =>
      outcome === 'unrouted' || (itemState !== null && isItemWithdrawable(itemState as ItemState)),
  );
}

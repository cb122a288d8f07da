import { type Deficiency, type FiledComplaint } from '#intake';
import { instant } from '#kernel';
import {
  type ComplaintDetail,
  type ComplaintListRow,
  isWithdrawable as isItemWithdrawable,
  type ItemState,
  noticeStates,
  type TargetOutcome,
  targetOutcomes,
  type UnroutedTarget,
} from '#notices';
import { Shown } from '../http/shown.js';

const complaintStates = ['deficient', 'filed', 'withdrawn', 'frozen'] as const;

class PlatformRef {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
}

class DueRef {
  @Shown('text') rule: string;
  @Shown('instant') dueAt: string;
}

class DeficiencyView {
  @Shown('text') element: string;
  @Shown('text') code: string;
  @Shown('text', { description: 'What is missing and how to mend it, in the caller’s language.' }) detail: string;
  @Shown('text') regime: string;
  @Shown('whole', { list: true }) targetIndexes: number[];
}

class TargetOutcomeView {
  @Shown('whole', { description: 'Place of the pasted text in the complaint; several addresses in one text share it.' })
  index: number;
  @Shown(targetOutcomes) outcome: TargetOutcome;
  @Shown('text', { nullable: true, optional: true }) code?: string | null;
  @Shown('text', { nullable: true, optional: true }) detail?: string | null;
  @Shown('uuid', { optional: true }) noticeId?: string;
  @Shown('uuid', { optional: true }) itemId?: string;
}

class FiledNoticeView {
  @Shown('uuid') id: string;
  @Shown('text') number: string;
  @Shown(() => PlatformRef) platform: PlatformRef;
  @Shown(noticeStates) state: string;
  @Shown('text') regime: string;
  @Shown('whole') items: number;
  @Shown(() => DueRef, { nullable: true }) nextDeadline: DueRef | null;
}

export class FilingView {
  @Shown('uuid') id: string;
  @Shown('text') number: string;
  @Shown(complaintStates) state: string;
  @Shown('instant') receivedAt: string;
  @Shown(() => DeficiencyView, { list: true }) deficiencies: DeficiencyView[];
  @Shown(() => TargetOutcomeView, { list: true }) targets: TargetOutcomeView[];
  @Shown(() => FiledNoticeView, { list: true }) notices: FiledNoticeView[];
}

export type Language = 'zh' | 'en';

export function filingView(filed: FiledComplaint, language: Language): FilingView {
  return {
    id: filed.id,
    number: filed.number,
    state: filed.state,
    receivedAt: instant(filed.receivedAt),
    deficiencies: deficiencyViews(filed.deficiencies, language),
    targets: filed.targets.map(targetOutcome),
    notices: filed.notices.map((notice) => ({
      id: notice.id,
      number: notice.number,
      platform: { id: notice.platformId, name: notice.platformName },
      state: notice.state,
      regime: notice.regime,
      items: notice.items.length,
      nextDeadline: notice.nextDue && { rule: notice.nextDue.rule, dueAt: instant(notice.nextDue.dueAt) },
    })),
  };
}

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
  @Shown('object') complainant: object;
  @Shown('object', { nullable: true }) onBehalfOf: object | null;
  @Shown('object', { list: true }) works: object[];
  @Shown('object', { list: true }) evidence: object[];
  @Shown('object') statements: object;
  @Shown('instant', { nullable: true }) completedAt: string | null;
  @Shown('instant', { nullable: true }) withdrawnAt: string | null;
  @Shown('text', { nullable: true }) withdrawalReason: string | null;
  @Shown('text', { list: true }) allowedActions: string[];
  @Shown(() => ReadTargetView, { list: true }) declare targets: ReadTargetView[];
  @Shown(() => ComplaintNoticeView, { list: true }) declare notices: ComplaintNoticeView[];
}

export function complaintView(row: ComplaintDetail, mayAct: boolean, language: Language): ComplaintView {
  const { document } = row;
  return {
    id: row.id,
    number: row.number,
    clientRef: row.clientRef,
    ground: row.ground,
    state: row.state,
    receivedAt: instant(row.receivedAt),
    completedAt: instant(row.completedAt),
    withdrawnAt: instant(row.withdrawnAt),
    withdrawalReason: row.withdrawalReason,
    complainant: document.complainant,
    onBehalfOf: document.onBehalfOf,
    works: document.works,
    evidence: document.evidence,
    statements: document.statements,
    deficiencies: deficiencyViews(row.deficiencies as Deficiency[], language),
    allowedActions: mayAct && row.state !== 'withdrawn' && isWithdrawable(row) ? ['withdraw'] : [],
    targets: row.targets.map((target) => ({
      ...targetOutcome(target),
      raw: target.raw,
      url: target.url,
      host: target.host,
      contentType: target.contentType,
      contentId: target.contentId,
      platform: target.platformId ? { id: target.platformId, name: target.platformName! } : null,
      itemState: target.itemState,
    })),
    notices: row.notices.map((notice) => ({
      id: notice.id,
      number: notice.number,
      platform: { id: notice.platformId, name: notice.platformName },
      state: notice.state,
      outcome: notice.outcome,
      regime: notice.regime,
      items: notice.itemCount,
      nextDeadline: notice.nextDueAt && { rule: notice.nextDueRule!, dueAt: instant(notice.nextDueAt) },
    })),
  };
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
  @Shown('instant') receivedAt: string;
}

export class UnroutedTargetPage {
  @Shown(() => UnroutedTargetView, { list: true }) data: UnroutedTargetView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function unroutedTarget(row: UnroutedTarget): UnroutedTargetView {
  return { ...row, receivedAt: instant(row.receivedAt) };
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

function deficiencyViews(deficiencies: readonly Deficiency[], language: Language): DeficiencyView[] {
  return deficiencies.map(({ element, code, detail, regime, targetIndexes }) => ({
    element,
    code,
    detail: detail[language],
    regime,
    targetIndexes,
  }));
}

function targetOutcome(
  target: Pick<FiledComplaint['targets'][number], 'index' | 'outcome' | 'code' | 'detail' | 'noticeId' | 'itemId'>,
): TargetOutcomeView {
  return {
    index: target.index,
    outcome: target.outcome,
    ...(target.code && { code: target.code }),
    ...(target.detail && { detail: target.detail }),
    ...(target.noticeId && { noticeId: target.noticeId }),
    ...(target.itemId && { itemId: target.itemId }),
  };
}

import type { Deficiency, FiledComplaint, Language } from '#intake';
import { instant } from '#kernel';
import { type ComplaintDetail, noticeStates, type TargetOutcome, targetOutcomes } from '#notices';
import { Shown } from '../http/shown.js';

export const complaintStates = ['deficient', 'filed', 'withdrawn', 'frozen'] as const;

export class PlatformRef {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
}

class DueRef {
  @Shown('text') rule: string;
  @Shown('instant') dueAt: string;
  @Shown('instant', { description: 'From when a quarter of its time, or less, is left.' }) dueSoonAt: string;
  @Shown('whole', { description: 'Negative when overdue.' }) remainingSeconds: number;
}

export class ArticleView {
  @Shown('text') law: string;
  @Shown('text') article: string;
}

export class DeficiencyView {
  @Shown('text') element: string;
  @Shown('text') code: string;
  @Shown('text', { description: 'What is missing and how to mend it, in the caller’s language.' }) detail: string;
  @Shown('text') regime: string;
  @Shown(() => ArticleView, { nullable: true, description: 'The article that asks for it.' })
  source: ArticleView | null;
  @Shown('whole', { list: true }) targetIndexes: number[];
}

export class TargetOutcomeView {
  @Shown('whole', { description: 'Place of the pasted text in the complaint; several addresses in one text share it.' })
  index: number;
  @Shown(targetOutcomes) outcome: TargetOutcome;
  @Shown('text', { nullable: true, optional: true }) code?: string | null;
  @Shown('text', { nullable: true, optional: true }) detail?: string | null;
  @Shown('uuid', { optional: true }) noticeId?: string;
  @Shown('uuid', { optional: true }) itemId?: string;
}

export class FiledNoticeView {
  @Shown('uuid') id: string;
  @Shown('text') number: string;
  @Shown(() => PlatformRef) platform: PlatformRef;
  @Shown(noticeStates) state: string;
  @Shown('text') regime: string;
  @Shown('whole') items: number;
  @Shown(() => DueRef, { nullable: true }) nextDeadline: DueRef | null;
}

export class WarningView {
  @Shown('text', { description: 'JSON pointer into the request.' }) pointer: string;
  @Shown('text') code: string;
  @Shown('text') detail: string;
}

export class FilingView {
  @Shown('uuid') id: string;
  @Shown('text') number: string;
  @Shown(complaintStates) state: string;
  @Shown('instant', { description: 'When it was first filed.' }) receivedAt: string;
  @Shown('instant', { nullable: true, description: 'When nothing was missing any more.' }) completedAt: string | null;
  @Shown(() => DeficiencyView, { list: true }) deficiencies: DeficiencyView[];
  @Shown(() => WarningView, { list: true, optional: true, description: 'Accepted, and looks mistyped.' })
  warnings?: WarningView[];
  @Shown(() => TargetOutcomeView, { list: true }) targets: TargetOutcomeView[];
  @Shown(() => FiledNoticeView, { list: true }) notices: FiledNoticeView[];
}

export function filingView(
  filed: FiledComplaint,
  now: Date,
  language: Language,
  warnings: readonly WarningView[] = [],
): FilingView {
  return {
    id: filed.id,
    number: filed.number,
    state: filed.state,
    receivedAt: instant(filed.receivedAt),
    completedAt: instant(filed.completedAt),
    deficiencies: deficiencyViews(filed.deficiencies, language),
    ...(warnings.length > 0 && { warnings: [...warnings] }),
    targets: filed.targets.map(targetOutcome),
    notices: filed.notices.map((notice) => ({
      id: notice.id,
      number: notice.number,
      platform: { id: notice.platformId, name: notice.platformName },
      state: notice.state,
      regime: notice.regime,
      items: notice.items.length,
      nextDeadline: notice.nextDue && dueRef(notice.nextDue, now),
    })),
  };
}

/** The same of a complaint as it stands now, with all that it has led to. */
export function storedFilingView(complaint: ComplaintDetail, now: Date, language: Language): FilingView {
  return {
    id: complaint.id,
    number: complaint.number,
    state: complaint.state,
    receivedAt: instant(complaint.receivedAt),
    completedAt: instant(complaint.completedAt),
    deficiencies: deficiencyViews(complaint.deficiencies as Deficiency[], language),
    targets: complaint.targets.map(targetOutcome),
    notices: complaint.notices.map((notice) => ({
      id: notice.id,
      number: notice.number,
      platform: { id: notice.platformId, name: notice.platformName },
      state: notice.state,
      regime: notice.regime,
      items: notice.itemCount,
      nextDeadline:
        notice.nextDueAt &&
        dueRef({ rule: notice.nextDueRule!, dueAt: notice.nextDueAt, dueSoonAt: notice.dueSoonAt! }, now),
    })),
  };
}

function dueRef({ rule, dueAt, dueSoonAt }: { rule: string; dueAt: Date; dueSoonAt: Date }, now: Date): DueRef {
  return {
    rule,
    dueAt: instant(dueAt),
    dueSoonAt: instant(dueSoonAt),
    remainingSeconds: Math.floor((dueAt.getTime() - now.getTime()) / 1000),
  };
}

export function deficiencyViews(deficiencies: readonly Deficiency[], language: Language): DeficiencyView[] {
  return deficiencies.map(({ element, code, detail, regime, source, targetIndexes }) => ({
    element,
    code,
    detail: detail[language],
    regime,
    source: source && { law: source.law, article: source.article },
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

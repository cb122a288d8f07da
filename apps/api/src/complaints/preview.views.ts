import type { FilingPreview, Language, PreviewedNotice } from '#intake';
import { instant } from '#kernel';
import { elementIds, elementLabels, type ElementId } from '#law';
import { type TargetOutcome, targetOutcomes } from '#notices';
import { Shown } from '../http/shown.js';
import { LabelView } from '../law/law.views.js';
import { ArticleView, DeficiencyView, deficiencyViews, PlatformRef, WarningView } from './filing.views.js';

class PreviewPlatformView extends PlatformRef {
  @Shown('text') slug: string;
}

class PreviewTargetView {
  @Shown('whole', { description: 'Place of the pasted text; several addresses in one text share it.' }) index: number;
  @Shown('text') raw: string;
  @Shown('text', { nullable: true }) url: string | null;
  @Shown('text', { nullable: true }) host: string | null;
  @Shown('text', { nullable: true }) contentType: string | null;
  @Shown('text', { nullable: true }) contentId: string | null;
  @Shown('text', { nullable: true }) part: string | null;
  @Shown('text', { nullable: true }) accountRef: string | null;
  @Shown('text', { nullable: true, description: '提取码' }) accessCode: string | null;
  @Shown(() => PreviewPlatformView, { nullable: true }) platform: PreviewPlatformView | null;
  @Shown(targetOutcomes, { description: 'What it would become if it were filed now.' }) outcomeIfFiled: TargetOutcome;
  @Shown('flag', { description: 'The same thing stands further up in the pasted texts.' }) isRepeated: boolean;
  @Shown('text', { nullable: true, optional: true }) code?: string | null;
  @Shown('text', { nullable: true, optional: true }) detail?: string | null;
  @Shown('uuid', { optional: true, description: 'The earlier item that filing again would lead to.' }) itemId?: string;
}

const groups = ['parties', 'works_and_location', 'evidence', 'statements'] as const;
type Group = (typeof groups)[number];

class CheckedElementView {
  @Shown('text') regime: string;
  @Shown(elementIds) element: ElementId;
  @Shown(() => LabelView) label: LabelView;
  @Shown(groups, { description: 'The part of the form that holds it.' }) group: Group;
  @Shown('flag') isMet: boolean;
  @Shown('whole', { list: true }) targetIndexes: number[];
  @Shown(() => ArticleView) source: ArticleView;
}

class FormRowView {
  @Shown('text', { nullable: true }) label: string | null;
  @Shown('text', { list: true, description: 'Its lines as they are printed.' }) values: string[];
  @Shown('flag') isMandatory: boolean;
  @Shown('flag', { description: 'False where the form prints that nothing was given.' }) isGiven: boolean;
}

class FormSectionView {
  @Shown('text') title: string;
  @Shown('flag') isMandatory: boolean;
  @Shown(() => FormRowView, { list: true }) rows: FormRowView[];
}

class PreviewClockView {
  @Shown('text') rule: string;
  @Shown('instant', { description: 'If it were served now.' }) dueAt: string;
  @Shown(() => ArticleView) source: ArticleView;
}

export class PreviewNoticeView {
  @Shown(() => PlatformRef) platform: PlatformRef;
  @Shown('text') regime: string;
  @Shown(['served', 'awaiting_service'], {
    nullable: true,
    description: 'What it would be; null where it lacks an element, or says only what was said before.',
  })
  state: 'served' | 'awaiting_service' | null;
  @Shown(() => PreviewClockView, { list: true, description: 'Those that its service starts, the nearest first.' })
  clocks: PreviewClockView[];
  @Shown('whole') itemCount: number;
  @Shown('whole', { description: 'Items beyond the first twenty, which the form here leaves out.' })
  itemsLeftOut: number;
  @Shown(() => FormSectionView, { list: true, description: 'The 通知书 in the order and words of its PDF.' })
  form: FormSectionView[];
}

export class ComplaintPreviewView {
  @Shown(() => PreviewTargetView, { list: true }) targets: PreviewTargetView[];
  @Shown(() => CheckedElementView, { list: true }) checklist: CheckedElementView[];
  @Shown(() => DeficiencyView, { list: true }) deficiencies: DeficiencyView[];
  @Shown(() => WarningView, { list: true }) warnings: WarningView[];
  @Shown(() => PreviewNoticeView, { list: true }) notices: PreviewNoticeView[];
}

const groupOf: Readonly<Record<ElementId, Group>> = {
  name: 'parties',
  contact: 'parties',
  address: 'parties',
  email: 'parties',
  identity: 'parties',
  authorization: 'parties',
  work: 'works_and_location',
  location: 'works_and_location',
  ownership: 'evidence',
  infringement: 'evidence',
  explanation: 'evidence',
  truthfulness: 'statements',
  good_faith: 'statements',
  perjury: 'statements',
  signature: 'statements',
};

export function clocksOfNotice({ drafted }: PreviewedNotice): PreviewClockView[] {
  return [...(drafted?.deadlines ?? [])]
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    .map(({ rule, dueAt }) => ({
      rule: rule.id,
      dueAt: instant(dueAt),
      source: { law: rule.source.law, article: rule.source.article },
    }));
}

export function complaintPreview(
  preview: FilingPreview,
  notices: PreviewNoticeView[],
  warnings: readonly WarningView[],
  language: Language,
): ComplaintPreviewView {
  // an item that filing would make is not there yet, also where the same text names it twice
  const toCome = new Set(preview.targets.flatMap(({ outcome, itemId }) => (isOfBefore(outcome) ? [] : (itemId ?? []))));
  return {
    targets: preview.targets.map((target) => ({
      index: target.index,
      raw: target.raw,
      url: target.url,
      host: target.host,
      contentType: target.contentType,
      contentId: target.contentId,
      part: target.part,
      accountRef: target.accountRef,
      accessCode: target.accessCode,
      platform: target.platform,
      outcomeIfFiled: target.outcome,
      isRepeated: target.isRepeated,
      ...(target.code && { code: target.code }),
      ...(target.detail && { detail: target.detail }),
      ...(target.itemId && !toCome.has(target.itemId) && { itemId: target.itemId }),
    })),
    checklist: preview.checklist.map(({ regime, element, isMet, source, targetIndexes }) => ({
      regime,
      element,
      label: elementLabels[element],
      group: groupOf[element],
      isMet,
      targetIndexes,
      source: { law: source.law, article: source.article },
    })),
    deficiencies: deficiencyViews(preview.deficiencies, language),
    warnings: [...warnings],
    notices,
  };
}

function isOfBefore(outcome: TargetOutcome): boolean {
  return outcome === 'duplicate' || outcome === 'reported_again';
}

import type { Tx } from '#database';
import { directorySnapshot } from '#directory';
import { newId } from '#kernel';
import { type ElementId, missingElements, type Regime, regimes, type Source } from '#law';
import type { Caller } from '#identity';
import type { DraftedNotice } from '#notices';
import { checkReferences } from './domain/check-references.js';
import type { Deficiency, Filing } from './domain/filing.js';
import { draftOf, type NoticePlan } from './domain/group-targets.js';
import { locationFault, type PlannedTarget, planTargets } from './domain/plan-targets.js';
import { draftFiling, type DraftedTarget, type Language } from './draft-filing.js';
import { readWith } from './resolve-targets.js';

export interface PreviewedTarget extends DraftedTarget {
  platform: { id: string; slug: string; name: string } | null;
  /** The same thing stands further up in the pasted texts. */
  isRepeated: boolean;
}

/** An element that a regime asks for, whether it is there or not. */
export interface CheckedElement {
  regime: Regime['id'];
  element: ElementId;
  isMet: boolean;
  source: Source;
  targetIndexes: number[];
}

export interface FilingPreview {
  targets: PreviewedTarget[];
  checklist: CheckedElement[];
  deficiencies: Deficiency[];
  /** What would go out or wait, one a platform and regime. */
  notices: PreviewedNotice[];
}

export interface PreviewedNotice {
  platformId: string;
  regime: Regime;
  targets: PlannedTarget[];
  /** Null where nothing would go out: it lacks an element, or says only what was said before. */
  drafted: Pick<DraftedNotice, 'state' | 'deadlines'> | null;
}

/**
 * What would come of a complaint if it were filed now, by the very steps of filing up to its write. For `inTrial`: the
 * canonical items that it makes and locks must not stay.
 */
export async function previewFiling(
  tx: Tx,
  now: Date,
  caller: Caller,
  filing: Filing,
  language: Language,
): Promise<FilingPreview> {
  const { document } = filing;
  checkReferences(document.works, filing.targets);
  const snapshot = await directorySnapshot(tx);
  const read = await readWith(
    snapshot,
    filing.targets.map(({ text }) => text),
  );
  const planned = planTargets(filing, read);
  const complaint = { id: newId(), organizationId: caller.organizationId, document, language };
  const drafted = await draftFiling(tx, now, complaint, planned, snapshot);
  const { targets, deficiencies, plans, authorizations } = drafted;
  const seen = new Set<string>();
  return {
    targets: targets.map((target, place) => ({
      ...target,
      platform: read[place]!.platform,
      isRepeated: isRepeated(seen, target),
    })),
    checklist:
      plans.length > 0
        ? plans.flatMap((plan) => checked(plan.group.regime, draftOf(document, plan, authorizations), indexesOf(plan)))
        : checked(regimes['cn.reg468'], { ...document, targetCount: 0 }, []),
    deficiencies: [...locationFault(planned), ...deficiencies],
    notices: plans.map(({ group, targets: own }) => ({
      platformId: group.platform.id,
      regime: group.regime,
      targets: own,
      drafted:
        drafted.notices.find((one) => one.platformId === group.platform.id && one.regime === group.regime.id) ?? null,
    })),
  };
}

function checked(
  regime: Regime,
  draft: Parameters<typeof missingElements>[1],
  targetIndexes: number[],
): CheckedElement[] {
  const missing = new Set(missingElements(regime, draft).map(({ element }) => element));
  return regime.requiredElements.map(({ element, source }) => ({
    regime: regime.id,
    element,
    isMet: !missing.has(element),
    source,
    targetIndexes,
  }));
}

function indexesOf({ targets }: NoticePlan): number[] {
  return [...new Set(targets.map(({ index }) => index))];
}

function isRepeated(seen: Set<string>, { platformId, host, canonicalKey, workRef }: DraftedTarget): boolean {
  if (canonicalKey === null) return false;
  const key = [platformId ?? host, canonicalKey, workRef].join(' ');
  const isThere = seen.has(key);
  seen.add(key);
  return isThere;
}

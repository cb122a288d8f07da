import type { DirectorySnapshot } from '#directory';
import { unique } from '#kernel';
import {
  type AuthorizationState,
  missingElements,
  type NoticeDraft,
  type Regime,
  regimeFor,
  type RegimeId,
  type Right,
  rights,
  type ServiceType,
  type WorkCategory,
} from '#law';
import { claimKey, type ClaimedTarget, type ComplaintDocument, type FiledWork, type NoticeGroup } from '#notices';
import type { Deficiency } from './filing.js';
import type { PlannedTarget } from './plan-targets.js';

/** Targets for which one platform answers under one regime: a notice, once it lacks nothing. */
export interface NoticePlan {
  group: NoticeGroup;
  targets: PlannedTarget[];
  works: FiledWork[];
}

/** Sorts routed targets into notices: one a platform and regime (domain.md §2.3–4). Pure. */
export function groupTargets(
  document: ComplaintDocument,
  targets: readonly PlannedTarget[],
  organizationId: string,
  snapshot: DirectorySnapshot,
): NoticePlan[] {
  const works = new Map(document.works.map((work) => [work.ref, work]));
  const plans = new Map<string, NoticePlan>();
  for (const target of targets) {
    if (target.outcome !== 'routed') continue;
    const platform = respondent(snapshot, target.platformId!);
    const right = claimedRight(target);
    const regime = regimeFor(platform, target.contentType!, right);
    const key = `${platform.id} ${regime.id}`;
    const plan = plans.get(key) ?? newPlan(platform, regime);
    plans.set(key, plan);
    plan.group.targets.push({
      id: target.id,
      contentType: target.contentType!,
      claimKey: claimKey(organizationId, document.onBehalfOf?.name, works.get(target.workRef)!, right),
    });
    plan.targets.push(target);
  }
  for (const plan of plans.values()) {
    plan.works = unique(plan.targets.map(({ workRef }) => works.get(workRef)!));
    plan.group.title = titleOf(plan.works.map(({ title }) => title));
    plan.group.workCategories = unique(plan.works.map(({ category }) => category as WorkCategory));
  }
  return [...plans.values()];
}

/**
 * Splits what is complete in the eyes of its regime, to go out, from what waits with the exact list of what it lacks
 * (domain.md §2.5), and marks the targets that wait. `authorizations` are those of the plans, where one is referred to.
 */
export function splitDeficient(
  document: ComplaintDocument,
  plans: readonly NoticePlan[],
  authorizations: ReadonlyMap<NoticePlan, AuthorizationState>,
): { complete: NoticePlan[]; deficiencies: Deficiency[] } {
  const complete: NoticePlan[] = [];
  const deficiencies: Deficiency[] = [];
  for (const plan of plans) {
    const { group, targets } = plan;
    const missing = missingElements(group.regime, draftOf(document, plan, authorizations));
    if (missing.length === 0) {
      complete.push(plan);
      continue;
    }
    for (const target of targets) target.outcome = 'deficient';
    const targetIndexes = unique(targets.map(({ index }) => index));
    deficiencies.push(...missing.map((element) => ({ ...element, regime: group.regime.id, targetIndexes })));
  }
  return { complete, deficiencies };
}

/** A notice as the law looks at it. */
export function draftOf(
  document: ComplaintDocument,
  plan: NoticePlan,
  authorizations: ReadonlyMap<NoticePlan, AuthorizationState>,
): NoticeDraft {
  const { targets, works } = plan;
  const authorizationState = authorizations.get(plan);
  return {
    ...document,
    ...(authorizationState && { authorizationState }),
    works,
    targetCount: targets.length,
    descriptions: targets.map(({ description }) => description),
  };
}

/** The located things that these notices are about. */
export function claimedTargets(plans: readonly NoticePlan[]): ClaimedTarget[] {
  return plans.flatMap(({ group, targets }) =>
    targets.map(({ id, canonicalKey }, place) => ({
      targetId: id,
      platformId: group.platform.id,
      canonicalKey: canonicalKey!,
      claimKey: group.targets[place]!.claimKey,
    })),
  );
}

/** Words that are not of the closed list are kept as text, and count as the right of network communication. */
function claimedRight({ right }: PlannedTarget): Right {
  return rights.find((name) => name === right) ?? 'information_network';
}

function newPlan(platform: NoticeGroup['platform'], regime: Regime): NoticePlan {
  return {
    group: { platform, regime, title: '', workCategories: [], onWarningList: false, targets: [] },
    targets: [],
    works: [],
  };
}

/** The works of a notice in one line, for lists and letters. */
function titleOf(titles: readonly string[]): string {
  const shown = titles
    .slice(0, 3)
    .map((title) => (title.startsWith('《') ? title : `《${title}》`))
    .join('');
  return titles.length > 3 ? `${shown}等${titles.length}部作品` : shown;
}

/** The directory keeps these words as text; its constraints allow only those of the law's vocabulary. */
function respondent(snapshot: DirectorySnapshot, platformId: string): NoticeGroup['platform'] & { regime: RegimeId } {
  const record = snapshot.platforms.get(platformId)!;
  return { ...record, serviceType: record.serviceType as ServiceType, regime: record.regime as RegimeId };
}

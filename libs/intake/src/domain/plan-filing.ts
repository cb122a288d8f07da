import type { DirectorySnapshot } from '#directory';
import { newId, Problem, unique } from '#kernel';
import { missingElements, type Regime, regimeFor, type RegimeId, type ServiceType, type WorkCategory } from '#law';
import { claimKey, type ComplaintDocument, type NoticeGroup, type TargetEntity } from '#notices';
import type { ResolvedTarget } from '../resolve-targets.js';
import type { Deficiency, Filing } from './filing.js';

type PlannedTarget = Omit<TargetEntity, 'complaintId' | 'routedAt' | 'routedBy' | 'outcome'> & {
  outcome: TargetEntity['outcome'] | 'routed';
};

interface Draft {
  group: NoticeGroup;
  targets: PlannedTarget[];
}

export interface FilingPlan {
  targets: PlannedTarget[];
  /** What goes out: one notice each. */
  groups: NoticeGroup[];
  deficiencies: Deficiency[];
}

const mostAddresses = 2_000;

/**
 * Sorts what was read into notices: one a platform and regime, those complete in the eyes of their regime to go out,
 * the others to wait with the exact list of what they lack (domain.md §2.5). Pure but for ids.
 */
export function planFiling(
  filing: Filing,
  read: readonly ResolvedTarget[],
  organizationId: string,
  snapshot: DirectorySnapshot,
): FilingPlan {
  if (read.length > mostAddresses) {
    const detail = `The pasted texts hold ${read.length} addresses, at most ${mostAddresses} fit one complaint: file them in parts.`;
    throw new Problem('validation_failed', { errors: [{ pointer: '#/targets', code: 'too_many_addresses', detail }] });
  }
  const targets = read.map((target, ordinal) => planTarget(filing, target, ordinal));
  const { groups, deficiencies } = groupTargets(filing.document, targets, organizationId, snapshot);
  const isAnythingLocated = targets.some(({ outcome }) => outcome !== 'unreadable');
  return { targets, groups, deficiencies: isAnythingLocated ? deficiencies : [noLocation(targets)] };
}

/** The same for targets that were stored before: what an operator has assigned. Marks the deficient ones. */
export function groupTargets(
  document: ComplaintDocument,
  targets: readonly PlannedTarget[],
  organizationId: string,
  snapshot: DirectorySnapshot,
): { groups: NoticeGroup[]; deficiencies: Deficiency[] } {
  const works = new Map(document.works.map((work) => [work.ref, work]));
  const drafts = new Map<string, Draft>();
  for (const target of targets) {
    if (target.outcome !== 'routed') continue;
    const platform = respondent(snapshot, target.platformId!);
    const regime = regimeFor(platform, target.contentType!);
    const key = `${platform.id} ${regime.id}`;
    const draft: Draft = drafts.get(key) ?? {
      group: { platform, regime, title: '', workCategories: [], targets: [] },
      targets: [],
    };
    drafts.set(key, draft);
    const work = works.get(target.workRef)!;
    draft.group.targets.push({
      id: target.id,
      contentType: target.contentType!,
      claimKey: claimKey(organizationId, document.onBehalfOf?.name, work),
    });
    draft.targets.push(target);
  }
  const groups: NoticeGroup[] = [];
  const deficiencies: Deficiency[] = [];
  for (const { group, targets: own } of drafts.values()) {
    const ownWorks = unique(own.map(({ workRef }) => works.get(workRef)!));
    group.title = titleOf(ownWorks.map(({ title }) => title));
    group.workCategories = unique(ownWorks.map(({ category }) => category as WorkCategory));
    const missing = missingElements(group.regime, {
      ...document,
      works: ownWorks,
      targetCount: own.length,
      descriptions: own.map(({ description }) => description),
    });
    if (missing.length === 0) {
      groups.push(group);
      continue;
    }
    for (const target of own) target.outcome = 'deficient';
    deficiencies.push(...missing.map((element) => deficiency(element, group.regime, own)));
  }
  return { groups, deficiencies };
}

function planTarget(filing: Filing, read: ResolvedTarget, ordinal: number): PlannedTarget {
  const filed = filing.targets[read.index]!;
  return {
    id: newId(),
    index: read.index,
    ordinal,
    raw: read.raw,
    url: read.url,
    host: read.host,
    platformId: read.platform?.id ?? null,
    contentType: read.contentType,
    contentId: read.contentId,
    part: read.part ?? null,
    accountRef: read.accountRef ?? null,
    accessCode: read.accessCode ?? null,
    canonicalKey: read.canonicalKey,
    matchedBy: read.matchedBy,
    workRef: filed.workRef,
    right: filed.right,
    description: filed.description,
    account: filed.account,
    outcome: read.outcome,
    code: read.code ?? null,
    detail: read.outcome === 'routed' ? null : read.detail,
    noticeId: null,
    itemId: null,
  };
}

function deficiency(
  missing: {
    element: string;
    code: string;
    detail: { zh: string; en: string };
    source: { law: string; article: string };
  },
  regime: Regime,
  targets: readonly PlannedTarget[],
): Deficiency {
  return { ...missing, regime: regime.id, targetIndexes: unique(targets.map(({ index }) => index)) };
}

function noLocation(targets: readonly PlannedTarget[]): Deficiency {
  return {
    element: 'location',
    code: 'location_missing',
    detail: {
      zh: '没有读出任何网络地址：请粘贴链接、分享文本、应用链接或作品编号。',
      en: 'No address could be read: paste a link, a share text, an app link or an item id.',
    },
    regime: 'cn.reg468',
    source: { law: '信息网络传播权保护条例', article: '第14条第2项' },
    targetIndexes: unique(targets.map(({ index }) => index)),
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

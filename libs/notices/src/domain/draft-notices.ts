import { nearestDue, type PlannedDeadline } from '#deadlines';
import type { NewEvent } from '#events';
import { newId } from '#kernel';
import type { Claim } from '../claim-canonical-items.js';
import type { TargetOutcome } from '../target.entity.js';
import { servedEvent } from './notice-events.js';
import type { NoticeGroup } from './notice-group.js';
import { serviceDeadlines, type ServiceTerms } from './service-deadlines.js';

export interface DraftedNotice {
  id: string;
  platformId: string;
  platformOrganizationId: string | null;
  regionCode: string;
  regime: string;
  regimeVersion: number;
  title: string;
  state: 'served' | 'awaiting_service';
  servedAt: Date | null;
  items: Array<{ id: string; targetId: string; canonicalItemId: string; claimKey: string; holderKey: string }>;
  deadlines: PlannedDeadline[];
  nextDue: { dueAt: Date; rule: string; dueSoonAt: Date } | null;
}

/** What became of a target. */
export interface DraftedOutcome {
  outcome: TargetOutcome;
  code: string | null;
  detail: string | null;
  noticeId: string | null;
  itemId: string | null;
}

export interface DraftedFiling {
  notices: DraftedNotice[];
  events: NewEvent[];
  /** By the id of the target. */
  outcomes: Map<string, DraftedOutcome>;
}

export interface DraftingComplaint {
  id: string;
  organizationId: string;
  /** The rights holder, whoever files. */
  holderKey: string;
  /** In which a refusal is explained to the complainant. */
  language: 'zh' | 'en';
}

/**
 * Makes notices out of routed targets: what says again what was said before joins the earlier item, what the law bars
 * is refused with its article, the rest becomes one notice a group, served at once where the platform has an inbox here
 * (its entry there is the service: 电子签名法 第11条), else waiting for service with no clock. Pure but for ids.
 */
export function draftNotices(
  now: Date,
  complaint: DraftingComplaint,
  groups: readonly NoticeGroup[],
  claims: ReadonlyMap<string, Claim>,
  terms: ServiceTerms,
): DraftedFiling {
  const drafted: DraftedFiling = { notices: [], events: [], outcomes: new Map() };
  const openHere = new Map<string, { itemId: string; noticeId: string }>();
  for (const group of groups) {
    const isServed = group.platform.joinedAt !== null && group.platform.joinedAt <= now;
    const noticeId = newId();
    const items: DraftedNotice['items'] = [];
    for (const target of group.targets) {
      const claim = claims.get(target.id)!;
      const claimed = `${claim.canonicalItemId} ${target.claimKey}`;
      const settled = outcomeWithoutItem(claim, openHere.get(claimed), group, complaint.language);
      if (settled) {
        drafted.outcomes.set(target.id, settled);
        continue;
      }
      const itemId = newId();
      const { canonicalItemId } = claim;
      const { claimKey } = target;
      items.push({ id: itemId, targetId: target.id, canonicalItemId, claimKey, holderKey: complaint.holderKey });
      openHere.set(claimed, { itemId, noticeId });
      const outcome = isServed ? 'served' : 'awaiting_service';
      drafted.outcomes.set(target.id, { outcome, code: null, detail: null, noticeId, itemId });
    }
    if (items.length === 0) continue;
    const event = servedEvent({ noticeId, complaint, group, itemCount: items.length, isServed });
    const deadlines = isServed ? serviceDeadlines(noticeId, group, { at: now, event: event.id! }, terms) : [];
    const owed = deadlines.filter(({ rule }) => rule.owedBy === 'platform');
    drafted.events.push(event);
    drafted.notices.push({
      id: noticeId,
      platformId: group.platform.id,
      platformOrganizationId: group.platform.organizationId,
      regionCode: group.platform.regionCode,
      regime: group.regime.id,
      regimeVersion: group.regime.version,
      title: group.title,
      state: isServed ? 'served' : 'awaiting_service',
      servedAt: isServed ? now : null,
      items,
      deadlines,
      nextDue: nearestDue(owed.map((d) => ({ countsFrom: d.countsFrom, dueAt: d.dueAt, ruleId: d.rule.id }))),
    });
  }
  return drafted;
}

/** What joins an earlier item, or is barred; null where the target gets an item of its own. */
function outcomeWithoutItem(
  { repeats, isRestoredOnCounter }: Claim,
  openHere: { itemId: string; noticeId: string } | undefined,
  { regime }: NoticeGroup,
  language: 'zh' | 'en',
): DraftedOutcome | null {
  const earlier = repeats ?? (openHere && { as: 'duplicate' as const, ...openHere });
  if (earlier) {
    const { as, itemId, noticeId } = earlier;
    const outcome = as === 'duplicate' ? 'duplicate' : 'reported_again';
    const code = { duplicate: null, report_still_live: 'still_live', appeal: 'appealed' }[as];
    return { outcome, code, detail: null, noticeId, itemId };
  }
  const { allowed, detail } = regime.secondNotice;
  if (allowed || !isRestoredOnCounter) return null;
  const refusal = { code: 'second_notice', detail: detail[language], noticeId: null, itemId: null };
  return { outcome: 'refused_second_notice', ...refusal };
}

import { type Calendars, nearestDue, planDeadline, type PlannedDeadline } from '#deadlines';
import type { NewEvent } from '#events';
import { newId } from '#kernel';
import { clocksOnService, type ServiceFacts } from '#law';
import type { Claim } from '../claim-canonical-items.js';
import type { TargetOutcome } from '../target.entity.js';
import { servedEvent } from './notice-events.js';
import type { NoticeGroup } from './notice-group.js';

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
  items: Array<{ id: string; targetId: string; canonicalItemId: string; claimKey: string }>;
  deadlines: PlannedDeadline[];
  nextDue: { dueAt: Date; rule: string; dueSoonAt: Date } | null;
}

export interface DraftedFiling {
  notices: DraftedNotice[];
  events: NewEvent[];
  /** What became of each target, by its id. */
  outcomes: Map<string, { outcome: TargetOutcome; noticeId: string | null; itemId: string | null }>;
}

/**
 * Makes notices out of routed targets: repeats are linked to the item that is already open, the rest becomes one notice
 * a group, served at once where the platform has an inbox here (its entry there is the service: 电子签名法 第11条),
 * else waiting for service with no clock. Pure but for ids.
 */
export function draftNotices(
  now: Date,
  complaint: { id: string; organizationId: string },
  groups: readonly NoticeGroup[],
  claims: ReadonlyMap<string, Claim>,
  calendars: Calendars,
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
      const duplicateOf = claim.duplicateOf ?? openHere.get(claimed);
      if (duplicateOf) {
        drafted.outcomes.set(target.id, { outcome: 'duplicate', ...duplicateOf });
        continue;
      }
      const itemId = newId();
      items.push({
        id: itemId,
        targetId: target.id,
        canonicalItemId: claim.canonicalItemId,
        claimKey: target.claimKey,
      });
      openHere.set(claimed, { itemId, noticeId });
      drafted.outcomes.set(target.id, { outcome: isServed ? 'served' : 'awaiting_service', noticeId, itemId });
    }
    if (items.length === 0) continue;
    const event = servedEvent({ noticeId, complaint, group, itemCount: items.length, isServed });
    const deadlines = isServed
      ? serviceDeadlines(noticeId, serviceFacts(group), { at: now, event: event.id! }, calendars)
      : [];
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

/** The clocks that service starts on a notice. */
export function serviceDeadlines(
  noticeId: string,
  facts: Omit<ServiceFacts, 'onWarningList'>,
  start: { at: Date; event: string },
  calendars: Calendars,
): PlannedDeadline[] {
  const rules = clocksOnService({ ...facts, onWarningList: false });
  return rules.map((rule) => planDeadline(rule, { kind: 'notice', id: noticeId, noticeId }, start, calendars));
}

function serviceFacts({ regime, platform, workCategories, targets }: NoticeGroup): Omit<ServiceFacts, 'onWarningList'> {
  const contentTypes = targets.map(({ contentType }) => contentType);
  return { regime, serviceType: platform.serviceType, workCategories, contentTypes };
}

import { type Calendars, planDeadline, type PlannedDeadline } from '#deadlines';
import { clocksOnService, type RuleOverride, termsFor, tierOf, zoneOfClock } from '#law';
import type { NoticeGroup } from './notice-group.js';

/** What, besides the notice itself, decides how long the clocks of its service run. */
export interface ServiceTerms {
  calendars: Calendars;
  overrides: readonly RuleOverride[];
  /** Whoever files enjoys the green channel now. */
  isGreenChannel: boolean;
}

type ServedGroup = Pick<NoticeGroup, 'regime' | 'workCategories' | 'onWarningList'> & {
  platform: Pick<NoticeGroup['platform'], 'id' | 'serviceType' | 'timeZone'>;
  targets: ReadonlyArray<{ contentType: string }>;
};

/**
 * The clocks that service starts on a notice: by its tier, the strictest override that fits, and for US law the place
 * of the platform (domain.md §4). Pure but for ids.
 */
export function serviceDeadlines(
  noticeId: string,
  { regime, platform, workCategories, onWarningList, targets }: ServedGroup,
  start: { at: Date; event: string },
  { calendars, overrides, isGreenChannel }: ServiceTerms,
): PlannedDeadline[] {
  const { serviceType } = platform;
  const contentTypes = targets.map(({ contentType }) => contentType);
  const tier = tierOf({ onWarningList, isGreenChannel });
  const facts = { platformId: platform.id, tier, serviceType, workCategories, at: start.at };
  return clocksOnService({ regime, serviceType, workCategories, contentTypes, onWarningList }).map((rule) =>
    planDeadline(rule, { kind: 'notice', id: noticeId, noticeId }, start, calendars, {
      terms: termsFor(rule, facts, overrides),
      tier,
      zone: zoneOfClock(rule.id, platform.timeZone),
    }),
  );
}

import type { Tx } from '#database';
import { calendarsInForce, greenChannelOf, overridesInForce, type PlannedDeadline } from '#deadlines';
import { unique } from '#kernel';
import { type ClockRule, type ClockUnit, regimeOf, type WorkCategory } from '#law';
import { worksOnWarningList } from '#works';
import { serviceDeadlines } from './domain/service-deadlines.js';
import { waitingForMail, type WaitingNotice } from './waiting-notices.js';

type ClocksOf = (noticeId: string, start: { at: Date; event: string }) => PlannedDeadline[];

/** The clocks that service would start on waiting notices by the law, tier and terms of `now`. Four statements for any number. */
export async function clocksOfService(tx: Tx, now: Date, waiting: readonly WaitingNotice[]): Promise<ClocksOf> {
  const facts = new Map(waiting.map((notice) => [notice.id, notice]));
  const listed = await findListed(tx, now, waiting);
  const green = await greenChannelOf(tx, unique(waiting.map((one) => one.complainantOrganizationId)), now);
  const [calendars, overrides] = [await calendarsInForce(tx), await overridesInForce(tx)];
  return (noticeId, start) => {
    const { platform, works, contentTypes, regime, complainantOrganizationId } = facts.get(noticeId)!;
    const group = {
      platform,
      regime: regimeOf(regime),
      workCategories: unique(works.map(({ category }) => category as WorkCategory)),
      onWarningList: listed.has(noticeId),
      targets: contentTypes.map((contentType) => ({ contentType })),
    };
    const isGreenChannel = green.has(complainantOrganizationId);
    return serviceDeadlines(noticeId, group, start, { calendars, overrides, isGreenChannel });
  };
}

/** How long a clock runs that has not begun. */
export interface ClockAhead {
  rule: ClockRule;
  length: number;
  unit: ClockUnit;
}

/** What a platform that is served by mail will owe from the instant of service, by notice; none of what waits no more. */
export async function clocksAhead(tx: Tx, now: Date, noticeIds: readonly string[]): Promise<Map<string, ClockAhead[]>> {
  const waiting = await waitingForMail(tx, noticeIds);
  if (waiting.length === 0) return new Map();
  const clocks = await clocksOfService(tx, now, waiting);
  const overrides = new Map((await overridesInForce(tx)).map((override) => [override.id, override]));
  return new Map(
    waiting.map(({ id }) => {
      const owed = clocks(id, { at: now, event: id }).filter(({ rule }) => rule.owedBy === 'platform');
      return [
        id,
        owed.map(({ rule, overrideId }) => {
          const { length, unit } = overrides.get(overrideId ?? '') ?? rule;
          return { rule, length, unit };
        }),
      ];
    }),
  );
}

/** The notices that carry a work on a warning list. */
async function findListed(tx: Tx, now: Date, waiting: readonly WaitingNotice[]): Promise<Set<string>> {
  const named = waiting.flatMap(({ id, works }) => works.map((work) => ({ id, work })));
  const isListed = await worksOnWarningList(
    tx,
    now,
    named.map(({ work }) => work),
  );
  return new Set(named.flatMap(({ id }, place) => (isListed[place] ? [id] : [])));
}

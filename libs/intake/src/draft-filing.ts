import type { Tx } from '#database';
import { calendarsInForce, isGreenChannel, overridesInForce } from '#deadlines';
import type { DirectorySnapshot } from '#directory';
import { claimCanonicalItems, type ComplaintDocument, draftNotices, holderKey } from '#notices';
import { worksOnWarningList } from '#works';
import { authorizationsOfPlans } from './authorizations-of-plans.js';
import { claimedTargets, groupTargets, type NoticePlan, splitDeficient } from './domain/group-targets.js';
import type { PlannedTarget } from './domain/plan-targets.js';

export type Language = 'zh' | 'en';

/** A target with what becomes of it. */
export type DraftedTarget = PlannedTarget & { outcome: Exclude<PlannedTarget['outcome'], 'routed'> };

export interface DraftedComplaint {
  id: string;
  organizationId: string;
  document: ComplaintDocument;
  language: Language;
}

/**
 * What becomes of routed targets, whether they were just filed, assigned or completed: notices with their clocks, what
 * they lack, what they say again. Nothing is written but new canonical items; their locks are held. Four statements
 * whatever the number of targets, two less where nothing goes out; two more where an authorization is relied on, and
 * two where something had been answered.
 */
export async function draftFiling(
  tx: Tx,
  now: Date,
  complaint: DraftedComplaint,
  routed: readonly PlannedTarget[],
  snapshot: DirectorySnapshot,
) {
  const { id, organizationId, document, language } = complaint;
  const plans = groupTargets(document, routed, organizationId, snapshot);
  const authorizations = await authorizationsOfPlans(tx, now, organizationId, document, plans);
  const { complete, deficiencies } = splitDeficient(document, plans, authorizations);
  const terms = {
    calendars: await calendarsInForce(tx),
    overrides: await overridesInForce(tx),
    isGreenChannel: complete.length > 0 && (await isGreenChannel(tx, organizationId, now)),
  };
  await markListed(tx, now, complete);
  const holder = holderKey(document);
  const claims = await claimCanonicalItems(tx, claimedTargets(complete), holder);
  const drafting = { id, organizationId, holderKey: holder, language };
  const groups = complete.map(({ group }) => group);
  const { notices, events, outcomes } = draftNotices(now, drafting, groups, claims.byTarget, terms);
  const targets = routed.map((target) => ({
    ...target,
    ...(outcomes.get(target.id) as Pick<PlannedTarget, 'noticeId' | 'itemId' | 'code' | 'detail'> | undefined),
    outcome: outcomes.get(target.id)?.outcome ?? (target.outcome as Exclude<PlannedTarget['outcome'], 'routed'>),
  }));
  return { targets, notices, events, deficiencies, repeats: claims.repeats, plans, authorizations };
}

/** Being on a warning list speeds the tier; it proves no infringement. One statement, none where nothing goes out. */
async function markListed(tx: Tx, now: Date, plans: readonly NoticePlan[]): Promise<void> {
  const named = plans.flatMap((plan) => plan.works.map((work) => ({ plan, work })));
  const isListed = await worksOnWarningList(
    tx,
    now,
    named.map(({ work }) => work),
  );
  named.forEach(({ plan }, place) => (plan.group.onWarningList ||= isListed[place]!));
}

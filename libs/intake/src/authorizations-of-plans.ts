import type { Tx } from '#database';
import type { AuthorizationState } from '#law';
import type { ComplaintDocument } from '#notices';
import { authorizationStates, readRight } from '#works';
import type { NoticePlan } from './domain/group-targets.js';

/** Worst first: what a notice says of the authorization is what is true of its worst work and right. */
const severity: readonly AuthorizationState[] = [
  'frozen',
  'revoked',
  'rejected',
  'unknown',
  'expired',
  'out_of_scope',
  'pending',
  'in_force',
];

/**
 * What the authorization that a complaint refers to is worth now, for each work and right of each notice (domain.md
 * §2.6). Two statements whatever the number of notices; none where the complaint refers to none.
 */
export async function authorizationsOfPlans(
  tx: Tx,
  at: Date,
  agentOrganizationId: string,
  { onBehalfOf }: ComplaintDocument,
  plans: readonly NoticePlan[],
): Promise<Map<NoticePlan, AuthorizationState>> {
  const authorizationId = onBehalfOf?.authorizationId;
  if (!authorizationId || plans.length === 0) return new Map();
  const relied = plans.flatMap((plan) => reliances(plan).map((reliance) => ({ plan, ...reliance })));
  const judgements = await authorizationStates(
    tx,
    at,
    agentOrganizationId,
    relied.map(({ plan, work, right }) => ({
      authorizationId,
      work,
      right,
      principalName: onBehalfOf.name ?? null,
      ...(plan.group.regime.id === 'us.dmca' && { territory: 'US' }),
    })),
  );
  const worst = new Map<NoticePlan, AuthorizationState>();
  relied.forEach(({ plan }, place) => {
    const { state } = judgements[place]!;
    const known = worst.get(plan);
    if (!known || severity.indexOf(state) < severity.indexOf(known)) worst.set(plan, state);
  });
  return worst;
}

/** Each work with each right that is claimed in it, once. */
function reliances({ targets, works }: NoticePlan) {
  const byRef = new Map(works.map((work) => [work.ref, work]));
  const pairs = targets.map(({ workRef, right }) => ({ work: byRef.get(workRef)!, right: relevantRight(right) }));
  return [...new Map(pairs.map((pair) => [`${pair.right} ${pair.work.ref}`, pair])).values()];
}

function relevantRight(right: string | null): string {
  return (right && readRight(right)) || 'information_network';
}

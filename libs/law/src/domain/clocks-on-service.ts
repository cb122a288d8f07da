import { clockRules } from './clock-rules.js';
import type { ClockRule, ClockScope } from './clock-rules/clock-rule.js';
import type { Regime } from './regimes/regime.js';
import type { ServiceType, WorkCategory } from './vocabulary.js';

/** What decides which clocks a notice starts. */
export interface ServiceFacts {
  regime: Regime;
  serviceType: ServiceType;
  workCategories: readonly WorkCategory[];
  contentTypes: readonly string[];
  /** A work of the notice is on a warning list in force. */
  onWarningList: boolean;
}

const startedByService = clockRules.filter((rule) => rule.startsOn === 'served');

/**
 * The clocks that start when a notice is served: one of each kind, the most specific one (warning list > netdisk or
 * literature > regime). Under `eu.dsa` the duty to decide stands in the place of takedown and forwarding.
 */
export function clocksOnService(facts: ServiceFacts): ClockRule[] {
  const chosen = new Map<string, ClockRule>();
  for (const rule of startedByService) {
    if (!covers(rule.scope ?? {}, facts)) continue;
    const rival = chosen.get(rule.kind);
    if (!rival || (rule.rank ?? 0) > (rival.rank ?? 0)) chosen.set(rule.kind, rule);
  }
  return [...chosen.values()];
}

function covers(scope: ClockScope, facts: ServiceFacts): boolean {
  if (scope.regimes && !scope.regimes.includes(facts.regime.id)) return false;
  if (scope.onWarningList && !facts.onWarningList) return false;
  if (scope.workCategories && !facts.workCategories.some((category) => scope.workCategories?.includes(category))) {
    return false;
  }
  const isBoundByPlace = scope.serviceTypes ?? scope.contentTypes;
  return (
    !isBoundByPlace ||
    (scope.serviceTypes ?? []).includes(facts.serviceType) ||
    facts.contentTypes.some((type) => scope.contentTypes?.includes(type))
  );
}

import type { ClockRule, ClockUnit } from './clock-rules/clock-rule.js';
import { enjoys, type Tier } from './tiers.js';
import type { ServiceType, WorkCategory } from './vocabulary.js';

/** The matters for which a rule runs shorter; an absent member leaves it open. */
export interface OverrideScope {
  platformId?: string;
  /** And every higher tier. */
  tier?: Tier;
  /** The name of the 专项行动 that asks for it; its time is the override's validity. */
  campaign?: string;
  serviceTypes?: readonly ServiceType[];
  workCategories?: readonly WorkCategory[];
}

/** A rule row made stricter for some matters and some time. */
export interface RuleOverride {
  id: string;
  rule: string;
  scope: OverrideScope;
  length: number;
  unit: ClockUnit;
  validFrom: Date;
  /** The first instant at which it no longer starts clocks; null: until ended. */
  validUntil: Date | null;
}

/** How long a clock runs and, where it is not the rule's own length, by which override. */
export interface ClockTerms {
  length: number;
  unit: ClockUnit;
  overrideId: string | null;
}

export interface TermsFacts {
  platformId: string;
  tier: Tier;
  serviceType: ServiceType;
  workCategories: readonly WorkCategory[];
  at: Date;
}

/**
 * The strictest terms that fit a matter: the rule's own, or those of the shortest override in force at `at`. Overrides
 * are all stricter than the rule; among themselves a day is taken for 24 hours, and at equal length calendar days are
 * shorter than working days.
 */
export function termsFor(rule: ClockRule, facts: TermsFacts, overrides: readonly RuleOverride[]): ClockTerms {
  let strictest: RuleOverride | null = null;
  for (const override of overrides) {
    if (override.rule !== rule.id || !isInForce(override, facts.at) || !fits(override.scope, facts)) continue;
    // What a later version of the rule has overtaken no longer shortens anything.
    if (whyNotStricter(rule, override) !== null) continue;
    if (!strictest || isShorter(override, strictest)) strictest = override;
  }
  return strictest
    ? { length: strictest.length, unit: strictest.unit, overrideId: strictest.id }
    : { length: rule.length, unit: rule.unit, overrideId: null };
}

function isInForce({ validFrom, validUntil }: RuleOverride, at: Date): boolean {
  return validFrom <= at && (validUntil === null || at < validUntil);
}

function fits(scope: OverrideScope, facts: TermsFacts): boolean {
  if (scope.platformId && scope.platformId !== facts.platformId) return false;
  if (scope.tier && !enjoys(facts.tier, scope.tier)) return false;
  if (scope.serviceTypes && !scope.serviceTypes.includes(facts.serviceType)) return false;
  return !scope.workCategories || facts.workCategories.some((category) => scope.workCategories?.includes(category));
}

const hours = ({ length, unit }: { length: number; unit: ClockUnit }) =>
  unit === 'hour' ? length : unit === 'month' ? length * 24 * 28 : length * 24;
const order: readonly ClockUnit[] = ['hour', 'calendar_day', 'working_day', 'us_business_day', 'month'];

function isShorter(one: RuleOverride, other: RuleOverride): boolean {
  const difference = hours(one) - hours(other) || order.indexOf(one.unit) - order.indexOf(other.unit);
  return difference < 0 || (difference === 0 && one.id < other.id);
}

/** Why an override is refused: a code and a sentence how to mend it. */
export interface NotStricter {
  code: 'not_overridable' | 'not_stricter' | 'not_comparable' | 'below_range';
  detail: string;
}

/**
 * Null where these terms end earlier than the rule's whatever the start; else why that is not sure. Within one unit a
 * smaller number does. Hours stand against days, for a clock of d days never runs less than d times 24 hours from its
 * start (less one hour, where a zone goes over to summer time); calendar days stand against working days. Nothing else
 * is compared: an hour rule can be shorter or longer than a day, as the start falls.
 */
export function whyNotStricter(rule: ClockRule, terms: { length: number; unit: ClockUnit }): NotStricter | null {
  const own = `${rule.id} runs ${rule.length} ${rule.unit}`;
  if (rule.owedBy !== 'platform' || rule.countsBack || rule.unit === 'month')
    return {
      code: 'not_overridable',
      detail: `${own} and is not owed by the platform: only its duties can be shortened.`,
    };
  if (rule.basis === 'statutory')
    return { code: 'not_overridable', detail: `${own} by the act itself (${rule.source.law} ${rule.source.article}).` };
  const longest = longestStricter(rule, terms.unit);
  if (longest === null)
    return {
      code: 'not_comparable',
      detail: `${own}; a number of ${terms.unit} is not shorter for every start. Give it in ${rule.unit}${rule.unit === 'hour' ? '' : ' or hour'}.`,
    };
  if (terms.length > longest)
    return {
      code: 'not_stricter',
      detail: `${own}: give at most ${longest} ${terms.unit}, which is shorter for every start.`,
    };
  const least = terms.unit === rule.unit ? rule.range?.min : undefined;
  if (least !== undefined && terms.length < least)
    return { code: 'below_range', detail: `${own}; its source leaves room for no less than ${least}.` };
  return null;
}

/** The greatest number of `unit` that ends before the rule whatever the start; null where there is none to be sure of. */
function longestStricter(rule: ClockRule, unit: ClockUnit): number | null {
  if (unit === rule.unit) return rule.length - 1;
  if (rule.unit === 'hour' || rule.unit === 'month') return null;
  if (unit === 'hour') return rule.length * 24 - 1;
  return unit === 'calendar_day' && !rule.rolls ? rule.length - 1 : null;
}

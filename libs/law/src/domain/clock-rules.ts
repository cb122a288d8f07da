import { abroad } from './clock-rules/abroad.js';
import { allRegimes } from './clock-rules/all-regimes.js';
import { authorities } from './clock-rules/authorities.js';
import { chinaOnCounterNotice } from './clock-rules/china-on-counter-notice.js';
import { chinaOnService } from './clock-rules/china-on-service.js';
import type { ClockRule } from './clock-rules/clock-rule.js';

/** Every clock the product knows (law.md §3). A new duty is one more row. */
export const clockRules: readonly ClockRule[] = [
  ...chinaOnService,
  ...chinaOnCounterNotice,
  ...abroad,
  ...allRegimes,
  ...authorities,
];

const ruleById: ReadonlyMap<string, ClockRule> = new Map(clockRules.map((rule) => [rule.id, rule]));

/** The row of that id; undefined where there is none. */
export function clockRule(id: string): ClockRule | undefined {
  return ruleById.get(id);
}

import { abroad } from './clock-rules/abroad.js';
import { allRegimes } from './clock-rules/all-regimes.js';
import { authorities } from './clock-rules/authorities.js';
import { chinaOnCounterNotice } from './clock-rules/china-on-counter-notice.js';
import { chinaOnService } from './clock-rules/china-on-service.js';
import type { ClockRule } from './clock-rules/clock-rule.js';
import { rowsOfLaw } from './rows-of-law.js';

/** Every clock the product knows or knew (law.md §3). A new duty is one more row, and so is a new version of one. */
export const clockRuleHistory: readonly ClockRule[] = [
  ...chinaOnService,
  ...chinaOnCounterNotice,
  ...abroad,
  ...allRegimes,
  ...authorities,
];

const rows = rowsOfLaw(clockRuleHistory);

/** The clocks in force: the latest version of each. */
export const clockRules = rows.current;

/** The row of that id in force; undefined where there is none. */
export function clockRule(id: string): ClockRule | undefined {
  return rows.find(id);
}

/** The row that a deadline is pinned to; without a version the one in force. */
export function clockRuleOf(id: string, version?: number): ClockRule | undefined {
  return rows.find(id, version);
}

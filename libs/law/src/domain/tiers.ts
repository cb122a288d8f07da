/** How fast a matter has to go, slowest first: tiers shorten (domain.md §4). */
export const tiers = ['ordinary', 'green_channel', 'warning_list'] as const;
export type Tier = (typeof tiers)[number];

/** A work on a warning list in force goes before a trusted submitter, both before the rest. */
export function tierOf(facts: { onWarningList: boolean; isGreenChannel: boolean }): Tier {
  if (facts.onWarningList) return 'warning_list';
  return facts.isGreenChannel ? 'green_channel' : 'ordinary';
}

/** Whether a matter of this tier also enjoys what is given to that one: a higher tier is never slower than a lower. */
export function enjoys(tier: Tier, given: Tier): boolean {
  return tiers.indexOf(tier) >= tiers.indexOf(given);
}

const minute = 60_000;
const hour = 60 * minute;

/** How long after the first, second, … failed try the next one follows. Milliseconds. */
export const letterRetrySchedule: readonly number[] = [minute, 5 * minute, 30 * minute, 2 * hour, 8 * hour, 24 * hour];

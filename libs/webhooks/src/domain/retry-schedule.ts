const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long after the first, second, … failed attempt the next one follows (the API contract, §5). Milliseconds. */
export const retrySchedule: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** Shares of a step by which it is spread, so that what failed together does not come back together. */
const jitter = 0.1;

/**
 * The wait after a failed attempt in milliseconds, or null when that was the last. A receiver's `Retry-After` lengthens
 * it, up to the step that would come next; it never shortens it.
 * @param failures how many attempts have failed, this one included (from 1)
 * @param retryAfter what the receiver asked for in milliseconds, or null
 * @param chance from 0 to 1, where the jitter falls
 */
export function waitAfter(failures: number, retryAfter: number | null, chance: number): number | null {
  const step = retrySchedule[failures - 1];
  if (step === undefined) return null;
  const jittered = Math.round(step * (1 - jitter + 2 * jitter * chance));
  const cap = retrySchedule[failures] ?? step;
  return Math.max(jittered, Math.min(retryAfter ?? 0, cap));
}

/** `Retry-After` in its two forms (RFC 9110 §10.2.3), as milliseconds from now; null when absent or unreadable. */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  const text = header?.trim();
  if (!text) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text) * second;
  const date = /^[A-Za-z]{3}, \d{2} [A-Za-z]{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

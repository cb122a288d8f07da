const shape = /^P(?=[\dT])(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,10})S)?)?$/;
const longest = 10 * 366 * 86_400_000;

/** Milliseconds of an ISO 8601 duration in days, hours, minutes and seconds, at most ten years; NaN for anything else. */
export function readDuration(text: string): number {
  const [, days, hours, minutes, seconds] = shape.exec(text) ?? [];
  if (days === undefined && hours === undefined && minutes === undefined && seconds === undefined) return NaN;
  const milliseconds =
    Number(days ?? 0) * 86_400_000 +
    Number(hours ?? 0) * 3_600_000 +
    Number(minutes ?? 0) * 60_000 +
    Number(seconds ?? 0) * 1_000;
  return milliseconds <= longest ? milliseconds : NaN;
}

const day = 86_400_000;

/** The Beijing date that lies so many days after an instant's own. */
export function dayAfter(instant: string, days: number): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000 + days * day).toISOString().slice(0, 10);
}

/** The first instant after a Beijing date. */
export function endOf(date: string): number {
  return Date.parse(`${date}T00:00:00+08:00`) + day;
}

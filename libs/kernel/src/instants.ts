const chinaYear = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' });

/** The API's form of an instant: UTC with its offset, milliseconds only where there are any. */
export function instant(at: Date): string;
export function instant(at: Date | null | undefined): string | null;
export function instant(at: Date | null | undefined): string | null {
  return at ? at.toISOString().replace('.000Z', 'Z') : null;
}

export function addMilliseconds(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}

/** The calendar year in Beijing, which numbers of complaints and notices carry. */
export function year(at: Date): string {
  return chinaYear.format(at);
}

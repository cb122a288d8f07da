import { buildCalendar, type Calendar, type CalendarDay } from './calendar.js';

/** One paper as it was imported: the span that it speaks of and the days that it names. */
export interface CalendarPaper {
  version: string;
  coveredFrom: string;
  coveredUntil: string;
  days: readonly CalendarDay[];
  /** Null for the collection that comes with a release: it lies beneath every paper. */
  publishedAt: Date | null;
  createdAt: Date;
}

/**
 * The papers laid on each other in the order of publication: a later one overrides the earlier for the days that it
 * names and leaves the rest (2020 had two). The version is that of the paper imported last, which names the whole
 * stack: papers are only ever added.
 * @throws Error where there is no paper at all
 */
export function layerCalendars(papers: readonly CalendarPaper[]): Calendar {
  const newest = papers.toSorted(byImport).at(-1);
  if (!newest) throw new Error('No calendar is published: run the migrations and the seed first.');
  return buildCalendar(layeredDays(papers), coverageOf(papers), newest.version);
}

/** By date, the version of the paper whose word on that day governs. */
export function governingPapers(papers: readonly CalendarPaper[]): Map<string, string> {
  return new Map(layeredDays(papers).map(({ date, version }) => [date, version]));
}

/** What every paper says within the span that it speaks of, the last published last. */
function layeredDays(papers: readonly CalendarPaper[]): Array<CalendarDay & { version: string }> {
  return papers
    .toSorted(byPublication)
    .flatMap(({ days, coveredFrom, coveredUntil, version }) =>
      days.filter(({ date }) => date >= coveredFrom && date <= coveredUntil).map((day) => ({ ...day, version })),
    );
}

/** From the first covered day to the last; papers leave no gap, which importing sees to. */
export function coverageOf(papers: ReadonlyArray<Pick<CalendarPaper, 'coveredFrom' | 'coveredUntil'>>) {
  const from = papers.map(({ coveredFrom }) => coveredFrom).sort()[0]!;
  const until = papers
    .map(({ coveredUntil }) => coveredUntil)
    .sort()
    .at(-1)!;
  return { from, until };
}

/** First and last of these days that the two calendars tell differently; null where they agree on all. */
export function changedSpan(
  before: Calendar,
  after: Calendar,
  within: { from: string; until: string },
): { from: string; until: string } | null {
  const told = (calendar: Calendar, date: string) =>
    `${calendar.covers(date)} ${calendar.whyNot(date)} ${calendar.isMakeUpDay(date)}`;
  const changed = datesIn(within).filter((date) => told(before, date) !== told(after, date));
  return changed.length > 0 ? { from: changed[0]!, until: changed.at(-1)! } : null;
}

/** Every date of a span, both ends included. */
export function datesIn({ from, until }: { from: string; until: string }): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(until); at += 86_400_000)
    dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}

const byImport = (left: CalendarPaper, right: CalendarPaper) =>
  left.createdAt.getTime() - right.createdAt.getTime() || (left.version < right.version ? -1 : 1);

const byPublication = (left: CalendarPaper, right: CalendarPaper) =>
  (left.publishedAt?.getTime() ?? -1) - (right.publishedAt?.getTime() ?? -1) || byImport(left, right);

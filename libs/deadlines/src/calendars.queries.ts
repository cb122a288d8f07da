import type { Tx } from '#database';
import { datesIn, governingPapers } from '#law';
import type { DataSource } from 'typeorm';
import { calendarsOf, papersOf } from './calendars.js';

export interface CalendarRow {
  version: string;
  jurisdiction: string;
  coveredFrom: string;
  coveredUntil: string;
  days: Array<{ date: string; kind: 'holiday' | 'working'; name: string }>;
  source: string;
  publishedAt: Date | null;
  createdAt: Date;
  /** `created_at` as PostgreSQL writes it, for the cursor. */
  createdKey: string;
}

const calendarRow = `
  select version, jurisdiction, covered_from::text as "coveredFrom", covered_until::text as "coveredUntil", days, source,
    published_at as "publishedAt", created_at as "createdAt", created_at::text as "createdKey"
  from calendars`;

/** Papers, the last imported first. */
export function listCalendars(
  db: Tx | DataSource,
  after: readonly string[] | null,
  limit: number,
): Promise<CalendarRow[]> {
  return db.query<CalendarRow[]>(
    `${calendarRow} where $1::timestamptz is null or (created_at, version) < ($1, $2)
     order by created_at desc, version desc limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

export async function findCalendar(db: Tx | DataSource, version: string): Promise<CalendarRow | null> {
  const [row] = await db.query<CalendarRow[]>(`${calendarRow} where version = $1`, [version]);
  return row ?? null;
}

/** One year as all papers together make it: the days that depart from the week, each with the paper that governs it. */
export interface MergedYear {
  year: number;
  version: string;
  covered: boolean;
  days: Array<{ date: string; kind: 'holiday' | 'working'; name: string; version: string }>;
}

export async function mergedYear(db: Tx | DataSource, year: number): Promise<MergedYear> {
  const papers = await papersOf(db);
  const { cn } = calendarsOf(papers);
  const dates = datesIn({ from: `${year}-01-01`, until: `${year}-12-31` });
  const governing = governingPapers(papers);
  const days = dates.flatMap((date) => {
    const day = cn.listed(date);
    return day ? [{ ...day, version: governing.get(date)! }] : [];
  });
  return { year, version: cn.version, covered: dates.every((date) => cn.covers(date)), days };
}

export interface CalendarWarning {
  code: 'coverage_ends' | 'deadlines_uncovered';
  detail: string;
}

export interface CalendarOutlook {
  version: string;
  coveredUntil: string;
  /** Whole days from now until the coverage ends; negative afterwards. */
  daysLeft: number;
  /** Running clocks that rest on days of which no paper speaks. */
  uncoveredDeadlines: number;
}

/** So long before the coverage ends the next paper is asked for; next year's is published in autumn. */
const outlookDays = 60;

/** How far the papers reach, and what already runs beyond them. */
export async function calendarOutlook(db: Tx | DataSource, now: Date): Promise<CalendarOutlook> {
  const { cn } = calendarsOf(await papersOf(db));
  const [row] = await db.query<Array<{ count: number }>>(
    `select count(*)::int as count from deadlines where not covered and state in ('running', 'paused')`,
  );
  const end = Date.parse(`${cn.coveredUntil}T24:00:00+08:00`);
  return {
    version: cn.version,
    coveredUntil: cn.coveredUntil,
    daysLeft: Math.floor((end - now.getTime()) / 86_400_000),
    uncoveredDeadlines: row!.count,
  };
}

/** What operators have to mend; empty where the papers reach far enough. */
export function warningsOf(outlook: CalendarOutlook): CalendarWarning[] {
  const { coveredUntil, daysLeft, uncoveredDeadlines } = outlook;
  const warnings: CalendarWarning[] = [];
  if (daysLeft < outlookDays)
    warnings.push({
      code: 'coverage_ends',
      detail: `The papers reach until ${coveredUntil}: import the next one (POST /v1/calendars).`,
    });
  if (uncoveredDeadlines > 0)
    warnings.push({
      code: 'deadlines_uncovered',
      detail: `${uncoveredDeadlines} running clocks count days after ${coveredUntil}, with weekends alone as rest days.`,
    });
  return warnings;
}

import type { Tx } from '#database';
import { type Calendars, type CalendarPaper, chinaCalendarDays, layerCalendars, usFederalCalendar } from '#law';
import type { DataSource } from 'typeorm';
import { enqueueRederivation } from './rederivation-job.js';
import { Kept } from './kept.js';

export type { Calendars };

/** Whose papers these are: the State Council's. The federal holidays of the United States go by rule. */
export const jurisdictions = ['CN'] as const;
export type Jurisdiction = (typeof jurisdictions)[number];
const jurisdictionOfPapers: Jurisdiction = 'CN';

const kept = new Kept<Calendars>(async (db) => calendarsOf(await papersOf(db)));

/**
 * The calendars that govern now: all published papers, laid on each other. Kept for a minute: a new paper reaches every
 * process within that time, and each deadline says by which version it was computed.
 */
export function calendarsInForce(db: Tx | DataSource): Promise<Calendars> {
  return kept.read(db);
}

/** After a paper was imported and committed. */
export function forgetCalendars(db: Tx | DataSource): void {
  kept.forget(db);
}

export function calendarsOf(papers: readonly CalendarPaper[]): Calendars {
  return { cn: layerCalendars(papers), us: usFederalCalendar };
}

/** Every paper as it stands in the table, in the order of import. */
export function papersOf(db: Tx | DataSource): Promise<CalendarPaper[]> {
  return db.query<CalendarPaper[]>(
    `select version, covered_from::text as "coveredFrom", covered_until::text as "coveredUntil", days,
       published_at as "publishedAt", created_at as "createdAt"
     from calendars where jurisdiction = $1 order by created_at, version`,
    [jurisdictionOfPapers],
  );
}

export interface NewPaper {
  version: string;
  coveredFrom: string;
  coveredUntil: string;
  days: CalendarPaper['days'];
  source: string;
  publishedAt: Date | null;
  createdBy: string | null;
}

/** False where the version was used before. */
export async function insertPaper(tx: Tx, now: Date, paper: NewPaper): Promise<boolean> {
  const { version, coveredFrom, coveredUntil, days, source, publishedAt, createdBy } = paper;
  const written = await tx.query<unknown[]>(
    `insert into calendars
       (version, jurisdiction, covered_from, covered_until, days, source, published_at, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (version) do nothing returning version`,
    [
      version,
      jurisdictionOfPapers,
      coveredFrom,
      coveredUntil,
      JSON.stringify(days),
      source,
      publishedAt,
      createdBy,
      now,
    ],
  );
  return written.length > 0;
}

/**
 * Puts the collection that comes with the release into the table, once, beneath every paper that an operator imported.
 * A release that knows more than the one before moves running clocks as an imported paper does.
 */
export async function publishCalendar(tx: Tx, now: Date): Promise<void> {
  const { version, covered, days } = chinaCalendarDays();
  const before = await papersOf(tx);
  const isNew = await insertPaper(tx, now, {
    version,
    coveredFrom: covered.from,
    coveredUntil: covered.until,
    days,
    source: '国务院办公厅节假日安排的通知',
    publishedAt: null,
    createdBy: null,
  });
  if (isNew && before.length > 0) await enqueueRederivation(tx, version, before, await papersOf(tx), covered);
}

import type { Tx } from '#database';
import { buildCalendar, type Calendar, chinaCalendarDays, usFederalCalendar } from '#law';
import { DataSource } from 'typeorm';

export interface Calendars {
  cn: Calendar;
  us: Calendar;
}

interface Kept {
  calendars: Promise<Calendars>;
  until: number;
}

const keptFor = 60_000;
const kept = new WeakMap<DataSource, Kept>();

/**
 * The calendars that govern now. Kept for a minute: a new paper reaches every process within that time, and each
 * deadline says by which version it was computed.
 */
export function calendarsInForce(db: Tx | DataSource): Promise<Calendars> {
  const database = db instanceof DataSource ? db : db.connection;
  const known = kept.get(database);
  if (known && known.until > performance.now()) return known.calendars;
  const calendars = loadCalendars(db);
  kept.set(database, { calendars, until: performance.now() + keptFor });
  calendars.catch(() => kept.delete(database));
  return calendars;
}

async function loadCalendars(db: Tx | DataSource): Promise<Calendars> {
  const [row] = await db.query<
    Array<{ version: string; from: string; until: string; days: Parameters<typeof buildCalendar>[0] }>
  >(
    `select version, covered_from::text as "from", covered_until::text as "until", days
     from calendars where jurisdiction = 'CN' order by created_at desc, version desc limit 1`,
  );
  if (!row) throw new Error('No calendar is published: run the migrations and the seed first.');
  return { cn: buildCalendar(row.days, { from: row.from, until: row.until }, row.version), us: usFederalCalendar };
}

/** Puts the calendar that comes with the release into the table, once; an operator's later paper stays in force. */
export async function publishCalendar(tx: Tx, now: Date): Promise<void> {
  const { version, covered, days } = chinaCalendarDays();
  await tx.query(
    `insert into calendars (version, jurisdiction, covered_from, covered_until, days, source, created_at)
     values ($1, 'CN', $2, $3, $4, $5, $6) on conflict (version) do nothing`,
    [version, covered.from, covered.until, JSON.stringify(days), '国务院办公厅节假日安排的通知', now],
  );
}

import { Problem } from '#kernel';
import { Temporal } from 'temporal-polyfill';

/** Days are whole numbers since 1970-01-01, so that counting is addition. */
export interface ZoneDays {
  /** The instant (milliseconds) at which the day begins in the zone. */
  startOf(day: number): number;
  /** The day in the zone to which the instant belongs. */
  dayOf(milliseconds: number): number;
}

export const millisecondsPerDay = 86_400_000;

const zones = new Map<string, ZoneDays>();
const zonesKept = 64;
const daysKept = 4_000;
/** An IANA name or a fixed offset; the zone data alone would also take a whole date-time. */
const zoneName = /^(?:[A-Za-z][\w+/-]{0,63}|[+-]\d{2}:\d{2})$/;

/**
 * The days of a zone, remembered because asking the zone data costs far more than the count itself.
 * @throws Problem `validation_failed` for a zone that is not in the IANA data
 */
export function zoneDays(zone: string): ZoneDays {
  const known = zones.get(zone);
  if (known) return known;
  const days = readZone(zone);
  if (zones.size >= zonesKept) zones.clear();
  zones.set(zone, days);
  return days;
}

/** Whether `zoneDays` would know it: an IANA name or a fixed offset. */
export function isTimeZone(zone: string): boolean {
  try {
    zoneDays(zone);
    return true;
  } catch {
    return false;
  }
}

export function dateOf(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

function readZone(zone: string): ZoneDays {
  const starts = new Map<number, number>();
  const startOf = (day: number) => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const start = Temporal.PlainDate.from(dateOf(day)).toZonedDateTime(zone).epochMilliseconds;
    if (starts.size >= daysKept) starts.clear();
    starts.set(day, start);
    return start;
  };
  try {
    if (!zoneName.test(zone)) throw new RangeError(zone);
    startOf(0);
  } catch {
    throw new Problem('validation_failed', {
      errors: [{ pointer: '#/zone', code: 'unknown_zone', detail: `Not an IANA time zone: ${zone.slice(0, 60)}` }],
    });
  }
  return {
    startOf,
    dayOf: (milliseconds) => {
      let day = Math.floor(milliseconds / millisecondsPerDay);
      while (startOf(day) > milliseconds) day -= 1;
      while (startOf(day + 1) <= milliseconds) day += 1;
      return day;
    },
  };
}

import { type Calendars, type ClockRule, computeDue, rederivedDue } from '#law';

/** A clock as far as moving it goes. */
export interface MovableClock {
  startedAt: Date;
  dueAt: Date;
  pauses: ReadonlyArray<{ from: string; until: string | null }>;
  zone: string | null;
  state: 'running' | 'paused';
}

export interface MovedDue {
  dueAt: Date;
  nominalDueAt: Date;
  skipped: Array<{ date: string; reason: string }>;
  covered: boolean;
}

const nextWorkingDay = { id: 'next_working_day', length: 1, unit: 'working_day', rolls: false } as const;

/**
 * Where a clock ends by a new calendar (domain.md §4): as if that calendar had been known at its start, but a running
 * one never earlier than the end of the next working day, so that nobody finds himself late overnight, and one that was
 * extended with proof never earlier than its extension. A paused clock has no such floor: nothing is owed while it
 * stands, and what is left is counted when it resumes.
 */
export function moveDue(
  rule: ClockRule,
  clock: MovableClock,
  calendars: { before: Calendars; after: Calendars },
  now: Date,
): MovedDue {
  const facts = { startedAt: clock.startedAt.toISOString(), pauses: clock.pauses };
  const zone = clock.zone ?? undefined;
  const derived = rederivedDue(rule, facts, calendars.after, zone);
  const asDerivedBefore = new Date(rederivedDue(rule, facts, calendars.before, zone).dueAt);
  // Later than the rule alone made it: an extension did.
  const isExtended = rule.cap !== undefined && clock.dueAt > asDerivedBefore;
  let dueAt = new Date(derived.dueAt);
  if (isExtended && dueAt < clock.dueAt) dueAt = clock.dueAt;
  if (clock.state === 'running' && dueAt < clock.dueAt) dueAt = later(dueAt, earlier(clock.dueAt, soonest()));
  return { dueAt, nominalDueAt: new Date(derived.nominalDueAt), skipped: derived.skipped, covered: derived.covered };

  function soonest(): Date {
    return new Date(computeDue({ ...rule, ...nextWorkingDay }, now.toISOString(), calendars.after, zone).dueAt);
  }
}

const later = (one: Date, other: Date) => (one > other ? one : other);
const earlier = (one: Date, other: Date) => (one < other ? one : other);

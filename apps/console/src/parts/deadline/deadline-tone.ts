import type { Schemas } from '../../api/client.js';

/** A clock as the API shows it, whole or as the nearest one of a list's row. */
export type Clock = Pick<Schemas['DeadlineView'], 'rule' | 'dueAt' | 'state' | 'remainingSeconds'> &
  Partial<
    Pick<Schemas['DeadlineView'], 'startedAt' | 'stoppedAt' | 'basis' | 'source' | 'skipped' | 'owedBy' | 'covered'>
  > & {
    /** Given by a list in place of the start. */
    dueSoonAt?: string;
  };

export type Tone = 'normal' | 'due_soon' | 'overdue' | 'paused' | 'met' | 'late' | 'cancelled';

/** 临期: a quarter of the time, or less, is left. */
const dueSoonShare = 0.25;
/** Where the start is not shown: the last day. */
const dueSoonSeconds = 24 * 3600;

/** How a clock stands, at the server's time in milliseconds. */
export function toneOf(clock: Clock, nowMillis: number): Tone {
  switch (clock.state) {
    case 'paused':
    case 'met':
    case 'late':
    case 'cancelled':
      return clock.state;
    case 'breached':
      return 'overdue';
    default: {
      const left = secondsLeft(clock, nowMillis);
      if (left <= 0) return 'overdue';
      if (clock.dueSoonAt) return nowMillis >= Date.parse(clock.dueSoonAt) ? 'due_soon' : 'normal';
      const whole = clock.startedAt ? (Date.parse(clock.dueAt) - Date.parse(clock.startedAt)) / 1000 : null;
      return left <= (whole === null ? dueSoonSeconds : whole * dueSoonShare) ? 'due_soon' : 'normal';
    }
  }
}

/** Seconds until the due instant, negative after it; of a paused clock what it had left. */
export function secondsLeft(clock: Clock, nowMillis: number): number {
  if (clock.state === 'paused' && clock.remainingSeconds !== null) return clock.remainingSeconds;
  return (Date.parse(clock.dueAt) - nowMillis) / 1000;
}

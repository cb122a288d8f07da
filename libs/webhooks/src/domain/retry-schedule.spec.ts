import { readRetryAfter, retrySchedule, waitAfter } from './retry-schedule.js';

describe('the wait after a failed attempt', () => {
  it('is the published schedule: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h, and then none', () => {
    const waits = Array.from({ length: 10 }, (_, n) => waitAfter(n + 1, null, 0.5));
    const hours = [2, 5, 10, 14, 20, 24].map((hour) => hour * 3_600_000);
    expect(waits).toEqual([5_000, 300_000, 1_800_000, ...hours, null]);
  });

  it('is spread by a tenth to either side', () => {
    expect(waitAfter(2, null, 0)).toBe(270_000);
    expect(waitAfter(2, null, 1)).toBe(330_000);
  });

  it('is lengthened by Retry-After up to the next step, never shortened', () => {
    expect(waitAfter(1, 60_000, 0.5)).toBe(60_000);
    expect(waitAfter(1, 1_000, 0.5)).toBe(5_000);
    expect(waitAfter(1, 86_400_000, 0.5)).toBe(retrySchedule[1]);
    expect(waitAfter(9, 864_000_000, 0)).toBe(retrySchedule[8]);
  });

  it('does not go on after the last step because the receiver asks to be called later', () => {
    expect(waitAfter(10, 60_000, 0.5)).toBeNull();
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-23T06:00:00Z');
  it.each<[string | undefined, number | null]>([
    ['120', 120_000],
    [' 0 ', 0],
    ['Mon, 23 Nov 2026 06:01:00 GMT', 60_000],
    ['Mon, 23 Nov 2026 05:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['1e9', null],
    ['99999999999999', null],
    ['', null],
    [undefined, null],
  ])('%j means %j ms', (header, milliseconds) => {
    expect(readRetryAfter(header, now)).toBe(milliseconds);
  });
});

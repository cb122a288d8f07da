/**
 * The clock of the law is the server's, which the sandbox can move; the laptop's may be wrong by a day. Every running
 * deadline in an answer tells both its due instant and how long that is away, hence what the server's clock reads.
 */
let read: { serverMillis: number; tick: number } | null = null;

interface Running {
  dueAt: string;
  remainingSeconds: number;
}

/** Looks through an answer for a running deadline and takes the time from the first. */
export function learnDomainTime(answer: unknown): void {
  const found = findRunning(answer, 0);
  if (found) {
    read = { serverMillis: Date.parse(found.dueAt) - found.remainingSeconds * 1000, tick: performance.now() };
  }
}

/** What the server's clock reads now, in milliseconds since 1970; the laptop's own until a deadline was seen. */
export function domainNow(): number {
  return read ? read.serverMillis + (performance.now() - read.tick) : Date.now();
}

function findRunning(value: unknown, depth: number): Running | null {
  if (typeof value !== 'object' || value === null || depth > 6) return null;
  const { dueAt, remainingSeconds, state } = value as Partial<Running> & { state?: unknown };
  if (typeof dueAt === 'string' && typeof remainingSeconds === 'number') {
    // a paused clock says what it had left, not what the time is
    return state === undefined || state === 'running' ? { dueAt, remainingSeconds } : null;
  }
  for (const part of Object.values(value)) {
    const found = findRunning(part, depth + 1);
    if (found) return found;
  }
  return null;
}

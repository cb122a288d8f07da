import { Logger } from '@nestjs/common';
import { unique } from '#kernel';
import type { RecordedEvent } from '#events';

const requestsNamed = 20;
const log = new Logger('jobs');

/** One line for each try to send something, with the request and the trace that it goes back to. Never what was sent. */
export function tellOfAttempt(about: object): void {
  log.debug(about, 'attempt');
}

/** The same for a listener, which takes the events of many requests together; louder where it failed and comes again. */
export async function toldOfListening<T>(
  listener: string,
  events: readonly RecordedEvent[],
  work: () => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  const about = () => ({
    listener,
    events: events.length,
    milliseconds: Math.round(performance.now() - begun),
    requestIds: named(events.map(({ trace }) => trace.requestId)),
    traceparents: named(events.map(({ trace }) => trace.traceparent)),
  });
  try {
    const result = await work();
    log.debug(about(), 'listened');
    return result;
  } catch (failure) {
    log.warn({ ...about(), failure }, 'a listener failed and comes again');
    throw failure;
  }
}

function named(names: ReadonlyArray<string | null>): string[] {
  return unique(names.flatMap((name) => name ?? [])).slice(0, requestsNamed);
}

import type { FieldError } from '#kernel';
import type { WorkCategory } from '#law';
import { normalisedTitle } from './normalised-title.js';
import { isDay, shanghaiDay } from './shanghai-day.js';

export const worksPerWarningList = 2_000;

/**
 * How long a work stays under heightened protection where the list names no last day: to the same day of the next year.
 * The notices say 公映期/热播期 and no number (basis: assumption).
 */
export const defaultWindowYears = 1;

export interface WarningListDraft {
  year: number;
  batch: number;
  publishedOn: string;
  title: string;
  /** Where it was published: address or document number. */
  source: string;
  works: readonly ListedWorkDraft[];
}

export interface ListedWorkDraft {
  title: string;
  category: WorkCategory;
  rightsHolder: string | null;
  licensedPlatforms: readonly string[];
  windowFrom: string | null;
  windowUntil: string | null;
}

/** From the first day, which is never before publication, to the last, both inclusive. */
export function windowOf(
  { windowFrom, windowUntil }: Pick<ListedWorkDraft, 'windowFrom' | 'windowUntil'>,
  publishedOn: string,
): { from: string; until: string } {
  const from = windowFrom !== null && windowFrom > publishedOn ? windowFrom : publishedOn;
  return { from, until: windowUntil ?? sameDayNextYear(from) };
}

function sameDayNextYear(day: string): string {
  const next = `${Number(day.slice(0, 4)) + defaultWindowYears}${day.slice(4)}`;
  return isDay(next) ? next : next.replace('02-29', '02-28');
}

/** Every fault of a batch with its place; a batch is imported whole or not at all. */
export function warningListFaults(draft: WarningListDraft, now: Date): FieldError[] {
  if (!isDay(draft.publishedOn)) return [badDay('#/publishedOn')];
  const faults: FieldError[] = [];
  if (draft.publishedOn > shanghaiDay(now)) {
    faults.push({
      pointer: '#/publishedOn',
      code: 'in_future',
      detail: 'A list is imported when it has been published.',
    });
  }
  for (const name of ['title', 'source'] as const) {
    if (draft[name].trim() === '') faults.push({ pointer: `#/${name}`, code: 'required', detail: 'Fill it in.' });
  }
  const firstPlaces = new Map<string, number>();
  draft.works.forEach((work, place) => {
    faults.push(...workFaults(work, `#/works/${place}`, draft.publishedOn));
    const key = `${work.category}:${normalisedTitle(work.title)}`;
    const first = firstPlaces.get(key);
    if (first === undefined) firstPlaces.set(key, place);
    else
      faults.push({
        pointer: `#/works/${place}`,
        code: 'duplicate',
        detail: `The same work stands at #/works/${first}.`,
      });
  });
  return faults;
}

function workFaults(work: ListedWorkDraft, pointer: string, publishedOn: string): FieldError[] {
  if (work.title.trim() === '') return [{ pointer: `${pointer}/title`, code: 'required', detail: 'Give the title.' }];
  const wrong = (['windowFrom', 'windowUntil'] as const).filter((name) => work[name] !== null && !isDay(work[name]));
  if (wrong.length > 0) return wrong.map((name) => badDay(`${pointer}/${name}`));
  const { from, until } = windowOf(work, publishedOn);
  if (until >= from) return [];
  return [{ pointer: `${pointer}/windowUntil`, code: 'before_start', detail: `The window begins on ${from}.` }];
}

function badDay(pointer: string): FieldError {
  return { pointer, code: 'bad_day', detail: 'Give a day that exists, e.g. 2026-11-25.' };
}

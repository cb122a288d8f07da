import type { FieldError } from '#kernel';
import { type CalendarDay, type CalendarPaper, coverageOf } from '#law';

/** What an operator says of a new paper. */
export interface PaperDraft {
  version: string;
  coveredFrom: string;
  coveredUntil: string;
  days: readonly CalendarDay[];
  publishedAt: Date;
}

const day = 86_400_000;
/** Two years, one of them a leap year. */
const longestDays = 731;

/**
 * Why a paper cannot be laid on those that are known; each fault with its place and how to mend it. A later paper for
 * days that are covered already is what papers are for (2020 had two) and is accepted; a hole between what is covered
 * and what is new is not, nor a word on a day about which a later paper has spoken otherwise.
 */
export function paperFaults(draft: PaperDraft, known: readonly CalendarPaper[], now: Date): FieldError[] {
  const faults: FieldError[] = [];
  const fault = (pointer: string, code: string, detail: string) => faults.push({ pointer, code, detail });
  const { coveredFrom: from, coveredUntil: until } = draft;
  for (const name of ['coveredFrom', 'coveredUntil'] as const)
    if (!isDate(draft[name])) fault(`#/${name}`, 'not_a_date', `${draft[name]} is not in the calendar.`);
  if (draft.publishedAt > now)
    fault('#/publishedAt', 'in_future', 'Import a paper when it has been published; leave publishedAt out for now.');
  if (faults.length > 0) return faults;
  if (from > until)
    fault('#/coveredUntil', 'coverage_reversed', `The coverage ends on ${until}, before it begins on ${from}.`);
  else if ((Date.parse(until) - Date.parse(from)) / day >= longestDays)
    fault('#/coveredUntil', 'coverage_too_long', 'A paper covers at most two years: import one a year.');
  else if (known.length > 0) {
    const covered = coverageOf(known);
    const [before, after] = [dateBeside(covered.from, -1), dateBeside(covered.until, 1)];
    const mend = `Covered so far: ${covered.from} to ${covered.until}.`;
    if (from > after)
      fault(
        '#/coveredFrom',
        'coverage_gap',
        `${mend} Begin on ${after} or earlier, or import what lies between first.`,
      );
    if (until < before)
      fault('#/coveredUntil', 'coverage_gap', `${mend} End on ${before} or later, or import what lies between first.`);
  }
  return [...faults, ...dayFaults(draft, known)];
}

function dayFaults(draft: PaperDraft, known: readonly CalendarPaper[]): FieldError[] {
  const said = new Map<string, CalendarDay>();
  const rivals = known.filter(({ publishedAt }) => publishedAt !== null && publishedAt >= draft.publishedAt);
  return draft.days.flatMap((own, index): FieldError[] => {
    const { date, kind } = own;
    const at = (code: string, detail: string) => [{ pointer: `#/days/${index}/date`, code, detail }];
    if (!isDate(date)) return at('not_a_date', `${date} is not in the calendar.`);
    if (date < draft.coveredFrom || date > draft.coveredUntil)
      return at(
        'outside_coverage',
        `${date} lies outside ${draft.coveredFrom} to ${draft.coveredUntil}: widen the coverage or leave the day out.`,
      );
    const twin = said.get(date);
    said.set(date, own);
    if (twin) {
      const twice = twin.kind === kind ? `named twice as ${kind}` : `named as ${twin.kind} and as ${kind}`;
      return at('named_twice', `${date} is ${twice}: name each day once.`);
    }
    const rival = rivals.find((paper) => paper.days.some((other) => other.date === date && other.kind !== kind));
    if (!rival) return [];
    const when = rival.publishedAt!.toISOString();
    return at(
      'overridden',
      `${rival.version}, published ${when}, says otherwise of ${date} and would govern: give the later publishedAt, or leave the day out.`,
    );
  });
}

/** What is accepted and looks odd. */
export function paperWarnings(draft: PaperDraft, known: readonly CalendarPaper[]): FieldError[] {
  const odd = draft.days.flatMap(({ date, kind }, index) => {
    const weekday = new Date(date).getUTCDay();
    const isWeekend = weekday === 0 || weekday === 6;
    if (kind === 'working' && !isWeekend)
      return [
        {
          pointer: `#/days/${index}`,
          code: 'working_weekday',
          detail: `${date} is a weekday: people work anyway, unless an earlier paper freed them.`,
        },
      ];
    if (kind === 'holiday' && isWeekend)
      return [
        { pointer: `#/days/${index}`, code: 'holiday_on_weekend', detail: `${date} is a weekend: people rest anyway.` },
      ];
    return [];
  });
  const national = `${draft.coveredFrom.slice(0, 4)}-10-01`;
  const covered = known.length > 0 ? coverageOf(known) : null;
  const isNew = !covered || national > covered.until || national < covered.from;
  const isInside = national >= draft.coveredFrom && national <= draft.coveredUntil;
  if (isNew && isInside && !draft.days.some(({ date, kind }) => date === national && kind === 'holiday'))
    odd.push({
      pointer: '#/days',
      code: 'no_national_day',
      detail: `${national} is covered and no holiday: is the paper complete?`,
    });
  return odd;
}

function dateBeside(date: string, step: number): string {
  return new Date(Date.parse(date) + step * day).toISOString().slice(0, 10);
}

function isDate(date: string): boolean {
  const at = new Date(date);
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

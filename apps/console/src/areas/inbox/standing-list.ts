import type { Schemas } from '../../api/client.js';

export type Entry = Schemas['NoticeEntryView'];
export type EntryPage = Schemas['NoticePage'];

/**
 * A list that stands still under whoever works in it: the order is that of its reading. What is known is renewed where
 * it stands; what came since is counted, and shown when asked for.
 */
export interface StandingList {
  ids: readonly string[];
  rows: ReadonlyMap<string, Entry>;
  /** The cursor with which each page was read, the first without. */
  cursors: ReadonlyArray<string | undefined>;
  next: string | null;
  /** Ids grow with time: what is above this one was made after the list was read. */
  newestId: string;
  /** How far down the clocks of what was read reach. */
  lastDue: string;
  fresh: ReadonlySet<string>;
}

const never = '9999';
const dueOf = ({ nextDeadline }: Entry) => nextDeadline?.dueAt ?? never;

export function beginList(page: EntryPage, newestId: string): StandingList {
  const empty = { ids: [], rows: new Map(), cursors: [], next: null, lastDue: '', fresh: new Set<string>() };
  return appendPage({ ...empty, newestId }, page, undefined);
}

export function appendPage(list: StandingList, page: EntryPage, cursor: string | undefined): StandingList {
  const added = page.data.filter(({ id }) => !list.rows.has(id));
  const rows = new Map(list.rows);
  for (const entry of page.data) rows.set(entry.id, entry);
  const last = page.data.at(-1);
  return {
    ...list,
    ids: [...list.ids, ...added.map(({ id }) => id)],
    rows,
    cursors: [...list.cursors, cursor],
    next: page.next,
    lastDue: page.next === null || !last ? never : dueOf(last),
    fresh: new Set([...list.fresh].filter((id) => !rows.has(id))),
  };
}

/** Rows as they are now. A stranger is new when it was made since, or when its clock puts it among what was read. */
export function renewRows(list: StandingList, read: readonly Entry[], isByDue: boolean): StandingList {
  const known = read.filter((entry) => list.rows.has(entry.id) && isOther(list.rows.get(entry.id)!, entry));
  const strangers = read.filter(
    (entry) =>
      !list.rows.has(entry.id) &&
      !list.fresh.has(entry.id) &&
      (entry.id > list.newestId || (isByDue && list.next !== null && dueOf(entry) < list.lastDue)),
  );
  if (known.length === 0 && strangers.length === 0) return list;
  const rows = known.length > 0 ? new Map(list.rows) : list.rows;
  for (const entry of known) (rows as Map<string, Entry>).set(entry.id, entry);
  const fresh = strangers.length > 0 ? new Set([...list.fresh, ...strangers.map(({ id }) => id)]) : list.fresh;
  return { ...list, rows, fresh };
}

/** A clock that only runs on is no news. */
function isOther(before: Entry, after: Entry): boolean {
  return textOf(before) !== textOf(after);
}

function textOf({ state, outcome, nextDeadline, assignee, claimedBy, lookingNow, acknowledgedAt, verified }: Entry) {
  const { dueAt, rule } = nextDeadline ?? {};
  return JSON.stringify([state, outcome, dueAt, rule, assignee, claimedBy, lookingNow, acknowledgedAt, verified]);
}

/** Still owed something by the platform: a decision, or whatever its nearest clock asks for. */
export function isOpen({ state, nextDeadline }: Entry): boolean {
  return nextDeadline !== null || state === 'served' || state === 'acknowledged';
}

/** The next that is open, downwards from `id` and then from the top; null when there is none among what was read. */
export function nextOpen(list: StandingList, id: string | undefined, isSpokenFor: (id: string) => boolean) {
  const from = id === undefined ? -1 : list.ids.indexOf(id);
  const { length } = list.ids;
  for (let step = 1; step <= length; step++) {
    const candidate = list.ids[(from + step) % length]!;
    if (candidate !== id && isOpen(list.rows.get(candidate)!) && !isSpokenFor(candidate)) return candidate;
  }
  return null;
}

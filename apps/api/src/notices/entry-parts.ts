import { deadlinesOfNotices, viewDeadline } from '#deadlines';
import type { Caller } from '#identity';
import { groupBy } from '#kernel';
import { factsOf, itemsOfNotices, type NoticeListRow, partyOf } from '#notices';
import type { DataSource } from 'typeorm';
import { sideOf } from '../files/side-of.js';
import type { NoticeEntryView } from './entry.views.js';
import { itemView } from './item.views.js';

/** What can be added to each entry of a list of notices. */
export const entryPartNames = ['items', 'deadlines'] as const;
/** A notice has up to 500 items: with parts a page is not longer than this. */
export const mostWithParts = 50;

/** The parts of these notices that are wanted, one statement a part however many notices. */
export async function entryParts(
  database: DataSource,
  caller: Caller,
  rows: readonly NoticeListRow[],
  include: ReadonlyArray<(typeof entryPartNames)[number]>,
  now: Date,
): Promise<(row: NoticeListRow) => Pick<NoticeEntryView, 'items' | 'deadlines'>> {
  const ids = rows.map(({ id }) => id);
  const byNotice = <Row extends { noticeId: string }>(found: Row[]) => groupBy(found, ({ noticeId }) => noticeId);
  const items = include.includes('items') && byNotice(await itemsOfNotices(database, ids));
  const deadlines = include.includes('deadlines') && byNotice(await deadlinesOfNotices(database, ids));
  return (row) => {
    const [party, side] = [partyOf(caller, factsOf(row)), sideOf(caller, factsOf(row))];
    return {
      ...(items && { items: (items.get(row.id) ?? []).map((item) => itemView(item, row, party, side)) }),
      ...(deadlines && { deadlines: (deadlines.get(row.id) ?? []).map((deadline) => viewDeadline(deadline, now)) }),
    };
  };
}

import { domainNow, type Tx } from '#database';
import { deadlinesOfNotices, viewDeadline } from '#deadlines';
import type { Caller } from '#identity';
import { factsOf, findNotice, itemsOfNotice, noticeOfItem, partyOf } from '#notices';
import { sideOf } from '../files/side-of.js';
import { Shown } from '../http/shown.js';
import { DeadlineView } from './deadline.views.js';
import { ItemView, itemView } from './item.views.js';

/** Where an item stands after a step: its state, who may do what next, and every clock that concerns it. */
export class StepView {
  @Shown('uuid') id: string;
  @Shown('uuid') noticeId: string;
  @Shown('instant', { description: 'When it was received here: the instant that counts.' }) receivedAt: string;
  @Shown(() => ItemView) item: ItemView;
  @Shown(() => DeadlineView, { list: true }) deadlines: DeadlineView[];
}

/** Of the caller's own side, in the transaction of the step. Five statements. */
export async function stepOf(
  tx: Tx,
  caller: Caller,
  itemId: string,
): Promise<Pick<StepView, 'noticeId' | 'item' | 'deadlines'>> {
  const noticeId = (await noticeOfItem(tx, itemId))!;
  const notice = (await findNotice(tx, noticeId))!;
  const party = partyOf(caller, factsOf(notice));
  const [row] = await itemsOfNotice(tx, noticeId, itemId);
  const now = await domainNow(tx);
  const clocks = await deadlinesOfNotices(tx, [noticeId]);
  return {
    noticeId,
    item: itemView(row!, notice, party, sideOf(caller, factsOf(notice))),
    deadlines: clocks
      .filter(({ subjectKind, subjectId }) => subjectKind === 'notice' || subjectId === itemId)
      .map((clock) => viewDeadline(clock, now)),
  };
}

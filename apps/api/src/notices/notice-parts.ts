import type { Tx } from '#database';
import { type DeadlineRow, deadlinesOfNotices } from '#deadlines';
import type { Caller } from '#identity';
import {
  type FollowUps,
  followUpsOf,
  forwardingsOfNotice,
  type ItemRow,
  itemsOfNotice,
  type NoticeDetail,
} from '#notices';
import type { DataSource } from 'typeorm';

/** What stands beside a notice when it is shown whole. */
export interface NoticeParts {
  items: ItemRow[];
  deadlines: DeadlineRow[];
  forwardings: Awaited<ReturnType<typeof forwardingsOfNotice>>;
  followUps: FollowUps;
}

export async function noticeParts(db: Tx | DataSource, notice: NoticeDetail, caller: Caller): Promise<NoticeParts> {
  const isComplainant = caller.organizationId === notice.complainantOrganizationId;
  return {
    items: await itemsOfNotice(db, notice.id),
    deadlines: await deadlinesOfNotices(db, [notice.id]),
    forwardings: await forwardingsOfNotice(db, notice.id),
    followUps: await followUpsOf(db, notice.id, { isComplainant }),
  };
}

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
import { wantedOf } from '../http/include.js';

const followUpNames = [
  'supplementRequest',
  'supplements',
  'counterNotices',
  'proceedings',
  'orders',
  'reports',
  'appeals',
] as const satisfies ReadonlyArray<keyof FollowUps>;

/** What can be left out of a notice. */
export const noticePartNames = [
  'parties',
  'works',
  'evidence',
  'statements',
  'items',
  'deadlines',
  'forwardings',
  ...followUpNames,
  'allowedActions',
] as const;

/** What stands beside a notice when it is shown whole. */
export interface NoticeParts {
  items: ItemRow[];
  deadlines: DeadlineRow[];
  forwardings: Awaited<ReturnType<typeof forwardingsOfNotice>>;
  followUps: FollowUps;
}

/** All of them, or what `include` names: a part that nobody wants costs no statement. */
export async function noticeParts(
  db: Tx | DataSource,
  notice: NoticeDetail,
  caller: Caller,
  include?: ReadonlyArray<(typeof noticePartNames)[number]>,
): Promise<NoticeParts> {
  const isComplainant = caller.organizationId === notice.complainantOrganizationId;
  const wants = wantedOf(include);
  return {
    items: wants('items', 'allowedActions') ? await itemsOfNotice(db, notice.id) : [],
    deadlines: wants('deadlines') ? await deadlinesOfNotices(db, [notice.id]) : [],
    forwardings: wants('forwardings') ? await forwardingsOfNotice(db, notice.id) : [],
    followUps: wants(...followUpNames) ? await followUpsOf(db, notice.id, { isComplainant }) : noFollowUps,
  };
}

const noFollowUps: FollowUps = {
  supplementRequest: null,
  supplements: [],
  counterNotices: [],
  proceedings: [],
  orders: [],
  reports: [],
  appeals: [],
};

import type { Tx } from '#database';
import type { DataSource } from 'typeorm';
import type { CounterNoticeEntity, CounterNoticeState } from './counter-notice.entity.js';
import type { ItemFacts } from './domain/conditions.js';
import type { ItemState } from './domain/item-states.js';
import { itemFactColumns, openCounterOfItem } from './lock-notice.js';
import type { NoticeReader } from './notice-filter.js';

export interface CounterNoticeRow extends CounterNoticeEntity, Omit<ItemFacts, 'disposition'> {
  noticeNumber: string;
  title: string;
  regime: string;
  regimeVersion: number;
  platformId: string;
  platformName: string;
  regulatorOrganizationIds: string[];
  servedAt: Date | null;
  isSupplementUsed: boolean;
  /** Of the notice, which is the version of what is inside it. */
  sequence: number;
  itemState: ItemState;
  disposition: string | null;
  /** The statement that is open against the item: this one or another. */
  counterNoticeId: string | null;
  raw: string;
  url: string | null;
  contentType: string | null;
  contentId: string | null;
  workRef: string;
}

const columns = `c.id, c.notice_id as "noticeId", c.item_id as "itemId", c.complainant_organization_id as "complainantOrganizationId",
  c.platform_organization_id as "platformOrganizationId", c.state, c.document, c.reason_code as "reasonCode", c.missing,
  c.received_at as "receivedAt", c.recorded_at as "recordedAt", c.forwarded_at as "forwardedAt", c.arrived_at as "arrivedAt",
  c.ended_at as "endedAt", c.rejection, n.number as "noticeNumber", n.title, n.regime, n.regime_version as "regimeVersion",
  n.platform_id as "platformId", p.name as "platformName", n.regulator_organization_ids as "regulatorOrganizationIds",
  n.served_at as "servedAt", n.supplement_requested_at is not null as "isSupplementUsed", e.last_sequence as sequence,
  i.state as "itemState", i.disposition, ${itemFactColumns},
  t.raw, t.url, t.content_type as "contentType", t.content_id as "contentId", t.work_ref as "workRef"`;
const sources = `join notices n on n.id = c.notice_id join platforms p on p.id = n.platform_id join items i on i.id = c.item_id
  join event_chains e on e.matter_id = n.id ${openCounterOfItem}
  join lateral (select * from targets where item_id = i.id and notice_id = i.notice_id order by ordinal limit 1) t on true`;

const readerColumn = {
  complainant: 'c.complainant_organization_id = $1 and c.forwarded_at is not null',
  platform: 'c.platform_organization_id = $1',
  regulator: 'n.regulator_organization_ids @> array[$1::uuid]',
} as const;

/** The box of counter-notices: a complainant's inbox of what was forwarded, a platform's outbox; newest first, keyset [id]. */
export function listCounterNotices(
  db: Tx | DataSource,
  reader: NoticeReader,
  filter: { state?: CounterNoticeState },
  page: { after: readonly string[] | null; limit: number },
): Promise<CounterNoticeRow[]> {
  return db.query<CounterNoticeRow[]>(
    `select ${columns} from counter_notices c ${sources}
     where ${readerColumn[reader.side]} and ($2::text is null or c.state = $2) and ($3::uuid is null or c.id < $3)
     order by c.id desc limit $4`,
    [reader.organizationId, filter.state ?? null, page.after?.[0] ?? null, page.limit + 1],
  );
}

/** One counter-notice with the item that it answers; null where there is none. One statement. */
export async function findCounterNotice(db: Tx | DataSource, id: string): Promise<CounterNoticeRow | null> {
  const [row] = await db.query<CounterNoticeRow[]>(
    `select ${columns} from counter_notices c ${sources} where c.id = $1`,
    [id],
  );
  return row ?? null;
}

/** The notice of an item; null where there is none. */
export async function noticeOfItem(db: Tx | DataSource, itemId: string): Promise<string | null> {
  const [row] = await db.query<Array<{ noticeId: string }>>('select notice_id as "noticeId" from items where id = $1', [
    itemId,
  ]);
  return row?.noticeId ?? null;
}

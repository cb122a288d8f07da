import type { Tx } from '#database';
import type { DataSource } from 'typeorm';

/** A batch of the warning list; its works are read page by page. */
export interface WarningListRow {
  id: string;
  year: number;
  batch: number;
  publishedOn: string;
  title: string;
  source: string;
  workCount: number;
  createdAt: Date;
}

export interface WarningListWorkRow {
  position: number;
  title: string;
  category: string;
  rightsHolder: string | null;
  licensedPlatforms: string[];
  windowFrom: string;
  windowUntil: string;
}

const columns = `id, year, batch, published_on::text as "publishedOn", title, source, work_count as "workCount",
  created_at as "createdAt"`;

/** Newest import first, before an id; at most `limit`. */
export function listWarningLists(
  db: Tx | DataSource,
  page: { before: string | null; limit: number },
): Promise<WarningListRow[]> {
  return db.query<WarningListRow[]>(
    `select ${columns} from warning_lists where $1::uuid is null or id < $1 order by id desc limit $2`,
    [page.before, page.limit],
  );
}

export async function findWarningList(db: Tx | DataSource, warningListId: string): Promise<WarningListRow | null> {
  const [row] = await db.query<WarningListRow[]>(`select ${columns} from warning_lists where id = $1`, [warningListId]);
  return row ?? null;
}

/** In the order of the list, from behind a position; at most `limit`. */
export function worksOfWarningList(
  db: Tx | DataSource,
  warningListId: string,
  page: { after: number; limit: number },
): Promise<WarningListWorkRow[]> {
  return db.query<WarningListWorkRow[]>(
    `select position, title, category, rights_holder as "rightsHolder", licensed_platforms as "licensedPlatforms",
       window_from::text as "windowFrom", window_until::text as "windowUntil"
     from warning_list_works where warning_list_id = $1 and position > $2::int order by position limit $3`,
    [warningListId, page.after, page.limit],
  );
}

/** The kinds of service that an organization answers for here: they say what it owes about a list. */
export async function serviceTypesOf(db: Tx | DataSource, organizationId: string): Promise<string[]> {
  const rows = await db.query<Array<{ type: string }>>(
    `select distinct service_type as type from platforms
     where organization_id = $1 and joined_at is not null order by 1`,
    [organizationId],
  );
  return rows.map(({ type }) => type);
}

import type { Tx } from '#database';
import { failedJobs } from '#events';
import type { DataSource } from 'typeorm';
import { type DeadLetter, type DeadLetterKind, deadLetterKinds, errorWithoutAddresses } from './dead-letter.js';

type Read = (db: Tx | DataSource, after: readonly string[] | null, limit: number) => Promise<DeadLetter[]>;

const sources: Readonly<Record<DeadLetterKind, Read>> = { webhook: deliveries, letter: letters, job: jobs };

/**
 * What was given up, the last one first; of one kind or of all. Keyset `[failedKey, id]`. One statement a kind, each on
 * an index that holds nothing else.
 */
export async function listDeadLetters(
  db: Tx | DataSource,
  kind: DeadLetterKind | undefined,
  page: { after: readonly string[] | null; limit: number },
): Promise<DeadLetter[]> {
  const rows: DeadLetter[] = [];
  for (const one of kind ? [kind] : deadLetterKinds) rows.push(...(await sources[one](db, page.after, page.limit)));
  return rows
    .map((row) => ({ ...row, lastError: errorWithoutAddresses(row.lastError) }))
    .sort(lastFirst)
    .slice(0, page.limit);
}

/** As each kind comes sorted: the key goes on where a date ends, behind the millisecond. */
function lastFirst(a: DeadLetter, b: DeadLetter): number {
  const [one, other] = a.failedKey === b.failedKey ? [a.id, b.id] : [a.failedKey, b.failedKey];
  return b.failedAt.getTime() - a.failedAt.getTime() || (one < other ? 1 : -1);
}

const organization = `case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end as organization`;
const instants = (column: string) => `${column} as "failedAt", ${column}::text as "failedKey"`;
const place = (column: string, id: string) => `($1::timestamptz is null or (${column}, ${id}::text) < ($1, $2))`;

/** Of the attempts only the last one's fault or status is told: what the receiver said is its owner's. */
function deliveries(db: Tx | DataSource, after: readonly string[] | null, limit: number): Promise<DeadLetter[]> {
  return db.query<DeadLetter[]>(
    `select 'webhook' as kind, d.id, d.event_type as about, ${organization}, d.attempt_count as attempts, ${instants('d.ended_at')},
       coalesce(d.attempts #>> '{-1,error,code}', 'HTTP ' || (d.attempts #>> '{-1,statusCode}')) as "lastError"
     from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id join organizations o on o.id = e.organization_id
     where d.state = 'exhausted' and ${place('d.ended_at', 'd.id')}
     order by d.ended_at desc, d.id desc limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

function letters(db: Tx | DataSource, after: readonly string[] | null, limit: number): Promise<DeadLetter[]> {
  return db.query<DeadLetter[]>(
    `select 'letter' as kind, l.id, l.template as about, ${organization}, l.attempt_count as attempts, ${instants('l.failed_at')},
       l.last_error as "lastError"
     from letters l left join organizations o on o.id = l.organization_id
     where l.state = 'failed' and ${place('l.failed_at', 'l.id')}
     order by l.failed_at desc, l.id desc limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

async function jobs(db: Tx | DataSource, after: readonly string[] | null, limit: number): Promise<DeadLetter[]> {
  const rows = await failedJobs(db, after, limit);
  return rows.map(({ task, ...row }) => ({ kind: 'job', about: task, organization: null, ...row }));
}

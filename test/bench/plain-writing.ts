import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { BenchDatabase } from './stage.js';

/** Rows in one execution and transaction: as many clocks as the sweep takes in one. */
const rowsAtOnce = 1_000;

interface Table {
  name: string;
  /** Rows of the run are those past this mark, or for `changed` those that differ. */
  added: string;
  /** Columns that the run changed on rows that stood before. */
  changed?: { columns: string[]; where: string };
}

const queue = 'graphile_worker._private_jobs';

const tables: readonly Table[] = [
  {
    name: 'deadlines',
    added: 'false',
    changed: { columns: ['state', 'next_mark', 'next_mark_at'], where: `state = 'breached'` },
  },
  { name: 'deadline_marks', added: 'true' },
  { name: 'events', added: 'ordinal > $1' },
  {
    name: 'event_chains',
    added: `matter_kind = 'escalation'`,
    changed: { columns: ['last_sequence', 'last_hash'], where: `matter_kind = 'notice' and last_sequence > 1` },
  },
  { name: 'escalations', added: 'true' },
  {
    name: 'notices',
    added: 'false',
    changed: { columns: ['regulator_organization_ids'], where: `regulator_organization_ids <> '{}'` },
  },
  { name: 'letters', added: 'true' },
  { name: 'webhook_deliveries', added: 'true' },
  { name: queue, added: 'true' },
];

/** The highest ordinal of the log before the run. */
export async function snapshotOf(database: DataSource): Promise<string> {
  const [row] = await database.query<Array<{ last: string }>>(
    'select coalesce(max(ordinal), 0)::text as last from events',
  );
  return row!.last;
}

/** Rows that the run wrote, by table. */
export async function rowsWritten(database: DataSource, before: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { name, added, changed } of tables) {
    const count = async (condition: string) => {
      const values = condition.includes('$1') ? [before] : [];
      const [row] = await database.query<Array<{ n: number }>>(
        `select count(*)::int as n from ${name} where ${condition}`,
        values,
      );
      return row!.n;
    };
    const rows = (added === 'false' ? 0 : await count(added)) + (changed ? await count(changed.where) : 0);
    if (rows > 0) found[`rows in ${name.replace(/.*_private_/, '')}`] = rows;
  }
  return found;
}

/**
 * Writes into the copy, table after table, the very rows that the run wrote: one connection, one prepared statement for
 * what is added and one for what is changed, in batches that are made before the time is taken. Returns seconds.
 */
export async function writePlainly(from: DataSource, to: BenchDatabase, before: string): Promise<number> {
  const client = new pg.Client({ connectionString: to.url });
  await client.connect();
  let seconds = 0;
  try {
    for (const { name, added, changed } of tables) {
      const writes: Array<[statement: string, condition: string]> = [];
      if (added !== 'false') {
        writes.push([await insertInto(from, name), added]);
      }
      if (changed) {
        const { columns, where } = changed;
        const key = name === 'event_chains' ? 'matter_id' : 'id';
        const set = columns.map((column) => `${column} = r.${column}`).join(', ');
        writes.push([
          `update ${name} t set ${set} from jsonb_populate_recordset(null::${name}, $1) r where t.${key} = r.${key}`,
          where,
        ]);
      }
      for (const [place, [text, condition]] of writes.entries()) {
        const batches = await batchesOf(from, name, condition, before);
        const begun = performance.now();
        for (const batch of batches) await client.query({ name: `${name} ${place}`, text, values: [batch] });
        seconds += (performance.now() - begun) / 1000;
      }
    }
    return seconds;
  } finally {
    await client.end();
  }
}

/** Every column that can be written, identities with the values of the run. */
async function insertInto(database: DataSource, name: string): Promise<string> {
  const [row] = await database.query<Array<{ columns: string }>>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [name],
  );
  const columns = row!.columns;
  return `insert into ${name} (${columns}) overriding system value
          select ${columns} from jsonb_populate_recordset(null::${name}, $1)`;
}

async function batchesOf(database: DataSource, name: string, condition: string, before: string): Promise<string[]> {
  const rows = await database.query<Array<{ batch: string }>>(
    `select jsonb_agg(to_jsonb(numbered) - 'batch_number')::text as batch
     from (select t.*, (row_number() over () - 1) / ${rowsAtOnce} as batch_number from ${name} t where ${condition}) numbered
     group by batch_number order by batch_number`,
    condition.includes('$1') ? [before] : [],
  );
  return rows.map(({ batch }) => batch);
}

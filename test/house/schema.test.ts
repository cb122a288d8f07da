import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { apiEntities } from '../../apps/api/src/entities.js';
import { migrations } from '../../migrations/index.js';
import { readTree } from './source-tree.js';

/** Tables that only SQL knows: rows that no part reads as a whole. */
const withoutEntity = ['idempotency_keys', 'inside_work_changes', 'installation', 'notice_presences', 'rate_counts'];

/** A part of a partitioned table has the shape of the whole. */
const isPart = `exists (select from pg_class where oid = to_regclass(quote_ident(table_name)) and relispartition)`;

const database = `schema_${randomBytes(8).toString('hex')}`;
let source: DataSource;

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

beforeAll(async () => {
  await onServer(`create database ${database}`);
  const url = new URL(process.env.TEST_DATABASE_URL!);
  url.pathname = `/${database}`;
  source = await new DataSource({ type: 'postgres', url: url.href, entities: apiEntities, migrations }).initialize();
  await source.runMigrations();
});

afterAll(async () => {
  await source?.destroy();
  await onServer(`drop database if exists ${database} with (force)`);
});

/** `table.column type [null]` of every column in the database, sorted. */
async function columnsOfDatabase(): Promise<string[]> {
  const rows = await source.query<Array<{ line: string; table: string }>>(
    `select table_name as table, table_name || '.' || column_name || ' ' || udt_name ||
       case when is_nullable = 'YES' then ' null' else '' end as line
     from information_schema.columns where table_schema = 'public' and table_name <> 'migrations' and not ${isPart}`,
  );
  return rows
    .filter(({ table }) => !withoutEntity.includes(table))
    .map(({ line }) => line)
    .sort();
}

const internalName: Record<string, string> = {
  integer: 'int4',
  smallint: 'int2',
  bigint: 'int8',
  boolean: 'bool',
  'timestamp with time zone': 'timestamptz',
  'character varying': 'varchar',
};

/** The same lines, as the entities tell it. */
function columnsOfEntities(): string[] {
  return source.entityMetadatas
    .flatMap(({ tableName, columns }) =>
      columns.map((column) => {
        const type = internalName[String(column.type)] ?? String(column.type);
        const nullable = column.isNullable ? ' null' : '';
        return `${tableName}.${column.databaseName} ${column.isArray ? '_' : ''}${type}${nullable}`;
      }),
    )
    .sort();
}

/** Everything of ours in the database, with its definition. */
async function objects(): Promise<string[]> {
  const rows = await source.query<Array<{ line: string }>>(
    `select 'relation ' || relname || ' ' || relkind::text || relpersistence::text || coalesce(' ' || pg_get_indexdef(i.indexrelid), '') as line
       from pg_class c left join pg_index i on i.indexrelid = c.oid
       where relnamespace = 'public'::regnamespace
         and coalesce((select relname from pg_class t where t.oid = i.indrelid), relname) not like 'migrations%'
     union all select 'function ' || pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
     union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
     union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
       from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text <> 'migrations'
     union all select 'column ' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable ||
         coalesce(' default ' || column_default, '')
       from information_schema.columns where table_schema = 'public' and table_name <> 'migrations'`,
  );
  return rows.map(({ line }) => line).sort();
}

it('every table has an entity, or is named as one that needs none', async () => {
  const rows = await source.query<Array<{ table: string }>>(
    `select table_name as table from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migrations' and not ${isPart}`,
  );
  const known = [...source.entityMetadatas.map(({ tableName }) => tableName), ...withoutEntity];
  expect(rows.map(({ table }) => table).sort()).toEqual(known.sort());
});

it('every entity that a library declares is in the list of the API, once', () => {
  const declared = readTree('libs').flatMap(({ text }) =>
    [...text.matchAll(/^@Entity\('(\w+)'/gm)].map(([, name]) => name),
  );
  expect(source.entityMetadatas.map(({ tableName }) => tableName).sort()).toEqual(declared.sort());
});

it('entities and migrations agree on every column: name, type, whether it may be null', async () => {
  const [told, found] = [columnsOfEntities(), await columnsOfDatabase()];
  expect({
    onlyInEntities: told.filter((line) => !found.includes(line)),
    onlyInDatabase: found.filter((line) => !told.includes(line)),
  }).toEqual({ onlyInEntities: [], onlyInDatabase: [] });
  expect(found.length).toBeGreaterThan(100);
});

it('no column takes its instant from the database: the domain has one clock', async () => {
  const defaults = await source.query<unknown[]>(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and column_default ~ '(now|clock_timestamp|current_timestamp)' and table_name <> 'migrations'`,
  );
  expect(defaults).toEqual([]);
});

it('the migrations go down to nothing and up again to the same', async () => {
  const before = await objects();
  for (let left = migrations.length; left > 0; left--) await source.undoLastMigration();
  expect(await objects()).toEqual([]);
  await source.runMigrations();
  expect(await objects()).toEqual(before);
});

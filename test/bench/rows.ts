import type { DataSource } from 'typeorm';

/** Whose notices are made, and how many. */
export interface Inbox {
  platformSlug: string;
  notices: number;
  /** Between which instants the clocks end, evenly: SQL intervals from now. */
  from: string;
  until: string;
  /** Whether the log and the items are written too: a breach asks for them, an inbox does not. */
  isWhole: boolean;
}

const takedownRule = 'cn.netdisk.takedown';

/**
 * Writes a table's rows with its foreign keys and secondary indexes taken off, and puts them back as they were: the
 * rows are the same, a million of them in a minute.
 */
async function bulk(database: DataSource, tables: readonly string[], write: () => Promise<void>): Promise<void> {
  const constraints = await database.query<Array<{ table: string; name: string; definition: string }>>(
    `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and (conrelid::regclass::text = any($1) or confrelid::regclass::text = any($1))`,
    [tables],
  );
  const indexes = await database.query<Array<{ name: string; definition: string }>>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid::regclass::text = any($1) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables],
  );
  for (const { table, name } of constraints) await database.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await database.query(`drop index ${name}`);
  await write();
  for (const { definition } of indexes) await database.query(definition);
  for (const { table, name, definition } of constraints) {
    await database.query(`alter table ${table} add constraint ${name} ${definition}`);
  }
}

/** An id that sorts by `n`, as the product's ids sort by time. */
const id = (kind: number, base: number) =>
  `(lpad(to_hex(${base} + n), 12, '0') || '700${kind}8' || lpad(to_hex(n), 15, '0'))::uuid`;

/**
 * Complaints with one notice, one target, one item and one running clock each, served to one joined platform by the
 * demo's rights holder, with the event of service that began its log.
 * @param part tells the inboxes of one database apart
 */
export async function fillInbox(database: DataSource, inbox: Inbox, part: number): Promise<void> {
  const [party] = await database.query<Array<{ platform: string; owner: string; region: string; complainant: string }>>(
    `select p.id as platform, p.organization_id as owner, p.region_code as region,
       (select organization_id from members where email = 'rights@demo.test') as complainant
     from platforms p where p.slug = $1`,
    [inbox.platformSlug],
  );
  const { platform, owner, region, complainant } = party!;
  const base = part * 16_000_000;
  const rows = `generate_series(1, ${inbox.notices}) n`;
  const tables = [
    'complaints',
    'notices',
    'items',
    'canonical_items',
    'targets',
    'deadlines',
    'events',
    'event_chains',
  ];
  const started = `date_trunc('milliseconds', now() - interval '1 hour')`;
  const due = `date_trunc('milliseconds', now() + ${inbox.from} + n * (${inbox.until} - ${inbox.from}) / ${inbox.notices})`;
  const values = [complainant, platform, owner, region];
  const insert = (sql: string, used: number[]) =>
    database.query(used.reduce((text, i) => text.replaceAll(`:${i}`, `'${values[i]}'`), sql));
  await bulk(database, tables, async () => {
    await insert(
      `insert into complaints (id, number, organization_id, ground, state, document, target_count, received_at, completed_at)
       select ${id(1, base)}, 'TS-B${part}-' || n, :0, 'copyright', 'filed',
         jsonb_build_object('complainant', jsonb_build_object('name', '北京星海影业有限公司', 'contact', '张三', 'phone', '010-12345678'),
           'onBehalfOf', null, 'works', jsonb_build_array(jsonb_build_object('ref', 'w1', 'title', '流浪地球2', 'category', 'film')),
           'evidence', jsonb_build_array(jsonb_build_object('kind', 'ownership', 'text', '国作登字-2025-I-00012345')),
           'statements', jsonb_build_object('accuracy', true, 'goodFaith', true, 'signature', '张三')),
         1, ${started}, ${started} from ${rows}`,
      [0],
    );
    await insert(
      `insert into notices (id, number, complaint_id, complainant_organization_id, platform_id, platform_organization_id,
         region_code, regime, regime_version, title, state, item_count, created_at, served_at, next_due_at, next_due_rule, due_soon_at)
       select ${id(2, base)}, 'N-B${part}-' || n, ${id(1, base)}, :0, :1, :2, :3, 'cn.reg468', 1, '《流浪地球2》',
         'served', 1, ${started}, ${started}, ${due}, '${takedownRule}', ${due} - interval '30 seconds' from ${rows}`,
      [0, 1, 2, 3],
    );
    if (inbox.isWhole) {
      await insert(
        `insert into canonical_items (id, platform_id, key) select ${id(3, base)}, :1, 'share:b' || n from ${rows}`,
        [1],
      );
      await database.query(
        `insert into items (id, notice_id, ordinal, canonical_item_id, claim_key, holder_key, state)
       select ${id(4, base)}, ${id(2, base)}, 0, ${id(3, base)}, md5('claim'), md5('holder'), 'pending' from ${rows}`,
      );
      await insert(
        `insert into targets (id, complaint_id, index, ordinal, raw, url, host, platform_id, content_type, content_id, canonical_key,
         matched_by, work_ref, outcome, notice_id, item_id)
       select ${id(5, base)}, ${id(1, base)}, 0, 0, 'https://pan.baidu.com/s/1b' || n, 'https://pan.baidu.com/s/1b' || n,
         'pan.baidu.com', :1, 'share', '1b' || n, 'share:b' || n, 'host', 'w1', 'served', ${id(2, base)}, ${id(4, base)} from ${rows}`,
        [1],
      );
      await insert(
        `insert into events (id, position, matter_kind, matter_id, sequence, type, at, audience, payload, hash)
       select ${id(6, base)}, ${base} + n, 'notice', ${id(2, base)}, 1, 'notice.served', ${started}, array[:0, :2]::uuid[],
         json_build_object('id', ${id(6, base)}, 'matterKind', 'notice', 'matterId', ${id(2, base)}, 'sequence', 1,
           'type', 'notice.served', 'at', to_char(${started} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'actor', json_build_object('kind', 'system', 'organizationId', null, 'id', null), 'itemIds', '[]'::json,
           'data', '{}'::json, 'previousHash', repeat('0', 64))::text,
         repeat('0', 64) from ${rows}`,
        [0, 2],
      );
      await database.query(
        `insert into event_chains (matter_id, matter_kind, last_sequence, last_hash)
       select ${id(2, base)}, 'notice', 1, repeat('0', 64) from ${rows}`,
      );
    }
    await database.query(
      `insert into deadlines (id, subject_kind, subject_id, notice_id, rule, rule_version, kind, at_expiry, calendar_version,
         owed_by, started_at, counts_from, start_event, nominal_due_at, due_at, covered, state, next_mark, next_mark_at)
       select ${id(7, base)}, 'notice', ${id(2, base)}, ${id(2, base)}, r.rule, 1, 'takedown', 'breach', c.version, 'platform',
         ${started}, ${started}, ${id(6, base)}, ${due}, ${due}, true, 'running', 100, ${due}
       from ${rows}, (select version from calendars limit 1) c, (select $1::text as rule) r`,
      [takedownRule],
    );
  });
  await database.query('vacuum analyze');
}

import { createHash } from 'node:crypto';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Tx } from './transaction.js';

/** The part of a connection of the `pg` driver that is used here. */
interface Connection {
  query(statement: { name: string; text: string; values: readonly unknown[] }): Promise<{ rows: unknown[] }>;
}

const names = new Map<string, string>();

/**
 * Runs a statement that each connection parses and plans once and then keeps, under a name made of its text: for the
 * few hot ones whose text never varies and whose plan does not hang on the values or on how full a table is (inserts,
 * reading by key). Returns the rows. Behind a pooler that changes sessions between transactions, the pooler has to know
 * of prepared statements (PgBouncer from 1.21 on).
 */
export async function prepared<T>(db: Tx | DataSource, text: string, values: readonly unknown[] = []): Promise<T[]> {
  if (!(db instanceof DataSource)) {
    if (!db.queryRunner) throw new Error('a manager outside a transaction has no connection of its own');
    return run<T>(db.queryRunner, text, values);
  }
  const runner = db.createQueryRunner();
  try {
    return await run<T>(runner, text, values);
  } finally {
    await runner.release();
  }
}

async function run<T>(runner: QueryRunner, text: string, values: readonly unknown[]): Promise<T[]> {
  const connection = (await runner.connect()) as Connection;
  runner.dataSource.logger.logQuery(text, [...values], runner); // seen by whoever counts statements
  const { rows } = await connection.query({ name: nameOf(text), text, values });
  return rows as T[];
}

function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash('sha256').update(text).digest('base64url')));
  return name;
}

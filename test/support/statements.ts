import type { DataSource, Logger } from 'typeorm';

/** The SQL statements that the work sent through this data source, in order. */
export async function statementsOf(database: DataSource, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const before = database.logger;
  const nothing = () => undefined;
  database.logger = {
    logQuery: (query: string) => void statements.push(query),
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  } satisfies Logger;
  try {
    await work();
  } finally {
    database.logger = before;
  }
  return statements;
}

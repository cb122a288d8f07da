import type { DataSource, Logger } from 'typeorm';

/** The SQL statements that the work sent through this data source, in order; `statements` can be looked at meanwhile. */
export async function statementsOf(
  database: DataSource,
  work: () => Promise<unknown>,
  statements: string[] = [],
): Promise<string[]> {
  const before = database.logger;
  const nothing = () => undefined;
  database.logger = {
    // what is written in batches beside the requests is written by none of them
    logQuery: (query: string) =>
      void (/last_used_at|rate_counts|into api_key_requests/.test(query) || statements.push(query)),
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

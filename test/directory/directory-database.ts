import { databaseOptions, domainNow } from '#database';
import { directoryEntities, readDirectoryFiles, seedDirectory } from '#directory';
import { newId } from '#kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { createTestDatabase } from '../support/database.js';

/** A database with the starting directory, and further connections to it as other processes would have. */
export async function seededDatabase() {
  const database = await createTestDatabase();
  const statements: string[] = [];
  const ignore = () => undefined;
  const logger = {
    logQuery: (sql: string) => void statements.push(sql),
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  };
  const connect = () =>
    new DataSource({ ...databaseOptions(database.url, directoryEntities), migrations, logger }).initialize();
  const dataSource = await connect();
  await dataSource.runMigrations();
  const { platforms, regions } = await readDirectoryFiles();
  const seed = () => dataSource.transaction(async (tx) => seedDirectory(tx, await domainNow(tx), platforms, regions));
  await seed();
  const others: DataSource[] = [];
  return {
    url: database.url,
    dataSource,
    /** What was asked of the database since it was last emptied. */
    statements,
    seed,
    rows: platforms,
    async another() {
      const other = await connect();
      others.push(other);
      return other;
    },
    async end() {
      for (const each of [dataSource, ...others]) await each.destroy();
      await database.drop();
    },
  };
}

export async function makeOrganization(db: DataSource | EntityManager, kind: string, name: string): Promise<string> {
  const id = newId();
  await db.query(`insert into organizations (id, kind, name, created_at) values ($1, $2, $3, domain_now())`, [
    id,
    kind,
    name,
  ]);
  return id;
}

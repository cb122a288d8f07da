import { databaseOptions, domainNow, inTransaction } from '#database';
import { publishCalendar, seedOverrides } from '#deadlines';
import { readDirectoryFiles, seedDirectory } from '#directory';
import { installQueue } from '#events';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';

/**
 * Makes a database ready for this release: the queue's tables, our migrations, and the data that every installation
 * begins with (directory of platforms, regions, the State Council's calendar, the terms of the green channel). What operators changed stays.
 */
export async function install(databaseUrl: string): Promise<void> {
  const database = new DataSource({
    ...databaseOptions(databaseUrl, [], { poolSize: 2 }),
    migrations,
    migrationsTransactionMode: 'each',
  } as ConstructorParameters<typeof DataSource>[0]);
  await database.initialize();
  try {
    // two processes that start at once: the second waits here and finds everything done
    const lock = database.createQueryRunner();
    try {
      await lock.query(`select pg_advisory_lock(hashtextextended('tongshan install', 0))`);
      await installQueue(databaseUrl);
      await database.runMigrations();
      const { platforms, regions } = await readDirectoryFiles();
      await inTransaction(database, async (tx) => {
        const now = await domainNow(tx);
        await seedDirectory(tx, now, platforms, regions);
        await publishCalendar(tx, now);
        await seedOverrides(tx, now);
      });
    } finally {
      await lock.query(`select pg_advisory_unlock(hashtextextended('tongshan install', 0))`);
      await lock.release();
    }
  } finally {
    await database.destroy();
  }
}

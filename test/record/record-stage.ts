import { databaseOptions, inTransaction } from '#database';
import { appendEvents, assignPositions, systemActor } from '#events';
import { newId } from '#kernel';
import { makeHead, type RecordFault, verifyRecord, type VerifiedRecord } from '#record';
import { DataSource } from 'typeorm';
import { createTestDatabase } from '../support/database.js';

/** A database with a log in it, of which this test is the owner: it may switch the triggers off. */
export interface RecordStage {
  database: DataSource;
  url: string;
  /** Writes `lengths[n]` events into matter n, all of one day, and gives them their positions. Returns the matters. */
  write(at: Date, lengths: readonly number[]): Promise<string[]>;
  closeDay(now: Date): ReturnType<typeof makeHead>;
  /** Runs statements that the triggers forbid, as the owner of the tables can. */
  tamper(...statements: Array<[sql: string, values?: unknown[]]>): Promise<void>;
  verify(): Promise<VerifiedRecord & { told: RecordFault[] }>;
  close(): Promise<void>;
}

export async function openRecordStage(): Promise<RecordStage> {
  const { url, drop } = await createTestDatabase();
  const database = await new DataSource(databaseOptions(url, [], { poolSize: 4 })).initialize();
  return {
    database,
    url,
    write: (at, lengths) => write(database, at, lengths),
    closeDay: (now) => inTransaction(database, (tx) => makeHead(tx, now)),
    async tamper(...statements) {
      const tables = ['events', 'record_heads', 'record_blocks'];
      for (const table of tables) await database.query(`alter table ${table} disable trigger user`);
      for (const [sql, values] of statements) await database.query(sql, values);
      for (const table of tables) await database.query(`alter table ${table} enable trigger user`);
    },
    async verify() {
      const told: RecordFault[] = [];
      const result = await verifyRecord(
        database,
        (fault) => told.push(fault),
        async () => true,
      );
      return { ...result, told };
    },
    async close() {
      await database.destroy();
      await drop();
    },
  };
}

async function write(database: DataSource, at: Date, lengths: readonly number[]): Promise<string[]> {
  const matters = lengths.map(() => newId());
  await inTransaction(database, async (tx) => {
    for (let round = 0; round < Math.max(...lengths); round++) {
      const events = matters.flatMap((matterId, place) =>
        round < lengths[place]!
          ? [
              {
                matterKind: 'notice' as const,
                matterId,
                opensMatter: round === 0,
                type: 'item.actioned',
                actor: systemActor,
                data: { round },
                audience: [],
              },
            ]
          : [],
      );
      await appendEvents(tx, at, events);
    }
  });
  await inTransaction(database, async (tx) => {
    while ((await assignPositions(tx, 5_000)).length > 0);
  });
  return matters;
}

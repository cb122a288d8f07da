import type { DataSource, EntityManager } from 'typeorm';

/** The open transaction: the first argument of every verb. */
export type Tx = EntityManager;

/** Opened once, at the edge (a controller, a task, the sweep); verbs only receive it. */
export function inTransaction<T>(database: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction(work);
}

/** The domain's clock, one for all processes: the database's, moved by the sandbox offset. Whole milliseconds. */
export async function domainNow(tx: Tx | DataSource): Promise<Date> {
  const [row] = await tx.query<Array<{ now: Date }>>('select domain_now() as now');
  return row!.now;
}

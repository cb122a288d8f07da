import type { Trace } from '#kernel';
import type { DataSource, EntityManager } from 'typeorm';

/** The open transaction: the first argument of every verb. */
export type Tx = EntityManager;

/** Opened once, at the edge (a controller, a task, the sweep); verbs only receive it. */
export function inTransaction<T>(database: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction(work);
}

/** Does the work and undoes all of it: what would come of it is the answer, and nothing is left. */
export async function inTrial<T>(database: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  const runner = database.createQueryRunner();
  try {
    await runner.startTransaction();
    try {
      return await work(runner.manager);
    } finally {
      await runner.rollbackTransaction();
    }
  } finally {
    await runner.release();
  }
}

/** The domain's clock, one for all processes: the database's, moved by the sandbox offset. Whole milliseconds. */
export async function domainNow(tx: Tx | DataSource): Promise<Date> {
  const [row] = await tx.query<Array<{ now: Date }>>('select domain_now() as now');
  return row!.now;
}

/**
 * The same clock, and the name and trace of the request for whatever events, deliveries and letters this transaction
 * writes, so that somebody who quotes the id of an answer is led to what it did. One statement; both end with the
 * transaction.
 */
export async function nowOfRequest(tx: Tx, { requestId, traceparent }: Trace): Promise<Date> {
  const [row] = await tx.query<Array<{ now: Date }>>(
    `select domain_now() as now, set_config('tongshan.request_id', $1, true), set_config('tongshan.traceparent', $2, true)`,
    [requestId, traceparent],
  );
  return row!.now;
}

/** In SQL: what `nowOfRequest` named in this transaction; null where no request is behind it. */
export const traceOfTransaction = {
  requestId: `nullif(current_setting('tongshan.request_id', true), '')`,
  traceparent: `nullif(current_setting('tongshan.traceparent', true), '')`,
} as const;

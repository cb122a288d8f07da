import type { DataSource } from 'typeorm';

/** Whole months for which deliveries are kept after their own has ended (real time). */
export const monthsKept = 3;

/**
 * Makes the parts of the deliveries' table for the months to come and drops those that have had their day. Any number
 * of processes may ask: one does it, and whoever finds the table busy leaves it to the next round.
 */
export async function keepDeliveries(database: DataSource): Promise<void> {
  await database.query('select keep_webhook_deliveries($1)', [monthsKept]);
}

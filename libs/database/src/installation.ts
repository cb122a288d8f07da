import type { DataSource } from 'typeorm';
import type { Tx } from './transaction.js';

/** Marks a new database as sandbox or live, once and for good; a database of the other kind is refused. */
export async function claimInstallation(database: DataSource, isSandbox: boolean): Promise<void> {
  await database.query('insert into installation (sandbox) values ($1) on conflict do nothing', [isSandbox]);
  const [row] = await database.query<Array<{ sandbox: boolean }>>('select sandbox from installation');
  if (row!.sandbox !== isSandbox) {
    const [is, asked] = row!.sandbox ? ['a sandbox', 'SANDBOX=false'] : ['a live installation', 'SANDBOX=true'];
    throw new Error(
      `This database belongs to ${is}, but this process was started with ${asked}. Use another database.`,
    );
  }
}

/** Moves the domain's clock forward; every process sees it from its next transaction on. Sandbox only, by constraint. */
export async function moveClock(tx: Tx, milliseconds: number): Promise<void> {
  await tx.query(`update installation set clock_offset = clock_offset + $1 * interval '1 millisecond'`, [milliseconds]);
}

import type { DataSource } from 'typeorm';
import { type TimestampAuthority, timestampDigest } from './timestamp-digest.js';

const headsAtOnce = 50;

/**
 * Has the heads that lack one timestamped, oldest first; returns how many now have it. The first failure ends the round
 * and is thrown: the next round tries again. Nothing is open in the database while the authority is asked, and no other
 * head is begun once `goesOn` says no: an authority that takes its time holds up no shutdown.
 */
export async function stampHeads(
  database: DataSource,
  authority: TimestampAuthority,
  goesOn: () => boolean = () => true,
): Promise<number> {
  const heads = await database.query<Array<{ number: number; hash: string }>>(
    'select number, hash from record_heads where timestamp_token is null order by number limit $1',
    [headsAtOnce],
  );
  let stamped = 0;
  for (const { number, hash } of heads) {
    if (!goesOn()) break;
    const { token, authority: name, stampedAt } = await timestampDigest(authority, hash);
    await database.query(
      `update record_heads set timestamp_token = $2, timestamp_authority = $3, stamped_at = $4
       where number = $1 and timestamp_token is null`,
      [number, token, name, stampedAt],
    );
    stamped++;
  }
  return stamped;
}

import type { Tx } from '#database';

/** An event that has just been given its place. */
export interface PositionedEvent {
  id: string;
  position: number;
  type: string;
}

const relayLock = 20_200_612;

/**
 * Gives the next committed events their position, in the order of their matters, and puts them into the feed of every
 * organization that may learn of them. One process at a time: the lock is
 * the transaction's, so a killed relay frees it. Listeners, feed and cursors go by the position, never by the ordinal:
 * a late commit can have an early ordinal, and would be skipped.
 */
export async function assignPositions(tx: Tx, limit: number): Promise<PositionedEvent[]> {
  const [lock] = await tx.query<Array<{ held: boolean }>>('select pg_try_advisory_xact_lock($1) as held', [relayLock]);
  if (!lock!.held) return [];
  const rows = await tx.query<Array<{ id: string; position: string; type: string }>>(
    `with next as materialized (
       select ordinal, row_number() over (order by ordinal) as place
       from (select ordinal from events where position is null order by ordinal limit $1) n
     ), base as materialized (
       select coalesce(max(position), 0) as position from events
     ), placed as (
       update events e set position = base.position + next.place
       from next, base where e.ordinal = next.ordinal and e.position is null
       returning e.id, e.position, e.type, e.audience
     ), told as (
       insert into event_audiences (organization_id, position, type)
       select reader, position, type from placed, unnest(audience) as reader
     )
     select id, position, type from placed`,
    [limit],
  );
  return rows.map((row) => ({ ...row, position: Number(row.position) })).sort((a, b) => a.position - b.position);
}

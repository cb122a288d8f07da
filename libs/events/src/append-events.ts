import { prepared, traceOfTransaction, type Tx } from '#database';
import { canonicalJson, newId, sha256Hex, unique } from '#kernel';

/** Who did it: a person, a key or a mail link of an organization, or the system itself (service, clocks). */
export interface Actor {
  kind: 'member' | 'api_key' | 'mail_link' | 'system';
  organizationId: string | null;
  id: string | null;
}

export const systemActor: Actor = { kind: 'system', organizationId: null, id: null };

export interface NewEvent {
  /** Made beforehand where a clock or a row has to name the event that started it. */
  id?: string;
  matterKind:
    | 'complaint'
    | 'notice'
    | 'escalation'
    | 'platform'
    | 'authorization'
    | 'warning_list'
    | 'webhook_endpoint'
    | 'organization';
  matterId: string;
  /** True where this transaction makes the matter: its chain needs no lock. */
  opensMatter?: boolean;
  type: string;
  actor: Actor;
  itemIds?: readonly string[];
  /** Ids, codes, instants, counts; never names, contacts or free text. */
  data: Record<string, unknown>;
  /** Organizations that are party to the matter and may learn of this event. */
  audience: readonly string[];
}

interface ChainHead {
  sequence: number;
  hash: string;
}

const origin: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

/**
 * Writes events to the log, each hashed together with its predecessor in the matter; returns their ids in order.
 * Two statements whatever the number of events, one where every matter is new.
 */
export async function appendEvents(tx: Tx, at: Date, entries: readonly NewEvent[]): Promise<string[]> {
  if (entries.length === 0) return [];
  const heads = await lockHeads(tx, unique(entries.filter((e) => !e.opensMatter).map((e) => e.matterId)));
  const rows = entries.map((entry) => {
    const previous = heads.get(entry.matterId) ?? origin;
    const row = link(entry, at, previous);
    heads.set(entry.matterId, row);
    return row;
  });
  await prepared(
    tx,
    `with heads as (
       insert into event_chains (matter_id, matter_kind, last_sequence, last_hash)
       select distinct on (matter_id) matter_id, matter_kind, sequence, hash
       from jsonb_to_recordset($1) as e(matter_id uuid, matter_kind text, sequence integer, hash text)
       order by matter_id, sequence desc
       on conflict (matter_id) do update set last_sequence = excluded.last_sequence, last_hash = excluded.last_hash
     )
     insert into events (id, matter_kind, matter_id, sequence, type, at, audience, payload, hash, request_id, traceparent)
     select id, matter_kind, matter_id, sequence, type, $2, audience, payload, hash,
       ${traceOfTransaction.requestId}, ${traceOfTransaction.traceparent}
     from jsonb_to_recordset($1) as e(id uuid, matter_kind text, matter_id uuid, sequence integer, type text,
                                      audience uuid[], payload text, hash text)
     order by matter_id, sequence`,
    [JSON.stringify(rows), at],
  );
  return rows.map((row) => row.id);
}

async function lockHeads(tx: Tx, matterIds: string[]): Promise<Map<string, ChainHead>> {
  if (matterIds.length === 0) return new Map();
  const rows = await tx.query<Array<{ matter_id: string; last_sequence: number; last_hash: string }>>(
    `select matter_id, last_sequence, last_hash from event_chains where matter_id = any($1) order by matter_id for update`,
    [matterIds],
  );
  return new Map(rows.map((row) => [row.matter_id, { sequence: row.last_sequence, hash: row.last_hash }]));
}

function link(entry: NewEvent, at: Date, previous: ChainHead) {
  const id = entry.id ?? newId();
  const sequence = previous.sequence + 1;
  const { matterKind, matterId, type, actor, data } = entry;
  const payload = canonicalJson({
    id,
    matterKind,
    matterId,
    sequence,
    type,
    at: at.toISOString(),
    actor,
    itemIds: entry.itemIds ?? [],
    data,
    previousHash: previous.hash,
  });
  return {
    id,
    matter_kind: matterKind,
    matter_id: matterId,
    sequence,
    type,
    audience: unique(entry.audience),
    payload,
    hash: sha256Hex(payload),
  };
}

import type { Tx } from '#database';
import { directorySnapshot } from '#directory';
import type { Caller } from '#identity';
import { newId, Problem } from '#kernel';
import { actionsOpenTo, mayRead } from './domain/access.js';
import type { EscalationPacket } from './domain/packet.js';
import {
  escalationColumns,
  type EscalationEntry,
  type EscalationRow,
  escalationSources,
} from './escalations.queries.js';

/**
 * One escalation with its packet. Names and contacts are in the packet, so there is no other way to read it than this,
 * which writes down who did and when, in the same transaction. Not found for whoever may not read it.
 */
export async function readEscalation(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
): Promise<EscalationEntry & { packet: EscalationPacket }> {
  const { nationalRegulatorOrganizationId: national } = await directorySnapshot(tx);
  const [row] = await tx.query<Array<EscalationRow & { packet: EscalationPacket }>>(
    `select ${escalationColumns}, e.packet from escalations e ${escalationSources} where e.id = $1`,
    [id],
  );
  if (!row || !mayRead(caller, row, national)) throw new Problem('not_found');
  await tx.query(
    `insert into access_log (id, organization_id, member_id, api_key_id, subject_kind, subject_id, at)
     values ($1, $2, $3, $4, 'escalation', $5, $6)`,
    [newId(), caller.organizationId, caller.memberId, caller.apiKeyId, id, now],
  );
  return { ...row, allowedActions: actionsOpenTo(caller, row, national) };
}

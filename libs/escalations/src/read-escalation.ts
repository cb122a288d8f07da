import type { Tx } from '#database';
import { directorySnapshot } from '#directory';
import { type Caller, recordAccess } from '#identity';
import { Problem } from '#kernel';
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
  caller: Caller,
  id: string,
): Promise<EscalationEntry & { packet: EscalationPacket }> {
  const { nationalRegulatorOrganizationId: national } = await directorySnapshot(tx);
  const [row] = await tx.query<Array<EscalationRow & { packet: EscalationPacket }>>(
    `select ${escalationColumns}, e.packet from escalations e ${escalationSources} where e.id = $1`,
    [id],
  );
  if (!row || !mayRead(caller, row, national)) throw new Problem('not_found');
  await recordAccess(tx, caller, { kind: 'escalation', id });
  return { ...row, allowedActions: actionsOpenTo(caller, row, national) };
}

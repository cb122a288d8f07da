import type { Tx } from '#database';
import type { Basis } from '#law';
import type { EscalationReason } from './domain/grounds.js';
import { type EscalationState, unfinishedStates } from './domain/lifecycle.js';
import type { PacketTrigger } from './domain/packet.js';
import type { EscalationEntity } from './escalation.entity.js';

/** An escalation that a notice has or had. */
export interface KnownEscalation {
  id: string;
  state: EscalationState;
  isUnfinished: boolean;
  subjectId: string;
  noticeIds: string[];
  deadlineIds: string[];
  reasons: EscalationReason[];
  severity: number;
  basis: Basis;
  platformId: string;
  regulatorOrganizationId: string | null;
}

export interface Joining {
  id: string;
  reasons: EscalationReason[];
  /** Those that join. */
  deadlineIds: string[];
  severity: number;
  basis: Basis;
  triggers: PacketTrigger[];
}

/** All escalations of these notices, ended ones too, locked in the order of their ids. The notices are locked before. */
export function lockEscalationsOf(tx: Tx, noticeIds: readonly string[]): Promise<KnownEscalation[]> {
  return tx.query<KnownEscalation[]>(
    `select id, state, state = any($2) as "isUnfinished", subject_id as "subjectId", notice_ids as "noticeIds",
       deadline_ids as "deadlineIds", reasons, severity, basis, platform_id as "platformId",
       regulator_organization_id as "regulatorOrganizationId"
     from escalations where subject_id = any($1) order by id for update`,
    [noticeIds, unfinishedStates],
  );
}

export async function writeOpened(
  tx: Tx,
  rows: ReadonlyArray<Omit<EscalationEntity, 'claimedByMemberId' | 'claimedAt' | 'endedAt' | 'endedNote'>>,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into escalations (id, state, subject_kind, subject_id, subject_number, reasons, notice_ids, deadline_ids,
       platform_id, regulator_organization_id, region_code, severity, basis, packet, opened_at)
     select id, state, "subjectKind", "subjectId", "subjectNumber", reasons, "noticeIds", "deadlineIds",
       "platformId", "regulatorOrganizationId", "regionCode", severity, basis, packet, "openedAt"
     from jsonb_to_recordset($1) as e(id uuid, state text, "subjectKind" text, "subjectId" uuid, "subjectNumber" text,
       reasons text[], "noticeIds" uuid[], "deadlineIds" uuid[], "platformId" uuid, "regulatorOrganizationId" uuid,
       "regionCode" text, severity smallint, basis text, packet jsonb, "openedAt" timestamptz)`,
    [JSON.stringify(rows)],
  );
}

export async function writeJoined(tx: Tx, rows: readonly Joining[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update escalations e set reasons = j.reasons, deadline_ids = e.deadline_ids || j."deadlineIds",
       severity = j.severity, basis = j.basis,
       packet = jsonb_set(e.packet, '{triggers}', (e.packet -> 'triggers') || j.triggers)
     from jsonb_to_recordset($1) as j(id uuid, reasons text[], "deadlineIds" uuid[], severity smallint, basis text,
       triggers jsonb)
     where e.id = j.id`,
    [JSON.stringify(rows)],
  );
}

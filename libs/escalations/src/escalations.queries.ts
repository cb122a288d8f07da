import type { Tx } from '#database';
import { directorySnapshot } from '#directory';
import type { Caller } from '#identity';
import type { Basis } from '#law';
import type { DataSource } from 'typeorm';
import { actionsOpenTo } from './domain/access.js';
import type { EscalationReason } from './domain/grounds.js';
import type { PacketTrigger } from './domain/packet.js';
import { type EscalationEvent, type EscalationState, unfinishedStates } from './domain/lifecycle.js';

/** An escalation as a queue shows it. */
export interface EscalationRow {
  /** Rises with every event of the matter. */
  version: number;
  id: string;
  state: EscalationState;
  reasons: EscalationReason[];
  subjectKind: 'notice';
  subjectId: string;
  subjectNumber: string;
  noticeIds: string[];
  /** The clocks that broke, as they stood, the one that opened it first. */
  clocks: Array<PacketTrigger['clock']>;
  platformId: string;
  platformName: string;
  regionCode: string;
  severity: number;
  basis: Basis;
  openedAt: Date;
  claimedBy: { id: string; name: string } | null;
  /** The holder of the claim has left or was shut out. */
  isHolderGone: boolean;
  endedAt: Date | null;
  endedNote: string | null;
  regulatorOrganizationId: string | null;
  complainantOrganizationId: string;
  platformOrganizationId: string | null;
}

export const escalationColumns = `e.id, e.state, e.reasons, e.subject_kind as "subjectKind", e.subject_id as "subjectId",
  e.subject_number as "subjectNumber", e.notice_ids as "noticeIds",
  jsonb_path_query_array(e.packet, '$.triggers[*].clock') as clocks, e.platform_id as "platformId", p.name as "platformName",
  e.region_code as "regionCode", e.severity, e.basis, e.opened_at as "openedAt",
  case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end as "claimedBy",
  coalesce(m.disabled_at is not null or m.removed_at is not null, false) as "isHolderGone",
  e.ended_at as "endedAt", e.ended_note as "endedNote", e.regulator_organization_id as "regulatorOrganizationId",
  n.complainant_organization_id as "complainantOrganizationId", n.platform_organization_id as "platformOrganizationId",
  coalesce(h.last_sequence, 0) as version`;

export const escalationSources = `join platforms p on p.id = e.platform_id join notices n on n.id = e.subject_id
  left join event_chains h on h.matter_id = e.id left join members m on m.id = e.claimed_by_member_id`;

export interface EscalationFilter {
  /** Open and claimed ones when left out. */
  state?: EscalationState | undefined;
  reason?: EscalationReason | undefined;
  region?: string | undefined;
  /** A member who has it in hand. */
  claimedBy?: string | undefined;
}

export type EscalationEntry = EscalationRow & { allowedActions: EscalationEvent[] };

/**
 * A regulator's queue, gravest first, then oldest; the national regulator's holds every region. `after` is severity and
 * id of the last one seen, at most `limit` come back. Each state is read in the order of its index and the few states
 * are merged, so that a page costs the same however long the queue is.
 */
export async function listEscalations(
  db: Tx | DataSource,
  caller: Caller,
  filter: EscalationFilter,
  page: { after: { severity: number; id: string } | null; limit: number },
): Promise<EscalationEntry[]> {
  const { nationalRegulatorOrganizationId: national } = await directorySnapshot(db);
  const isNational = caller.organizationId === national;
  const rows = await db.query<EscalationRow[]>(
    `with page as materialized (
       select q.id, q.severity from unnest($1::text[]) s(state) cross join lateral (
         select e.id, e.severity from escalations e
         where e.state = s.state
           and ($2::uuid is null or e.regulator_organization_id = $2)
           and ($3::text is null or e.region_code = $3)
           and ($4::text is null or $4 = any(e.reasons))
           and ($8::uuid is null or e.claimed_by_member_id = $8)
           and ($5::integer is null or (-e.severity, e.id) > (-$5::integer, $6::uuid))
         order by -e.severity, e.id limit $7) q
       order by -q.severity, q.id limit $7
     )
     select ${escalationColumns} from page join escalations e on e.id = page.id ${escalationSources}
     order by -e.severity, e.id`,
    [
      filter.state ? [filter.state] : unfinishedStates,
      isNational ? null : caller.organizationId,
      filter.region ?? null,
      filter.reason ?? null,
      page.after?.severity ?? null,
      page.after?.id ?? null,
      page.limit,
      filter.claimedBy ?? null,
    ],
  );
  return rows.map((row) => ({ ...row, allowedActions: actionsOpenTo(caller, row, national) }));
}

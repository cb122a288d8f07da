import type { Tx } from '#database';
import { appendEvents, systemActor } from '#events';
import { type EscalationFacts, updatedEvent } from './escalation-events.js';
import { unfinishedStates } from './domain/lifecycle.js';

/** How an escalation ended of itself. */
type Resolution = 'acted_late' | 'acted_in_time' | 'no_longer_owed';

/**
 * Ends the unfinished escalations of these notices of which no clock is open any more: `acted_late` where the platform
 * acted after the due instant, `acted_in_time` where its act was received before it and recorded after the breach,
 * `no_longer_owed` where the complainant withdrew. Told twice it does nothing more. At most four statements.
 */
export async function resolveLate(tx: Tx, now: Date, noticeIds: readonly string[]): Promise<void> {
  if (noticeIds.length === 0) return;
  // The lock comes first, so that the clocks are read with every breach that has joined until then.
  const locked = await tx.query<Array<{ id: string }>>(
    `select id from escalations where subject_id = any($1) and state = any($2) order by id for update`,
    [noticeIds, unfinishedStates],
  );
  if (locked.length === 0) return;
  const [resolved] = await tx.query<[Array<EscalationFacts & { endedNote: Resolution }>, number]>(
    `with ended as (
       select e.id, case when bool_or(d.state = 'late') then 'acted_late'
         when bool_or(d.state = 'met') then 'acted_in_time' else 'no_longer_owed' end as resolution
       from escalations e join deadlines d on d.id = any(e.deadline_ids)
       where e.id = any($1)
       group by e.id having bool_and(d.state in ('met', 'late', 'cancelled'))
     )
     update escalations e set state = 'resolved', ended_at = $2, ended_note = ended.resolution
     from ended, notices n where e.id = ended.id and n.id = e.subject_id
     returning e.id, e.state, e.notice_ids as "noticeIds", e.reasons, e.severity, e.basis, e.platform_id as "platformId",
       e.regulator_organization_id as "regulatorOrganizationId", e.ended_note as "endedNote",
       n.complainant_organization_id as "complainantOrganizationId",
       n.platform_organization_id as "platformOrganizationId"`,
    [locked.map(({ id }) => id), now],
  );
  const events = resolved.map((row) => updatedEvent(row, systemActor, 'resolved', { resolution: row.endedNote }));
  await appendEvents(tx, now, events);
}

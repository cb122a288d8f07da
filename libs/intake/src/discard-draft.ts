import type { Tx } from '#database';
import type { Caller } from '#identity';
import { lockOpenDraft } from './lock-open-draft.js';

/**
 * Nothing will be filed of it. What it said of people goes with it; that it came, when, and who discarded it stays.
 * @throws Problem `not_found`, `wrong_state`
 */
export async function discardDraft(tx: Tx, now: Date, caller: Caller, draftId: string): Promise<void> {
  await lockOpenDraft(tx, caller.organizationId, draftId);
  await tx.query(
    `update complaint_drafts set state = 'discarded', ended_at = $2, ended_by = $3, original = null, sender = null,
       document = '{"ground": "copyright", "works": [], "targets": [], "evidence": []}', remarks = '[]'
     where id = $1`,
    [draftId, now, caller.responsibleMemberId],
  );
}

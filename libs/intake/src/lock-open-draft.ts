import type { Tx } from '#database';
import { Problem } from '#kernel';
import type { DraftState } from './complaint-draft.entity.js';
import type { DraftDocument } from './domain/complaint-draft.js';

/** The draft, locked. @throws Problem `not_found`; `wrong_state` where it has ended, with what became of it */
export async function lockOpenDraft(
  tx: Tx,
  organizationId: string,
  draftId: string,
): Promise<{ document: DraftDocument }> {
  const [draft] = await tx.query<Array<{ state: DraftState; document: DraftDocument; complaintId: string | null }>>(
    `select state, document, complaint_id as "complaintId" from complaint_drafts
     where id = $2 and organization_id = $1 for update`,
    [organizationId, draftId],
  );
  if (!draft) throw new Problem('not_found');
  const { state, document, complaintId } = draft;
  if (state === 'open') return { document };
  if (complaintId === null) throw new Problem('wrong_state', { detail: 'This draft was discarded.', extra: { state } });
  // a statement of its own: one that waited for the lock would not see the complaint of whoever held it
  const [existing] = await tx.query<Array<{ id: string; number: string }>>(
    'select id, number from complaints where id = $1',
    [complaintId],
  );
  const detail = `This draft was filed as ${existing!.number}.`;
  throw new Problem('wrong_state', { detail, extra: { state, existing } });
}

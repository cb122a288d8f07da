import type { Tx } from '#database';
import type { Caller } from '#identity';
import { Problem } from '#kernel';
import type { DraftDocument } from './domain/complaint-draft.js';
import { lockOpenDraft } from './lock-open-draft.js';

/**
 * A member makes a draft its own and files it, in one transaction with the filing: twice at once, the second finds it
 * filed. A machine cannot, for the statements and the signature are a person's (条例 第14条; 17 USC 512(c)(3)(A)(v)–(vi)).
 * @param file files the complaint, from the draft and what the member made of it
 * @throws Problem `forbidden` for an API key, `not_found`, `wrong_state` with the complaint that it became
 */
export async function confirmDraft<Filed extends { id: string }>(
  tx: Tx,
  now: Date,
  caller: Caller,
  draftId: string,
  file: (document: DraftDocument) => Promise<Filed>,
): Promise<Filed> {
  if (!caller.memberId) {
    throw new Problem('forbidden', {
      detail:
        'A draft is confirmed by a signed-in member, who makes the statements; an API key files with POST /v1/complaints.',
    });
  }
  const { document } = await lockOpenDraft(tx, caller.organizationId, draftId);
  const filed = await file(document);
  await tx.query(
    `update complaint_drafts set state = 'filed', complaint_id = $2, ended_at = $3, ended_by = $4 where id = $1`,
    [draftId, filed.id, now, caller.memberId],
  );
  return filed;
}

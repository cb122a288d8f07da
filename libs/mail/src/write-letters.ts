import { traceOfTransaction, type Tx } from '#database';
import { enqueueJobs } from '#events';
import { newId } from '#kernel';
import { kindOfLetter } from './domain/kind-of-letter.js';
import { plainData, plainLine } from './domain/letter-data.js';
import type { NewLetter } from './domain/new-letter.js';
import { letterJob } from './letter-job.js';

/**
 * Puts letters into the post in the caller's transaction: two statements whatever their number. One whose `onceKey` was
 * written before is left out. Returns the ids of those that are new.
 * @param now the domain's time
 */
export async function writeLetters(tx: Tx, now: Date, letters: readonly NewLetter[]): Promise<string[]> {
  if (letters.length === 0) return [];
  const specs = letters.map((letter) => {
    const id = newId();
    const { onceKey, organizationId = null, memberId = null, locale, template } = letter;
    return {
      id,
      onceKey: onceKey === undefined ? null : plainLine(onceKey),
      organizationId,
      memberId: kindOfLetter(template) && memberId,
      recipient: plainLine(letter.recipient),
      locale,
      template,
      data: plainLetterData(letter),
      messageId: `<${id}@letters.tongshan>`,
      replyTo: letter.replyTo,
      ...letter.trace,
    };
  });
  const rows = await tx.query<Array<{ id: string }>>(
    `insert into letters
       (id, once_key, organization_id, member_id, recipient, locale, template, data, message_id, reply_to, state,
        next_attempt_at, created_at, request_id, traceparent)
     select id, "onceKey", "organizationId", "memberId", recipient, locale, template, data, "messageId", "replyTo", 'pending',
       $2, $2, coalesce("requestId", ${traceOfTransaction.requestId}), coalesce(traceparent, ${traceOfTransaction.traceparent})
     from jsonb_to_recordset($1) as l(id uuid, "onceKey" text, "organizationId" uuid, "memberId" uuid, recipient text,
       locale text, template text, data jsonb, "messageId" text, "replyTo" text, "requestId" text, traceparent text)
     on conflict (once_key) do nothing
     returning id`,
    [JSON.stringify(specs), now],
  );
  await enqueueJobs(
    tx,
    rows.map((row) => letterJob(row.id)),
  );
  return rows.map((row) => row.id);
}

function plainLetterData(letter: NewLetter) {
  if (letter.locale !== 'both') return plainData(letter.data);
  return { zh: plainData(letter.data.zh), en: plainData(letter.data.en) };
}

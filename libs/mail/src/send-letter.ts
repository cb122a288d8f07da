import { domainNow, inTransaction, type Tx } from '#database';
import { enqueueJobs } from '#events';
import { addMilliseconds, type Trace } from '#kernel';
import type { DataSource } from 'typeorm';
import { choicesToken } from './domain/choices-token.js';
import { kindOfLetter } from './domain/kind-of-letter.js';
import type { LetterTemplate } from './domain/letter-data.js';
import type { Reading } from './domain/locale.js';
import type { NewLetter } from './domain/new-letter.js';
import { isPlainRecipient } from './domain/recipient.js';
import { letterRetrySchedule } from './domain/retry-schedule.js';
import { setWritten } from './domain/set-letter.js';
import { letterJob } from './letter-job.js';
import type { MailCarrier } from './mail-carrier.js';
import { recordAcceptance, recordRefusal, serviceOfLetter } from './record-service.js';

/** How the link to the choice of mail is made. */
export interface ChoicesLink {
  publicUrl: string;
  /** 32 bytes, of the installation. */
  key: Buffer;
}

interface ClaimedLetter extends Trace {
  id: string;
  onceKey: string | null;
  memberId: string | null;
  recipient: string;
  locale: Reading;
  template: LetterTemplate;
  data: NewLetter['data'];
  messageId: string;
  replyTo: string | null;
  attemptCount: number;
  createdAt: Date;
}

/** Of a try, for the log: never to whom, nor what. */
interface LetterAttempt extends Trace {
  letterId: string;
  template: string;
  attempt: number;
  isSent: boolean;
}

/** Longer than a try can take (60 s), short enough that a killed worker delays little. */
const leaseSeconds = 90;

/**
 * One try to send a letter: take it, set it, hand it over, record. No statement is open while the mail server is asked.
 * Sent, its content is erased; refused for good (5xx to this letter), it has failed at once; otherwise it is tried again
 * by the schedule and has failed after its end. At least once: a crash between sending and recording sends it again,
 * under the same Message-ID. Where a notice is served by it, the service is recorded together with what became of it.
 */
export async function sendLetter(
  deps: {
    database: DataSource;
    carrier: MailCarrier;
    choices: ChoicesLink;
    tell?: (attempt: LetterAttempt) => void;
  },
  letterId: string,
): Promise<void> {
  const { database, tell } = deps;
  const letter = await claim(database, letterId);
  if (!letter) return inTransaction(database, (tx) => comeAgain(tx, letterId));
  const failure = await carry(deps, letter);
  const { template, attemptCount, requestId, traceparent } = letter;
  tell?.({ letterId, template, attempt: attemptCount + 1, isSent: !failure, requestId, traceparent });
  if (!failure) return inTransaction(database, (tx) => recordSent(tx, letter));
  const wait = failure.isPermanent ? null : (letterRetrySchedule[letter.attemptCount] ?? null);
  await inTransaction(database, (tx) => recordFailure(tx, letter, failure, wait));
}

async function claim(database: DataSource, letterId: string): Promise<ClaimedLetter | null> {
  const [rows] = await database.query<[ClaimedLetter[], number]>(
    `update letters set leased_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
     where id = $1 and state = 'pending' and next_attempt_at <= domain_now()
       and (leased_until is null or leased_until < clock_timestamp())
     returning id, once_key as "onceKey", member_id as "memberId", recipient, locale, template, data,
       message_id as "messageId", reply_to as "replyTo", attempt_count as "attemptCount", created_at as "createdAt",
       request_id as "requestId", traceparent`,
    [letterId],
  );
  return rows[0] ?? null;
}

/** A job that came early, or while another process sends the letter, comes again when that is over. */
async function comeAgain(tx: Tx, letterId: string): Promise<void> {
  const rows = await tx.query<Array<{ runAt: Date }>>(
    `select greatest(leased_until, clock_timestamp() + (next_attempt_at - domain_now()),
                     clock_timestamp() + interval '100 milliseconds') as "runAt"
     from letters where id = $1 and state = 'pending'`,
    [letterId],
  );
  await enqueueJobs(
    tx,
    rows.map((row) => letterJob(letterId, row.runAt)),
  );
}

interface Failure {
  reason: string;
  isPermanent: boolean;
}

async function carry(
  { carrier, choices }: { carrier: MailCarrier; choices: ChoicesLink },
  letter: ClaimedLetter,
): Promise<Failure | null> {
  if (!isPlainRecipient(letter.recipient)) return { reason: 'the recipient is not one address', isPermanent: true };
  try {
    const { id, messageId, recipient, replyTo, createdAt } = letter;
    const choicesUrl = choicesUrlOf(choices, letter);
    const set = setWritten(letter as NewLetter, { choicesUrl, isAnswerable: replyTo !== null });
    await carrier.carry({ letterId: id, messageId, recipient, replyTo, writtenAt: createdAt, choicesUrl, ...set });
    return null;
  } catch (error) {
    const { code, permanent, message } = error as { code?: string; permanent?: boolean; message?: string };
    // What the server says of this letter is final; what it says of us (sign-in, greeting) can be mended by then.
    const isPermanent = permanent === true && (code === 'EENVELOPE' || code === 'EMESSAGE');
    const reason = `${code ?? 'error'}: ${message ?? String(error)}`.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 500);
    return { reason: reason.toWellFormed(), isPermanent };
  }
}

function choicesUrlOf({ publicUrl, key }: ChoicesLink, { memberId, template }: ClaimedLetter): string | null {
  const kind = kindOfLetter(template);
  return memberId && kind ? `${publicUrl}/mail/choices/${choicesToken(key, memberId, kind)}` : null;
}

async function recordSent(tx: Tx, { id, onceKey }: ClaimedLetter): Promise<void> {
  const [sent] = await tx.query<[unknown[], number]>(
    `update letters set state = 'sent', data = null, reply_to = null, sent_at = domain_now(), attempt_count = attempt_count + 1,
       last_error = null, next_attempt_at = null, leased_until = null
     where id = $1 and state = 'pending' returning id`,
    [id],
  );
  const serviceId = serviceOfLetter(onceKey);
  if (sent.length > 0 && serviceId) await recordAcceptance(tx, await domainNow(tx), serviceId);
}

async function recordFailure(
  tx: Tx,
  { id, onceKey }: ClaimedLetter,
  { reason, isPermanent }: Failure,
  wait: number | null,
): Promise<void> {
  const [rows] = await tx.query<[Array<{ now: Date }>, number]>(
    `update letters
     set attempt_count = attempt_count + 1, last_error = $2, leased_until = null,
       state = case when $3::bigint is null then 'failed' else 'pending' end,
       failed_at = case when $3::bigint is null then domain_now() end,
       next_attempt_at = domain_now() + $3 * interval '1 millisecond'
     where id = $1 and state = 'pending'
     returning clock_timestamp() as now`,
    [id, reason, wait],
  );
  if (!rows[0]) return;
  if (wait !== null) return enqueueJobs(tx, [letterJob(id, addMilliseconds(rows[0].now, wait))]);
  const serviceId = serviceOfLetter(onceKey);
  if (serviceId) await recordRefusal(tx, await domainNow(tx), serviceId, isPermanent ? 'refused' : 'given_up');
}

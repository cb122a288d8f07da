import { inTransaction, type Tx } from '#database';
import { enqueueJobs } from '#events';
import { addMilliseconds, type Trace } from '#kernel';
import type { DataSource } from 'typeorm';
import { choicesToken } from './domain/choices-token.js';
import { kindOfLetter } from './domain/kind-of-letter.js';
import type { LetterData, LetterTemplate } from './domain/letter-data.js';
import type { LetterLocale } from './domain/locale.js';
import { isPlainRecipient } from './domain/recipient.js';
import { letterRetrySchedule } from './domain/retry-schedule.js';
import { setLetter } from './domain/set-letter.js';
import { letterJob } from './letter-job.js';
import type { MailCarrier } from './mail-carrier.js';

/** How the link to the choice of mail is made. */
export interface ChoicesLink {
  publicUrl: string;
  /** 32 bytes, of the installation. */
  key: Buffer;
}

interface ClaimedLetter extends Trace {
  id: string;
  memberId: string | null;
  recipient: string;
  locale: LetterLocale;
  template: LetterTemplate;
  data: LetterData[LetterTemplate];
  messageId: string;
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
 * under the same Message-ID.
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
  if (!failure) {
    await database.query(
      `update letters set state = 'sent', data = null, sent_at = domain_now(), attempt_count = attempt_count + 1,
         last_error = null, next_attempt_at = null, leased_until = null
       where id = $1 and state = 'pending'`,
      [letter.id],
    );
    return;
  }
  const wait = failure.isPermanent ? null : (letterRetrySchedule[letter.attemptCount] ?? null);
  await inTransaction(database, (tx) => recordFailure(tx, letter.id, failure.reason, wait));
}

async function claim(database: DataSource, letterId: string): Promise<ClaimedLetter | null> {
  const [rows] = await database.query<[ClaimedLetter[], number]>(
    `update letters set leased_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
     where id = $1 and state = 'pending' and next_attempt_at <= domain_now()
       and (leased_until is null or leased_until < clock_timestamp())
     returning id, member_id as "memberId", recipient, locale, template, data, message_id as "messageId",
       attempt_count as "attemptCount", created_at as "createdAt", request_id as "requestId", traceparent`,
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
    const { id, messageId, recipient, createdAt } = letter;
    const choicesUrl = choicesUrlOf(choices, letter);
    const set = setLetter(letter.template, letter.locale, letter.data, choicesUrl);
    await carrier.carry({ letterId: id, messageId, recipient, writtenAt: createdAt, choicesUrl, ...set });
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

async function recordFailure(tx: Tx, letterId: string, reason: string, wait: number | null): Promise<void> {
  const [rows] = await tx.query<[Array<{ now: Date }>, number]>(
    `update letters
     set attempt_count = attempt_count + 1, last_error = $2, leased_until = null,
       state = case when $3::bigint is null then 'failed' else 'pending' end,
       failed_at = case when $3::bigint is null then domain_now() end,
       next_attempt_at = domain_now() + $3 * interval '1 millisecond'
     where id = $1 and state = 'pending'
     returning clock_timestamp() as now`,
    [letterId, reason, wait],
  );
  if (rows[0] && wait !== null) await enqueueJobs(tx, [letterJob(letterId, addMilliseconds(rows[0].now, wait))]);
}

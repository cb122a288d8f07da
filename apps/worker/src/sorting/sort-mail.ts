import { domainNow, inTransaction, type Tx } from '#database';
import {
  type Authenticity,
  findUnsorted,
  lockUnsorted,
  type Message,
  readMessage,
  recordSorting,
  type ResolveTxt,
  type Sorted,
  speakerOf,
  type UnsortedMail,
  verifySender,
} from '#inbound-mail';
import { findAddressedService, lettersNamedIn, replyTokensIn } from '#mail';
import type { Configuration } from '#kernel';
import type { DataSource } from 'typeorm';
import { sortBounce } from './sort-bounce.js';
import { sortReply } from './sort-reply.js';
import { sortReport } from './sort-report.js';

interface Deps {
  database: DataSource;
  configuration: Pick<Configuration, 'mailReply' | 'publicUrl'>;
  resolveTxt: ResolveTxt;
}

/**
 * Finds out what a message is, does what follows from it, and writes both down together, once. What is not understood
 * stays open in the operator's tray, and so does what cannot be read.
 * @param isLastTry the key of a signature that cannot be asked for now is not waited for any longer
 * @throws where the domain name system does not answer, so that the message is tried again
 */
export async function sortMail(deps: Deps, mailId: string, isLastTry: boolean): Promise<void> {
  const { database, configuration, resolveTxt } = deps;
  const mail = await findUnsorted(database, mailId);
  if (!mail) return;
  const message = await read(mail);
  if (message instanceof Error) {
    const finding = mail.isWhole ? ('unreadable' as const) : ('too_large' as const);
    const sorted: Sorted = { kind: 'unreadable', finding, isFiled: false, note: message.message };
    return settle(database, mail.id, async () => sorted, { message: null, authenticity: mail.authenticity });
  }
  const authenticity = mail.authenticity ?? (await verifySender(mail.raw, message.sender, resolveTxt));
  if (authenticity === 'unknown' && !isLastTry) throw new Error('the key of a signature could not be asked for');
  const tokens = configuration.mailReply ? replyTokensIn(message.recipients, configuration.mailReply) : [];
  const sort = async (tx: Tx, now: Date): Promise<Sorted> => {
    const answered = tokens.length > 0 ? await findAddressedService(tx, { tokens, letterIds: [] }) : null;
    const speaker = speakerOf(message);
    if (speaker.kind === 'auto_reply')
      return { kind: 'auto_reply', finding: 'auto_reply', isFiled: true, noticeId: answered?.noticeId };
    if (speaker.kind === 'bounce') {
      const service = answered ?? (await findAddressedService(tx, { tokens, letterIds: lettersNamedIn(mail.raw) }));
      return sortBounce(tx, now, speaker.fate, service);
    }
    if (answered) return sortReply(tx, now, { message, authenticity }, answered);
    return sortReport(tx, now, { message, authenticity }, configuration);
  };
  return settle(database, mail.id, sort, { message, authenticity });
}

/** An error is what is wrong with the message, not with us. */
async function read(mail: UnsortedMail): Promise<Message | Error> {
  if (!mail.isWhole) return new Error('Only its beginning is kept; the whole message lies in the mailbox.');
  try {
    return await readMessage(mail.raw);
  } catch (failure) {
    return failure instanceof Error ? failure : new Error(String(failure));
  }
}

function settle(
  database: DataSource,
  mailId: string,
  sort: (tx: Tx, now: Date) => Promise<Sorted>,
  told: { message: Message | null; authenticity: Authenticity | null },
): Promise<void> {
  return inTransaction(database, async (tx) => {
    if (!(await lockUnsorted(tx, mailId))) return;
    const now = await domainNow(tx);
    await recordSorting(tx, now, mailId, await sort(tx, now), told);
  });
}

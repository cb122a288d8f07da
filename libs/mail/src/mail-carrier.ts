import { createTransport } from 'nodemailer';
import type { Configuration } from '#kernel';
import { captureLetter } from './capture-letter.js';

/** A letter on its way out. */
export interface OutgoingLetter {
  letterId: string;
  messageId: string;
  recipient: string;
  /** Where an answer goes, a bounce too; null for a letter that wants none. */
  replyTo: string | null;
  writtenAt: Date;
  subject: string;
  text: string;
  html: string;
  /** Where its reader can do without such letters, by one POST (RFC 8058); null where it is owed to them. */
  choicesUrl: string | null;
}

/** Takes letters out of the house; one for a process, closed at its end. */
export interface MailCarrier {
  carry(letter: OutgoingLetter): Promise<void>;
  close(): void;
}

type MailSettings = Pick<Configuration, 'mailUrl' | 'mailFrom' | 'mailFolder'>;

/** By SMTP where `MAIL_URL` is set, else into a folder as `.eml` files. */
export function createMailCarrier(settings: MailSettings): MailCarrier {
  return settings.mailUrl ? smtpCarrier(settings.mailUrl, settings.mailFrom) : folderCarrier(settings);
}

/** One try may take this long in all; the lease of a letter is longer. */
const sendMilliseconds = 60_000;

function smtpCarrier(url: string, from: string): MailCarrier {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    maxMessages: 100,
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    carry: async (letter) => {
      await transport.sendMail({ ...message(letter, from), signal: AbortSignal.timeout(sendMilliseconds) });
    },
    close: () => transport.close(),
  };
}

function folderCarrier({ mailFolder, mailFrom }: MailSettings): MailCarrier {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    carry: async (letter) => {
      const { message: bytes } = await transport.sendMail(message(letter, mailFrom));
      await captureLetter(mailFolder, letter, bytes as Buffer);
    },
    close: () => transport.close(),
  };
}

/** The recipient is given as an address, never as a header to be read: whatever it holds, it is one recipient. */
function message(letter: OutgoingLetter, from: string) {
  return {
    from,
    to: { name: '', address: letter.recipient },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    ...(letter.replyTo && {
      replyTo: letter.replyTo,
      envelope: { from: letter.replyTo, to: letter.recipient },
    }),
    messageId: letter.messageId,
    date: letter.writtenAt,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(letter.choicesUrl && {
        'List-Unsubscribe': `<${letter.choicesUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What a mail server says to a letter; null: it takes it. */
export type Refusal = { at: 'rcpt' | 'data'; code: number } | null;

export interface MailHost {
  url: string;
  /** What it took, in order. */
  messages: ParsedMail[];
  /** How many recipients were named to it, refused ones too. */
  tries(): number;
  /** What it says from now on, and what happens before it takes a message. */
  answer(refusal: (address: string) => Refusal, beforeTaking?: (mail: ParsedMail) => Promise<void>): void;
  close(): Promise<void>;
}

/** A mail server in this process. */
export async function startMailHost(): Promise<MailHost> {
  const messages: ParsedMail[] = [];
  let tries = 0;
  let refuse: (address: string) => Refusal = () => null;
  let beforeTaking: (mail: ParsedMail) => Promise<void> = async () => undefined;
  const failure = (code: number) => Object.assign(new Error('no'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      tries++;
      const refusal = refuse(address);
      done(refusal?.at === 'rcpt' ? failure(refusal.code) : null);
    },
    onData: (stream, session, done) => {
      simpleParser(stream)
        .then(async (mail) => {
          const refusal = refuse(session.envelope.rcptTo[0]!.address);
          if (refusal?.at === 'data') return done(failure(refusal.code));
          await beforeTaking(mail);
          messages.push(mail);
          done();
        })
        .catch(done); // a sender that was killed in the middle of a letter
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    tries: () => tries,
    answer(refusal, before = async () => undefined) {
      refuse = refusal;
      beforeTaking = before;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

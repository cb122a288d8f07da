import { ImapFlow } from 'imapflow';
import { mostBytes } from './domain/message.js';
import type { ReceivedMail } from './receive-mail.js';

/** Where a message goes in the mailbox once it is kept here. */
const takenFolder = 'Tongshan';
const mostAtOnce = 200;
/** Of a message that is too large: its header and the beginning of what it says. */
const beginning = 64 * 1024;

/**
 * Takes what lies in a mailbox: each message is kept first and moved aside then, so that a break at any point loses none;
 * what was kept and not moved is met again, and known by its bytes. Oldest first; ends early where `goesOn` says so.
 * @param address `imaps://user:password@host:993/INBOX`
 * @param keep resolves when the message is safe
 * @returns how many were taken
 * @throws where the server cannot be reached, refuses, or breaks off
 */
export async function takeMail(
  address: string,
  keep: (mail: ReceivedMail) => Promise<void>,
  goesOn: () => boolean,
): Promise<number> {
  const client = connectionTo(address);
  let failure: unknown = null;
  client.on('error', (error) => (failure = error)); // told by whatever waits for an answer
  try {
    await client.connect();
    await client.mailboxCreate(takenFolder); // which may be there
    await client.mailboxOpen(folderOf(address));
    const found = await client.search({ all: true }, { uid: true });
    if (!found) throw failure ?? new Error('the mail server did not say what is in the mailbox');
    let taken = 0;
    for (const uid of found.slice(0, mostAtOnce)) {
      if (!goesOn()) break;
      const mail = await fetchWhole(client, uid);
      if (!mail) continue; // removed by somebody else meanwhile
      await keep(mail);
      if (!(await client.messageMove(String(uid), takenFolder, { uid: true })))
        throw failure ?? new Error('the mail server did not move a message that was taken');
      taken++;
    }
    await client.logout();
    return taken;
  } finally {
    client.close();
  }
}

async function fetchWhole(client: ImapFlow, uid: number): Promise<ReceivedMail | null> {
  const about = await client.fetchOne(String(uid), { size: true }, { uid: true });
  if (!about) return null;
  const size = about.size ?? 0;
  const source = size > mostBytes ? { start: 0, maxLength: beginning } : true;
  const fetched = await client.fetchOne(String(uid), { source }, { uid: true });
  if (!fetched || !fetched.source) return null;
  const raw = fetched.source.subarray(0, mostBytes);
  return { raw, size: Math.max(size, fetched.source.length) };
}

function connectionTo(address: string): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(address);
  const isSecure = protocol === 'imaps:';
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  const options = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : isSecure ? 993 : 143,
    secure: isSecure,
    // a password never goes out in clear, but to ourselves
    ...(!isSecure && !isLoopback && { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false as const,
    disableAutoIdle: true,
    connectionTimeout: 20_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  };
  return new ImapFlow(options);
}

function folderOf(address: string): string {
  return decodeURIComponent(new URL(address).pathname.slice(1)) || 'INBOX';
}

import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A mailbox behind IMAP (RFC 9051), as much of it as taking mail needs. */
export interface MailboxHost {
  url: string;
  /** What lies in INBOX, by its number, and what was moved aside. */
  inbox: Map<number, Buffer>;
  taken: Buffer[];
  /** The connection breaks off when this is asked for the n-th time, before it is answered; null: never. */
  breakAt: { command: 'FETCH' | 'MOVE'; count: number } | null;
  signIns: number;
  close(): Promise<void>;
}

export async function startMailboxHost(password: string): Promise<MailboxHost> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => undefined);
    serve(socket, host, password);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const host: MailboxHost = {
    url: `imap://box%40tongshan.example:${encodeURIComponent(password)}@127.0.0.1:${port}/INBOX`,
    inbox: new Map(),
    taken: [],
    breakAt: null,
    signIns: 0,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return host;
}

function serve(socket: Socket, host: MailboxHost, password: string): void {
  const say = (line: string) => void socket.write(`${line}\r\n`);
  let unread = '';
  say('* OK [CAPABILITY IMAP4rev1 MOVE] ready');
  socket.on('data', (bytes) => {
    unread += bytes.toString('latin1');
    for (let end = unread.indexOf('\r\n'); end >= 0; end = unread.indexOf('\r\n')) {
      const line = unread.slice(0, end);
      unread = unread.slice(end + 2);
      answer(line);
    }
  });

  function answer(line: string): void {
    const [tag = '', ...words] = line.split(' ');
    const isByUid = words[0]?.toUpperCase() === 'UID';
    const command = (isByUid ? words[1] : words[0])?.toUpperCase() ?? '';
    const rest = words.slice(isByUid ? 2 : 1);
    if (host.breakAt?.command === command && --host.breakAt.count === 0) {
      host.breakAt = null;
      return void socket.destroy();
    }
    const done = (text = 'done') => say(`${tag} OK ${text}`);
    switch (command) {
      case 'CAPABILITY':
        say('* CAPABILITY IMAP4rev1 MOVE');
        return done();
      case 'LOGIN': {
        if (!rest.join(' ').includes(password)) return void say(`${tag} NO [AUTHENTICATIONFAILED] no`);
        host.signIns++;
        return done('[CAPABILITY IMAP4rev1 MOVE] signed in');
      }
      case 'LIST':
        say('* LIST (\\HasNoChildren) "/" INBOX');
        return done();
      case 'CREATE':
        return void say(`${tag} NO [ALREADYEXISTS] it is there`);
      case 'SELECT':
        say('* FLAGS (\\Seen \\Deleted)');
        say(`* ${host.inbox.size} EXISTS`);
        say('* OK [UIDVALIDITY 1] valid');
        return done('[READ-WRITE] open');
      case 'SEARCH':
        say(`* SEARCH ${[...host.inbox.keys()].join(' ')}`.trimEnd());
        return done();
      case 'FETCH':
        return fetched(Number(rest[0]), line, done);
      case 'MOVE':
        return moved(Number(rest[0]), done);
      case 'LOGOUT':
        say('* BYE');
        done();
        return void socket.end();
      default:
        return done();
    }
  }

  function fetched(uid: number, line: string, done: () => void): void {
    const message = host.inbox.get(uid);
    if (message) {
      const place = [...host.inbox.keys()].indexOf(uid) + 1;
      const part = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/i.exec(line);
      const [from, length] = [Number(part?.[1] ?? 0), Number(part?.[2] ?? message.length)];
      const bytes = message.subarray(from, from + length);
      socket.write(`* ${place} FETCH (UID ${uid} RFC822.SIZE ${message.length}`);
      if (part) {
        socket.write(` BODY[]${part[1] ? `<${part[1]}>` : ''} {${bytes.length}}\r\n`);
        socket.write(bytes);
      }
      say(')');
    }
    done();
  }

  function moved(uid: number, done: () => void): void {
    const place = [...host.inbox.keys()].indexOf(uid) + 1;
    const message = host.inbox.get(uid);
    if (message) {
      host.inbox.delete(uid);
      host.taken.push(message);
      say(`* ${place} EXPUNGE`);
    }
    done();
  }
}

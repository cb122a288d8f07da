import type { Answer, Client, TestApp } from '../../support/app.js';
import type { Heard } from './ask.js';
import type { Operation } from './contract.js';

export interface Overheard {
  operation: Operation;
  account: string;
  body: unknown;
  heard: Heard;
}

/** The same application, and what is asked of its operations through it is heard. */
export function listenTo(app: TestApp, operations: readonly Operation[], heard: (said: Overheard) => void): TestApp {
  const patterns = operations.map((operation) => {
    const pattern = new RegExp(`^${operation.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
    return { operation, pattern };
  });
  const listening = (client: Client, account: string): Client => {
    const send: Client['send'] = async (method, path, body, headers) => {
      const answer = await client.send<any>(method, path, body, headers);
      const found = patterns.find(
        ({ operation, pattern }) => operation.method === method && pattern.test(path.split('?')[0]!),
      );
      if (found) heard({ operation: found.operation, account, body, heard: heardOf(answer) });
      return answer;
    };
    return {
      send,
      get: (path, headers) => send('GET', path, undefined, headers),
      post: (path, body = {}, headers) => send('POST', path, body, headers),
    };
  };
  return {
    ...app,
    by: (account) => listening(app.by(account), account),
    signedIn: async (account) => listening(await app.signedIn(account), account),
  };
}

function heardOf({ status, headers, body }: Answer): Heard {
  const mediaType = (headers.get('content-type') ?? '').split(';')[0]!.trim();
  return { status, headers, body, mediaType: body === '' ? '' : mediaType };
}

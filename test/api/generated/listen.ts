import type { Answer, Client, TestApp } from '../../support/app.js';
import type { Heard } from './ask.js';
import { leadsTo, type Operation } from './contract.js';

export interface Overheard {
  operation: Operation;
  account: string;
  body: unknown;
  heard: Heard;
}

/** The same application, and what is asked of its operations through it is heard. */
export function listenTo(app: TestApp, operations: readonly Operation[], heard: (said: Overheard) => void): TestApp {
  const listening = (client: Client, account: string): Client => {
    const send: Client['send'] = async (method, path, body, headers) => {
      const answer = await client.send<any>(method, path, body, headers);
      const able = operations.filter((one) => one.method === method && leadsTo(one, path.split('?')[0]!));
      const operation = able.find((one) => one.path === path) ?? able[0];
      if (operation) heard({ operation, account, body, heard: heardOf(answer) });
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

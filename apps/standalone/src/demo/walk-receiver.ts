import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyWebhook, type WebhookEvent } from '#client';
import { WalkFailure } from './walk-api.js';

interface Received {
  body: string;
  headers: Record<string, string>;
  /** `performance.now()` when the whole message had come. */
  at: number;
}

export interface Receiver {
  url: string;
  /** The first message about a matter, with its signature checked. */
  about(secret: string, matterId: string, seconds: number): Promise<{ message: WebhookEvent; at: number }>;
  close(): void;
}

const largest = 100_000;

/** A platform's own server, as small as it can be: keeps what it is sent and answers 204. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
      if (body.length > largest) request.destroy();
    });
    request.on('end', () => {
      received.push({ body, headers: request.headers as Record<string, string>, at: performance.now() });
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tongshan`,
    async about(secret, matterId, seconds) {
      for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
        const delivery = received.find(({ body }) => body.includes(matterId));
        if (delivery) return { message: verified(secret, delivery), at: delivery.at };
        await new Promise((resume) => setTimeout(resume, 10));
      }
      throw new WalkFailure(`no webhook about ${matterId} came within ${seconds} s`);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The message, checked as any receiver would check it. */
function verified(secret: string, { body, headers }: Received): WebhookEvent {
  try {
    return verifyWebhook(body, headers, secret);
  } catch (failure) {
    throw new WalkFailure(`the webhook's signature does not hold: ${(failure as Error).message}`);
  }
}

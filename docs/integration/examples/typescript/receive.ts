import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks'; // npm install standardwebhooks

const webhook = new Webhook(process.env.TONGSHAN_WEBHOOK_SECRET!);
// in production: a column with a unique constraint, which survives a restart
const seen = new Set<string>();

createServer(async (request, response) => {
  const body = await buffer(request); // every byte first, then the signature, then the JSON
  let event: { type: string; data: { url: string | null } };
  try {
    event = webhook.verify(body, request.headers as Record<string, string>) as typeof event;
  } catch {
    return void response.writeHead(401).end();
  }
  const id = request.headers['webhook-id'] as string;
  if (seen.has(id)) return void response.writeHead(208).end();
  seen.add(id);
  response.writeHead(204).end();
  console.log(event.type, event.data.url); // from here on: your own work, after the answer
}).listen(Number(process.env.PORT ?? 8080));

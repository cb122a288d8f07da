/** How a receiver checks a signature, with the stock library of Standard Webhooks. */
export const snippets = {
  TypeScript: `import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks'; // npm install standardwebhooks

const webhook = new Webhook(process.env.TONGSHAN_WEBHOOK_SECRET!);

createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  try {
    const event = webhook.verify(body, request.headers as Record<string, string>);
    console.log(event);
    response.writeHead(204).end();
  } catch {
    response.writeHead(400).end();
  }
}).listen(8080);
`,
  Python: `import os
from flask import Flask, request
from standardwebhooks.webhooks import Webhook  # pip install standardwebhooks flask

app = Flask(__name__)
webhook = Webhook(os.environ["TONGSHAN_WEBHOOK_SECRET"])

@app.post("/tongshan")
def tongshan():
    event = webhook.verify(request.get_data(), dict(request.headers))
    print(event)
    return "", 204
`,
} as const;

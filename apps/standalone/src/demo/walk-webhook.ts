import { type Caller, must } from './walk-api.js';
import type { Filed } from './walk-filing.js';
import type { Receiver } from './walk-receiver.js';
import type { Terminal } from './walk-terminal.js';

export interface Endpoint {
  id: string;
  secret: string;
}

/** From the sending of the complaint to the arrival of the message, filing itself included. */
const withinMs = 1_000;

export async function registerEndpoint(
  platform: Caller,
  receiver: Receiver,
  { step, tell }: Terminal,
): Promise<Endpoint> {
  step('抖音登记一个回调地址', 'Douyin registers a webhook endpoint with its API key');
  const endpoint = await platform.post<Endpoint>('/v1/webhook-endpoints', {
    url: receiver.url,
    events: ['notice.served'],
    description: 'npm run demo',
  });
  tell(`${receiver.url} → secret ${endpoint.secret.slice(0, 10)}… (shown once)`);
  return endpoint;
}

/** The message about Douyin's notice: signed, and there within a second. */
export async function checkWebhook(
  receiver: Receiver,
  { secret }: Endpoint,
  { notices: { douyin }, sentAt }: Filed,
  { step, tell }: Terminal,
): Promise<void> {
  step('签名回调一秒内到达', 'A signed webhook reached its endpoint within a second');
  const { message, at } = await receiver.about(secret, douyin.id, 10);
  const latency = Math.round(at - sentAt);
  tell(`${message.type} ${douyin.number} → ${latency} ms after the complaint was sent`);
  tell('signature (Standard Webhooks, HMAC-SHA256) → verified');
  must(message.type === 'notice.served', `the webhook says ${message.type}`);
  must(latency < withinMs, `the webhook took ${latency} ms; it should be there within ${withinMs} ms`);
}

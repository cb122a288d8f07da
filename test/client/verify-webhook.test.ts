import { jest } from '@jest/globals';
import { verifyWebhook, WebhookVerificationError } from '#client';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { type ReceivedRequest, type Receiver, startReceiver } from '../support/receiver.js';

let app: TestApp;
let receiver: Receiver;
let endpoint: { id: string; secret: string; publicKey: string };
let noticeId: string;
let served: ReceivedRequest;

beforeAll(async () => {
  app = await startTestApp();
  receiver = await startReceiver();
  const wish = { url: receiver.url, events: ['notice.served'], signatures: ['v1', 'v1a'] };
  endpoint = (await app.by('platform').post('/v1/webhook-endpoints', wish)).body;
  const filed = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
  noticeId = filed.body.notices[0].id;
  served = await eventually(async () => receiver.requests.find(({ body }) => body.includes(noticeId)));
});
afterAll(async () => {
  await receiver.close();
  await app.close();
});

const keys = () => [endpoint.secret, endpoint.publicKey];
const expectRefused = (body: string, headers: ReceivedRequest['headers'], key: string) =>
  expect(() => verifyWebhook(body, headers, key)).toThrow(WebhookVerificationError);

it('a real message is read with the secret and with the public key, from whatever holds its headers', () => {
  for (const key of keys()) {
    const message = verifyWebhook(served.body, served.headers, key);
    expect(message.type).toBe('notice.served');
    expect(message.data.matter.id).toBe(noticeId);
    const headers = new Headers(served.headers as Record<string, string>);
    expect(verifyWebhook(Buffer.from(served.body), headers, key)).toEqual(message);
  }
});

it('another body, another id, another time, another key, no signature: all are refused', () => {
  const { body, headers } = served;
  for (const key of keys()) {
    expectRefused(body.replace('notice.served', 'notice.closed'), headers, key);
    expectRefused(body, { ...headers, 'webhook-id': 'msg_other' }, key);
    expectRefused(body, { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) }, key);
    for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
      expectRefused(body, { ...headers, [name]: undefined }, key);
    }
  }
  expectRefused(body, headers, `whsec_${Buffer.alloc(32, 1).toString('base64')}`);
  const strange = `whpk_${Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex').toString('base64')}`;
  expectRefused(body, headers, strange);
});

it('a message that is ten minutes old is refused, however well it is signed', () => {
  const now = Date.now();
  const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 600_000);
  try {
    for (const key of keys()) expectRefused(served.body, served.headers, key);
  } finally {
    clock.mockRestore();
  }
});

it('during a rotation the old keys and the new ones read it', async () => {
  const { body: rotated } = await app.by('platform').post(`/v1/webhook-endpoints/${endpoint.id}/secret/rotate`);
  await app.by('platform').post(`/v1/webhook-endpoints/${endpoint.id}/test`);
  const { body, headers } = await eventually(async () => receiver.requests.find((one) => one.body.includes('isTest')));
  for (const key of [...keys(), rotated.secret, rotated.publicKey]) {
    expect(verifyWebhook(body, headers, key).type).toBe('notice.served');
  }
});

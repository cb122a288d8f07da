import type { ChildProcess } from 'node:child_process';
import { type Client, eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { linkIn, openPage } from '../support/mail-page.js';
import { type ReceivedRequest, type Receiver, startReceiver } from '../support/receiver.js';
import { type MailHost, startMailHost } from '../support/smtp.js';
import { killProcess, startWorkerProcess } from '../support/killable-worker.js';

/** The story of a platform that integrates, and of a small one that does not, told with two workers of which one dies. */
let app: TestApp;
let host: MailHost;
let receiver: Receiver;
let workers: ChildProcess[];
let isBroken = false;
/** The platform's program, by the key that its engineer made. */
let program: Client;
let endpoint: { id: string; secret: string };
const mailed = 'copyright@mgtv.example';

beforeAll(async () => {
  host = await startMailHost();
  app = await startTestApp({ worker: false, environment: { MAIL_URL: host.url } });
  receiver = await startReceiver((_request, response) => {
    if (isBroken) response.writeHead(500).end('we are down');
    else response.writeHead(204).end();
  });
  const operator = app.by('operator');
  const { body } = await operator.get('/v1/platforms?q=mgtv');
  await operator.send('PATCH', `/v1/platforms/${body.data[0].id}`, { contactEmail: mailed });
  workers = [startWorkerProcess(app.configuration), startWorkerProcess(app.configuration)];
}, 60_000);
afterAll(async () => {
  await Promise.all(workers.map(killProcess));
  await receiver?.close();
  await app?.close();
  await host?.close();
});

/** One complaint about a thing at each of the two platforms. */
async function file(): Promise<{ own: string; byMail: string }> {
  const { status, body } = await app
    .by('rights')
    .post('/v1/complaints', complaintAbout([pasted.netdisk(), pasted.notJoined()]));
  expect(status).toBe(201);
  const idOf = (state: string) => body.notices.find((notice: { state: string }) => notice.state === state).id;
  return { own: idOf('served'), byMail: idOf('awaiting_service') };
}
const heardOf = (type: string, noticeId: string): Promise<ReceivedRequest> =>
  eventually(async () => receiver.requests.find(({ body }) => isAbout(JSON.parse(body), type, noticeId)), 60);
const isAbout = (message: any, type: string, noticeId: string) =>
  message.type === type && message.data.matter.id === noticeId;
const idsHeard = () => new Set(receiver.requests.map(({ headers }) => headers['webhook-id']));
const read = async (noticeId: string) => (await app.by('rights').get(`/v1/notices/${noticeId}`)).body;

/** Everything that concerns the platform, as its feed tells it. */
async function feed(): Promise<any[]> {
  const events: any[] = [];
  for (let after = ''; ;) {
    const { data } = (await program.get(`/v1/events?limit=200${after}`)).body;
    if (data.length === 0) return events;
    events.push(...data);
    after = `&after=${data.at(-1).cursor}`;
  }
}
const deliveries = async (state: string): Promise<any[]> =>
  (await program.get(`/v1/webhook-endpoints/${endpoint.id}/deliveries?state=${state}&limit=200`)).body.data;

it('an engineer makes a key, registers an address, and verifies a signed example with a stock library', async () => {
  const engineer = await app.signedIn('platform');
  const scopes = ['notices:read', 'notices:act', 'webhooks:manage'];
  const { body } = await engineer.post('/v1/api-keys', { name: 'first steps', scopes });
  expect(body.key).toMatch(/^tsk_test_/);
  program = app.with(body.key);
  endpoint = (await program.post('/v1/webhook-endpoints', { url: receiver.url, events: ['*'] })).body;
  expect((await program.post(`/v1/webhook-endpoints/${endpoint.id}/test`)).status).toBe(202);
  const example = await eventually(async () => receiver.requests[0], 90);
  expect(receiver.verify(endpoint.secret, example)).toMatchObject({ data: expect.anything() });
  const changed = { ...example, body: example.body.replace('"type"', '"typo"') };
  expect(() => receiver.verify(endpoint.secret, changed)).toThrow();
});

it('a notice is announced, and answered by API; the rights holder sees it', async () => {
  const { own } = await file();
  const announced = receiver.verify(endpoint.secret, await heardOf('notice.served', own));
  const notice = (await program.get(`/v1/notices/${announced.data.matter.id}`)).body;
  const decisions = [{ itemId: notice.items[0].id, outcome: 'removed' }];
  expect((await program.post(`/v1/notices/${own}/decisions`, { decisions })).status).toBe(200);
  await heardOf('notice.decided', own);
  expect(await read(own)).toMatchObject({ outcome: 'upheld', items: [{ state: 'actioned' }] });
});

it('a small platform gets the same complaint by mail, its scanner triggers nothing, and two clicks answer it', async () => {
  const { byMail } = await file();
  const served = await eventually(async () => {
    const notice = await read(byMail);
    return notice.state === 'served' && notice;
  }, 60);
  const letter = host.messages.find(({ subject }) => subject!.includes(served.number))!;
  expect([letter.to].flat()[0]!.text).toBe(mailed);
  const link = linkIn(letter, app.url);
  for (const method of ['HEAD', 'GET', 'GET', 'GET']) await fetch(link, { method });
  expect((await read(byMail)).state).toBe('served');
  const page = await openPage(link);
  await page.press('all:removed');
  expect(await read(byMail)).toMatchObject({
    outcome: 'upheld',
    items: [{ state: 'actioned', disposition: 'removed' }],
  });
});

it('the receiver is broken for a day while a worker is killed: attempts are listed with what was answered', async () => {
  isBroken = true;
  for (let n = 0; n < 6; n++) await file();
  await eventually(async () => (await deliveries('pending')).some(({ attempts }) => attempts.length > 0), 60);
  await killProcess(workers[0]);
  for (let n = 0; n < 3; n++) await file();
  await app.advance('PT23H');
  const waiting = await eventually(async () => {
    const pending = await deliveries('pending');
    return pending.length >= 9 && pending.every(({ attempts }) => attempts.length > 0) && pending;
  }, 90);
  const { attempts } = (await program.get(`/v1/webhook-deliveries/${waiting[0].id}`)).body;
  expect(attempts[0]).toMatchObject({ statusCode: 500, answer: 'we are down', request: { url: receiver.url } });
}, 180_000);

it('once it is mended nothing is lost: by retries, sent again, recovered from a moment on, or read from the feed', async () => {
  isBroken = false;
  receiver.requests.length = 0;
  const [first] = await deliveries('pending');
  expect((await program.post(`/v1/webhook-deliveries/${first.id}/resend`)).status).toBe(202);
  await eventually(async () => idsHeard().has(`msg_${first.eventId}`), 60);
  await app.advance('PT25H'); // the longest wait between two tries
  await eventually(async () => (await deliveries('pending')).length === 0, 90);
  expect(await deliveries('exhausted')).toEqual([]);
  for (const request of receiver.requests) receiver.verify(endpoint.secret, request); // a fresh stamp on each try

  const path = `/v1/webhook-endpoints/${endpoint.id}`;
  await program.send('PATCH', path, { state: 'disabled' });
  const { own } = await file();
  await eventually(async () => (await feed()).some((event) => isAbout(event, 'notice.served', own)), 60);
  await program.send('PATCH', path, { state: 'enabled' });
  const { now } = (await app.by('operator').get('/v1/sandbox/clock')).body;
  const since = new Date(Date.parse(now) - 10 * 86_400_000).toISOString();
  expect((await program.post(`${path}/recover`, { since })).status).toBe(202);
  await heardOf('notice.served', own);
  await eventually(async () => {
    const delivered = (await deliveries('delivered')).map(({ eventId }) => eventId);
    return (await feed()).every(({ id }) => delivered.includes(id));
  }, 60);
}, 240_000);

import { request } from 'node:http';
import { type Answer, eventually, startTestApp, type TestApp } from '../support/app.js';
import { storedFiles } from './upload.js';

const mebibyte = 1024 * 1024;
const large = 200 * mebibyte;

/** Streams so many bytes of text as one file; returns the answer, how much was sent, and the most memory held meanwhile. */
async function stream(app: TestApp, bytes: number): Promise<Answer & { sent: number; mostHeld: number }> {
  const part = Buffer.alloc(256 * 1024, 'line of evidence\n');
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';
  const tail = '\r\n--x--\r\n';
  let mostHeld = 0;
  const watch = setInterval(() => (mostHeld = Math.max(mostHeld, process.memoryUsage.rss())), 5);
  let sent = 0;
  const outgoing = request(`${app.url}/v1/files`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${app.keys['rights@demo.test']}`,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': head.length + bytes + tail.length,
    },
  });
  const answered = new Promise<Answer>((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (data: Buffer) => parts.push(data));
      response.on('end', () => {
        const body = JSON.parse(Buffer.concat(parts).toString());
        resolve({ status: response.statusCode!, headers: new Headers(), body });
      });
    });
  });
  let isAnswered = false;
  void answered.finally(() => (isAnswered = true)).catch(() => undefined);
  try {
    outgoing.write(head);
    while (sent < bytes && !isAnswered) {
      const next = part.subarray(0, Math.min(part.length, bytes - sent));
      sent += next.length;
      if (!outgoing.write(next)) await Promise.race([new Promise((done) => outgoing.once('drain', done)), answered]);
    }
    if (!isAnswered) outgoing.end(tail);
    return { ...(await answered), sent, mostHeld };
  } finally {
    outgoing.destroy();
    clearInterval(watch);
  }
}

it('200 MB are stopped as soon as the limit is passed, by its name, and leave nothing', async () => {
  const app = await startTestApp({ worker: false });
  try {
    const { status, body, sent } = await stream(app, large);
    expect([status, body.code, body.maxFileBytes]).toEqual([413, 'file_too_large', 100 * mebibyte]);
    expect(body.detail).toContain('100 MiB');
    // what lay in the buffers between is more than the limit, far from the whole
    expect(sent).toBeLessThan(130 * mebibyte);
    await eventually(async () => (await storedFiles(app)).incoming.length === 0);
    expect(await storedFiles(app)).toEqual({ incoming: [], objects: [] });
  } finally {
    await app.close();
  }
}, 60_000);

it('200 MB are taken where the limit allows it, and are never held in memory', async () => {
  const app = await startTestApp({ worker: false, environment: { MAX_FILE_BYTES: String(300 * mebibyte) } });
  try {
    await stream(app, 10 * mebibyte); // code and buffers that every upload needs
    const before = process.memoryUsage.rss();
    const { status, body, mostHeld } = await stream(app, large);
    expect([status, body.size, body.mediaType]).toEqual([201, large, 'text/plain']);
    // far from its size: what is held besides is the noise of two servers and a client in one process
    expect(mostHeld - before).toBeLessThan(0.75 * large);
    expect((await storedFiles(app)).incoming).toEqual([]);
  } finally {
    await app.close();
  }
}, 120_000);

it('whoever goes on sending after a refusal is cut off', async () => {
  const app = await startTestApp({ worker: false, environment: { MAX_FILE_BYTES: '1024' } });
  try {
    const outgoing = request(`${app.url}/v1/files`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${app.keys['rights@demo.test']}`,
        'content-type': 'multipart/form-data; boundary=x',
      },
    });
    const closed = new Promise((resolve) => {
      outgoing.on('error', () => undefined);
      outgoing.on('close', resolve);
    });
    const status = new Promise((resolve) => outgoing.on('response', (answer) => resolve(answer.resume().statusCode)));
    outgoing.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
    const dripping = setInterval(() => outgoing.write('x'.repeat(500)), 50);
    expect(await status).toBe(413);
    await closed;
    clearInterval(dripping);
  } finally {
    await app.close();
  }
}, 30_000);

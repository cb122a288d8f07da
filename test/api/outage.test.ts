import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chmodSync } from 'node:fs';
import { install } from '../../apps/api/src/install.js';
import { startEmbeddedPostgres } from '../../apps/standalone/src/postgres/embedded-postgres.js';
import { eventually, startTestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { startReceiver } from '../support/receiver.js';

it('answers 503 while the database is away, loses nothing, and goes on by itself when it is back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tongshan-outage-'));
  chmodSync(folder, 0o755);
  let postgres = await startEmbeddedPostgres({ dataFolder: folder });
  const port = Number(new URL(postgres.url).port);
  await install(postgres.url);
  const app = await startTestApp({ environment: { DATABASE_URL: postgres.url } });
  const receiver = await startReceiver();
  try {
    await app.by('platform').post('/v1/webhook-endpoints', { url: receiver.url, events: ['notice.served'] });
    const before = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
    expect(before.status).toBe(201);
    await eventually(async () => receiver.requests.length === 1);

    await postgres.stop();
    for (const ask of [
      () => app.by('rights').get('/v1/complaints'),
      () => app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()])),
    ]) {
      const { status, headers, body } = await ask();
      expect([status, body.code, headers.get('retry-after') !== null]).toEqual([503, 'unavailable', true]);
      expect(headers.get('content-type')).toMatch('application/problem+json');
      expect(JSON.stringify(body)).not.toMatch(/ECONN|postgres|5432/);
    }
    expect((await app.with(null).get('/livez')).status).toBe(200);
    expect((await app.with(null).get('/readyz')).status).toBe(503);

    postgres = await startEmbeddedPostgres({ dataFolder: folder, port });
    await eventually(async () => (await app.with(null).get('/readyz')).status === 200, 20);
    const { body: kept } = await app.by('rights').get(`/v1/complaints/${before.body.id}`);
    expect(kept).toMatchObject({ number: before.body.number, state: 'filed' });
    const after = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
    expect(after.status).toBe(201);
    // relay, listeners and deliveries have come back as well
    await eventually(async () => receiver.requests.length === 2, 20);
    expect(await app.advance('PT25H')).toMatchObject({ escalations: 2 });
  } finally {
    await receiver.close();
    await app.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 90_000);

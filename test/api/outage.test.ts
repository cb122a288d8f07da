import { databaseOptions } from '#database';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chmodSync } from 'node:fs';
import { install } from '../../apps/api/src/install.js';
import { startEmbeddedPostgres } from '../../apps/standalone/src/postgres/embedded-postgres.js';
import { type Answer, eventually, startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/database.js';
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

    const attempts: Attempt[] = [];
    const filing = Array.from({ length: 8 }, (_, filer) => fileUntilRefused(app, `filer ${filer}`, attempts));
    await eventually(async () => attempts.length >= 40, 60); // and eight more are under way
    await postgres.stop();
    await Promise.all(filing);
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
    await eventually(async () => (await app.with(null).get('/readyz')).status === 200, 60);
    const { body: kept } = await app.by('rights').get(`/v1/complaints/${before.body.id}`);
    expect(kept).toMatchObject({ number: before.body.number, state: 'filed' });
    await expectNothingLost(app, attempts);
    const after = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
    expect(after.status).toBe(201);
    // relay, listeners and deliveries have come back as well
    const [{ served }] = await app.database.query('select count(*)::int as served from notices');
    const heard = () => new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size;
    await eventually(async () => heard() === served, 120); // a broken attempt keeps its lease of 20 s; what lost its job is found within 40 s
    expect(await app.advance('PT25H')).toMatchObject({ escalations: served });
    await eventually(() => isEveryPoolShownAlive(app), 60);
  } finally {
    await receiver.close();
    await app.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 400_000);

it('is not ended by a connection that is lost before anybody uses it', async () => {
  const test = await createTestDatabase();
  const database = await new DataSource(databaseOptions(test.url, [])).initialize();
  const { master } = database.driver as unknown as { master: pg.Pool };
  // asked in the very turn of the loop in which the connection became ready
  const listeners = await new Promise((resolve) => {
    master.connect((_failure, client, release) => {
      resolve(client?.listenerCount('error'));
      release(true);
    });
  });
  expect(listeners).toBeGreaterThan(0);
  await database.destroy();
  await test.drop();
});

interface Attempt {
  clientRef: string;
  answer: Answer;
}

/** Files one complaint after the other until the database is away; every answer counts. */
async function fileUntilRefused(app: TestApp, name: string, attempts: Attempt[]): Promise<void> {
  for (let n = 0; n < 2_000; n++) {
    const clientRef = `${name}, ${n}`;
    const answer = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()], { clientRef }));
    attempts.push({ clientRef, answer });
    if (answer.status !== 201) return;
  }
}

/** What was answered 201 is there; what was in flight was answered 503, and can be sent again without a second complaint. */
async function expectNothingLost(app: TestApp, attempts: readonly Attempt[]): Promise<void> {
  expect(new Set(attempts.map(({ answer }) => answer.status))).toEqual(new Set([201, 503]));
  const rows = await app.database.query('select id, client_ref from complaints where client_ref is not null');
  const kept = new Map(rows.map((row: { id: string; client_ref: string }) => [row.client_ref, row.id]));
  for (const { clientRef, answer } of attempts) {
    if (answer.status === 201) {
      expect(kept.get(clientRef)).toBe(answer.body.id);
      continue;
    }
    expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
    const again = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()], { clientRef }));
    expect(again.status).toBe(kept.has(clientRef) ? 409 : 201);
  }
}

/** A pool that does not show itself would have its jobs taken away by the next process, while it works on them. */
async function isEveryPoolShownAlive(app: TestApp): Promise<boolean> {
  const [row] = await app.database.query(
    `select count(*)::int as n from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and a.application_name = 'tongshan-pool' and a.datname = current_database()`,
  );
  return row.n > 0;
}

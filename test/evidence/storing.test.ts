import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { clearIncoming, keepContent, type ObjectStore, openObjectStore, receiveFile, removeOrphans } from '#evidence';
import { EvidenceUpkeep } from '../../apps/worker/src/evidence-upkeep.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { root } from '../house/source-tree.js';
import { download, storedFiles, upload } from './upload.js';

let app: TestApp;
let store: ObjectStore;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
  store = openObjectStore(app.configuration);
}, 60_000);
afterAll(() => app.close());

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');
const placeOf = (hash: string) =>
  join(app.configuration.evidenceFolder, 'objects', hash.slice(0, 2), hash.slice(2, 4), hash);
const age = (hash: string, hours: number) =>
  app.database.query(
    `update evidence_objects set touched_at = touched_at - make_interval(hours => $2) where sha256 = $1`,
    [hash, hours],
  );
/** An upload whose process dies before the row is written. */
async function breakOff(content: string): Promise<string> {
  const received = await receiveFile(Readable.from([Buffer.from(content)]), app.configuration.evidenceFolder, 1_000);
  await keepContent(app.database, store, received, 'a.txt');
  return received.sha256;
}

describe('a process that dies', () => {
  it('between content and row leaves a content that upkeep removes after a day, not before', async () => {
    const hash = await breakOff('nobody knows of me');
    expect(await store.has(hash)).toBe(true);
    await age(hash, 23);
    expect([await removeOrphans(app.database, store), await store.has(hash)]).toEqual([0, true]);
    await age(hash, 2);
    expect([await removeOrphans(app.database, store), await store.has(hash)]).toEqual([1, false]);
    expect(await app.database.query('select 1 from evidence_objects where sha256 = $1', [hash])).toEqual([]);
  });

  it('while it removes a content is followed by another; an upload of it meanwhile is told to come again', async () => {
    const hash = await breakOff('half removed');
    await age(hash, 25);
    await app.database.query('update evidence_objects set removing_at = touched_at where sha256 = $1', [hash]);
    const told = await upload(app, 'rights', 'half removed');
    expect([told.status, told.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await removeOrphans(app.database, store)).toBe(1);
    const again = await upload(app, 'rights', 'half removed');
    expect([again.status, await store.has(hash)]).toEqual([201, true]);
  });

  it('while it receives leaves a part that the next start removes once it is old', async () => {
    const folder = join(app.configuration.evidenceFolder, 'incoming');
    await mkdir(folder, { recursive: true });
    for (const name of ['old', 'young']) await writeFile(join(folder, name), 'half');
    const twoHoursAgo = Date.now() / 1000 - 7_200;
    await utimes(join(folder, 'old'), twoHoursAgo, twoHoursAgo);
    const next = await startTestApp({
      worker: false,
      environment: {
        DATABASE_URL: app.configuration.databaseUrl,
        EVIDENCE_FOLDER: app.configuration.evidenceFolder,
      },
    });
    await next.close();
    expect((await storedFiles(app)).incoming).toEqual(['young']);
    await utimes(join(folder, 'young'), twoHoursAgo, twoHoursAgo);
    await clearIncoming(app.configuration.evidenceFolder);
    expect((await storedFiles(app)).incoming).toEqual([]);
  });
});

it('the worker keeps the store', async () => {
  const hash = await breakOff('found by the worker');
  await age(hash, 25);
  const worker = await app.startWorker();
  await worker.get(EvidenceUpkeep).run();
  expect(await store.has(hash)).toBe(false);
});

describe('a content that a file has', () => {
  it('is kept however old it is, and goes when the last file with it was taken back', async () => {
    const [first, second] = [await upload(app, 'rights', 'kept'), await upload(app, 'partner', 'kept')];
    await age(first.body.sha256, 1_000);
    expect(await removeOrphans(app.database, store)).toBe(0);
    await app.by('rights').send('DELETE', `/v1/files/${first.body.id}`);
    expect(await removeOrphans(app.database, store)).toBe(0);
    expect((await download(app, 'partner', `/v1/files/${second.body.id}/content`)).body.toString()).toBe('kept');
    await app.by('partner').send('DELETE', `/v1/files/${second.body.id}`);
    expect([await removeOrphans(app.database, store), await store.has(first.body.sha256)]).toEqual([1, false]);
  });

  it('is never handed out whole when it was changed in the store', async () => {
    const content = 'x'.repeat(300_000);
    for (const text of ['short', content]) {
      const { body } = await upload(app, 'rights', text);
      await writeFile(placeOf(body.sha256), text.replace(/.$/, 'y'));
      const outcome = await download(app, 'rights', `/v1/files/${body.id}/content`).then(
        ({ status }) => status,
        () => 'broke off',
      );
      expect([500, 'broke off']).toContain(outcome);
    }
    expect((await app.with(null).get('/livez')).status).toBe(200);
  });

  it('that is gone from the store is a fault of ours, and the process lives on', async () => {
    const { body } = await upload(app, 'rights', 'lost');
    await store.remove(sha256('lost'));
    expect((await download(app, 'rights', `/v1/files/${body.id}/content`)).status).toBe(500);
    expect((await app.with(null).get('/livez')).status).toBe(200);
  });
});

it('two processes that store the same contents at once store each once and whole', async () => {
  const { evidenceFolder, databaseUrl } = app.configuration;
  const children = [1, 2].map(() =>
    spawn(
      process.execPath,
      [
        '--import',
        join(root, 'test/support/register-source.mjs'),
        join(root, 'test/evidence/put-content.ts'),
        evidenceFolder,
        databaseUrl,
        'the same',
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    ),
  );
  await Promise.all(children.map((child) => once(child.stdout, 'data')));
  const ends = children.map((child) => once(child, 'exit'));
  for (const child of children) child.stdin.write('go\n');
  expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0]);
  for (let round = 0; round < 20; round++) {
    const content = `the same ${round}\n${Buffer.alloc(200_000, 'evidence\n').toString()}`;
    expect((await readFile(placeOf(sha256(content)), 'utf8')) === content).toBe(true);
  }
  expect((await storedFiles(app)).incoming).toEqual([]);
}, 30_000);

it('two uploads of the same content through two APIs at once are two files with one content', async () => {
  const other = await startTestApp({
    worker: false,
    environment: { DATABASE_URL: app.configuration.databaseUrl, EVIDENCE_FOLDER: app.configuration.evidenceFolder },
  });
  try {
    const text = 'z'.repeat(1_000_000);
    const answers = await Promise.all(
      [app, other, app, other].map((one) => upload({ ...one, keys: other.keys }, 'rights', text)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(4);
    expect((await storedFiles(app)).objects.filter((name) => name === sha256(text))).toHaveLength(1);
    expect((await storedFiles(app)).incoming).toEqual([]);
  } finally {
    await other.close();
  }
}, 30_000);

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { openObjectStore, removeOrphans } from '#evidence';
import { readConfiguration } from '#kernel';
import { startTestApp, type TestApp } from '../support/app.js';
import { download, storedFiles, upload } from './upload.js';

let server: S3rver;
let folder: string;
let environment: Record<string, string>;
let app: TestApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongshan-s3-'));
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'evidence', configs: [] }],
  });
  const { port } = await server.run();
  environment = {
    OBJECT_STORE_URL: 's3://evidence/of/tests',
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
    S3_PATH_STYLE: 'true',
  };
  app = await startTestApp({ worker: false, environment });
}, 60_000);
afterAll(async () => {
  await app?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

it('a file goes to the bucket and comes back, small or in several parts', async () => {
  for (const size of [10, 6 * 1024 * 1024, 12 * 1024 * 1024 + 1]) {
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)]);
    const { status, body } = await upload(app, 'rights', content, 'a.pdf');
    expect([size, status]).toEqual([size, 201]);
    const back = await download(app, 'rights', `/v1/files/${body.id}/content`);
    expect([size, back.status, back.body.equals(content)]).toEqual([size, 200, true]);
  }
  expect(await storedFiles(app)).toEqual({ incoming: [], objects: [] });
}, 30_000);

it('lies there under its hash, once, and is removed when no file has it', async () => {
  const store = openObjectStore(app.configuration);
  const [first, second] = [await upload(app, 'rights', 'in a bucket'), await upload(app, 'partner', 'in a bucket')];
  const { sha256 } = first.body;
  const listed = await fetch(`${environment['S3_ENDPOINT']}/evidence?prefix=of/tests/${sha256.slice(0, 2)}`);
  expect([listed.status, await store.has(sha256), await store.has('0'.repeat(64))]).toEqual([
    expect.any(Number),
    true,
    false,
  ]);
  await app.by('rights').send('DELETE', `/v1/files/${first.body.id}`);
  await app.by('partner').send('DELETE', `/v1/files/${second.body.id}`);
  await app.database.query(`update evidence_objects set touched_at = touched_at - interval '2 days'`);
  await removeOrphans(app.database, store);
  expect(await store.has(sha256)).toBe(false);
  await store.remove(sha256); // twice does no harm
  store.close();
});

it('a store that is away or refuses is a clear fault, leaves no row and nothing on the disk', async () => {
  const rows = async () => (await app.database.query('select count(*)::int as n from files'))[0].n;
  const before = await rows();
  const nobodyListens = { S3_ENDPOINT: 'http://127.0.0.1:9' };
  for (const [wrong, code, isTemporary] of [
    [{ S3_ACCESS_KEY_ID: 'unknown' }, 'internal', false],
    [{ OBJECT_STORE_URL: 's3://absent' }, 'internal', false],
    [nobodyListens, 'unavailable', true],
  ] as const) {
    const other = await startTestApp({
      worker: false,
      environment: { DATABASE_URL: app.configuration.databaseUrl, ...environment, ...wrong },
    });
    try {
      const { status, body } = await upload(other, 'rights', 'no place for me');
      expect([status, body.code]).toEqual([isTemporary ? 503 : 500, code]);
      expect(JSON.stringify(body)).not.toMatch(/S3RVER|127\.0\.0\.1/);
      expect(await storedFiles(other)).toEqual({ incoming: [], objects: [] });
    } finally {
      await other.close();
    }
  }
  expect(await rows()).toBe(before);
}, 30_000);

describe('its configuration', () => {
  const base = { DATABASE_URL: 'postgres://localhost/a', INSTALLATION_SECRET: 'x'.repeat(32) };
  const read = (values: Record<string, string>) => readConfiguration({ ...base, ...values });

  it('names bucket and prefix, and keys that are both there or both left to the machine', () => {
    expect(read({}).objectStore).toBeNull();
    expect(read({ OBJECT_STORE_URL: 's3://bucket' }).objectStore).toMatchObject({ bucket: 'bucket', prefix: '' });
    expect(read({ OBJECT_STORE_URL: 's3://bucket/a/b/' }).objectStore).toMatchObject({ prefix: 'a/b/' });
    expect(() => read({ OBJECT_STORE_URL: 'https://bucket' })).toThrow('OBJECT_STORE_URL');
    expect(() => read({ OBJECT_STORE_URL: 's3://bucket', S3_ACCESS_KEY_ID: 'a' })).toThrow('S3_SECRET_ACCESS_KEY');
    expect(() => read({ MAX_FILE_BYTES: '-1' })).toThrow('MAX_FILE_BYTES');
  });
});

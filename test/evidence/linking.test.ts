import { inTransaction } from '#database';
import { linkFiles } from '#evidence';
import { newId } from '#kernel';
import { startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { statementsOf } from '../support/statements.js';
import { download, storedFiles, upload } from './upload.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.close());

const text = '作品登记证书的内容';
async function fileOf(account: 'rights' | 'partner' | 'platform' = 'rights', name = '登记证书 (1).txt') {
  return (await upload(app, account, text, name)).body.id as string;
}

/** Files a complaint of rights@ about one netdisk link, with these entries of evidence besides. */
async function fileWith(evidence: object[]) {
  const whole = complaintAbout([pasted.netdisk()]);
  const { status, body } = await app
    .by('rights')
    .post('/v1/complaints', { ...whole, evidence: [...whole.evidence, ...evidence] });
  return { status, body, noticeId: body.notices?.[0]?.id as string };
}

describe('a file as evidence of a complaint', () => {
  it('is enough by itself, is kept in the complaint, and satisfies the element', async () => {
    const fileId = await fileOf();
    const { status, body } = await app.by('rights').post('/v1/complaints', {
      ...complaintAbout([pasted.netdisk()]),
      evidence: [
        { kind: 'ownership', fileId },
        { kind: 'infringement', fileId: await fileOf() },
      ],
    });
    expect([status, body.deficiencies]).toEqual([201, []]);
    const { body: complaint } = await app.by('rights').get(`/v1/complaints/${body.id}`);
    expect(complaint.evidence[0]).toEqual({ kind: 'ownership', fileId, forward: false });
  });

  it('must be the organization’s own: else 422 at its place, and nothing is filed', async () => {
    const before = (await app.by('rights').get('/v1/complaints?limit=200')).body.data.length;
    const foreign = await fileOf('partner');
    const { status, body } = await fileWith([
      { kind: 'ownership', fileId: await fileOf() },
      { kind: 'ownership', fileId: foreign },
      { kind: 'other', fileId: newId() },
    ]);
    expect([status, body.code]).toEqual([422, 'validation_failed']);
    expect(body.errors.map(({ pointer, code }: any) => [pointer, code])).toEqual([
      ['#/evidence/3/fileId', 'dangling_reference'],
      ['#/evidence/4/fileId', 'dangling_reference'],
    ]);
    expect((await app.by('rights').get('/v1/complaints?limit=200')).body.data).toHaveLength(before);
  });

  it('must be an id, and an entry must be something', async () => {
    for (const [entry, pointer] of [
      [{ kind: 'other', fileId: 'x' }, '#/evidence/2/fileId'],
      [{ kind: 'other' }, '#/evidence/2'],
    ] as const) {
      const { status, body } = await fileWith([entry]);
      expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
    }
  });

  it('costs two statements for any number of files, none without', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => fileOf()));
    const counts = [];
    for (const some of [[], ids.slice(0, 1), ids]) {
      const evidence = some.map((fileId) => ({ kind: 'other', fileId }));
      counts.push((await statementsOf(app.database, () => fileWith(evidence))).length);
    }
    expect(counts).toEqual([counts[0], counts[0]! + 2, counts[0]! + 2]);
  });
});

describe('forwarding to the user', () => {
  it('is for proof of infringement by default, never for proof of identity, even of a file named twice', async () => {
    const [identity, ownership, infringement, both] = await Promise.all([fileOf(), fileOf(), fileOf(), fileOf()]);
    const { noticeId } = await fileWith([
      { kind: 'identity', fileId: identity, forward: true },
      { kind: 'ownership', fileId: ownership },
      { kind: 'infringement', fileId: infringement },
      { kind: 'infringement', fileId: both, forward: true },
      { kind: 'identity', fileId: both, forward: true },
    ]);
    const { body } = await app.by('platform').get(`/v1/notices/${noticeId}/files`);
    expect(Object.fromEntries(body.data.map(({ id, forward }: any) => [id, forward]))).toEqual({
      [identity]: false,
      [ownership]: false,
      [infringement]: true,
      [both]: false,
    });
  });

  it('ends when the same file is named again as not to be forwarded, and does not begin again', async () => {
    const fileId = await fileOf();
    const { body, noticeId } = await fileWith([{ kind: 'infringement', fileId }]);
    const link = { fileId, matterKind: 'complaint', matterId: body.id, kind: 'infringement', readers: [] } as const;
    const forwarded = async () => (await app.by('platform').get(`/v1/notices/${noticeId}/files`)).body.data[0].forward;
    const [{ organization_id: own }] = await app.database.query('select organization_id from files where id = $1', [
      fileId,
    ]);
    const seen = [await forwarded()];
    for (const forward of [true, false, true]) {
      await inTransaction(app.database, (tx) => linkFiles(tx, new Date(), own, [{ ...link, forward }]));
      seen.push(await forwarded());
    }
    expect(seen).toEqual([true, true, false, false]);
  });

  it('of proof of identity is refused by the database itself', async () => {
    const insert = app.database.query(
      `insert into file_links (matter_id, file_id, matter_kind, kind, forward, readers, linked_by_organization_id, linked_at)
       select $1, id, 'complaint', 'identity', true, '{}', organization_id, created_at from files where id = $2`,
      [newId(), await fileOf()],
    );
    await expect(insert).rejects.toThrow('file_links_identity_stays');
  });
});

describe('who reads it', () => {
  it('the parties of the notice, as an attachment that runs nothing; nobody else', async () => {
    const fileId = await fileOf();
    const { noticeId } = await fileWith([{ kind: 'ownership', fileId }]);
    const path = `/v1/notices/${noticeId}/files/${fileId}/content`;
    for (const account of ['rights', 'platform'] as const) {
      const { status, body, headers } = await download(app, account, path);
      expect([account, status, body.toString()]).toEqual([account, 200, text]);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'text/plain',
        'content-length': String(Buffer.byteLength(text)),
        'content-disposition': `attachment; filename="____ (1).txt"; filename*=UTF-8''%E7%99%BB%E8%AE%B0%E8%AF%81%E4%B9%A6%20%281%29.txt`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
        etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
      });
    }
    for (const account of ['partner', 'platform2', 'regulator', 'operator'] as const) {
      expect([403, 404]).toContain((await download(app, account, path)).status);
      expect([403, 404]).toContain((await app.by(account).get(`/v1/notices/${noticeId}/files`)).status);
    }
  });

  it('a side that the link does not name finds nothing', async () => {
    const fileId = await fileOf();
    const { noticeId } = await fileWith([{ kind: 'ownership', fileId }]);
    await app.database.query(`update file_links set readers = '{complainant}' where file_id = $1`, [fileId]);
    expect((await app.by('platform').get(`/v1/notices/${noticeId}/files`)).body.data).toEqual([]);
    expect((await download(app, 'platform', `/v1/notices/${noticeId}/files/${fileId}/content`)).status).toBe(404);
    expect((await app.by('rights').get(`/v1/notices/${noticeId}/files`)).body.data).toHaveLength(1);
  });

  it('a file of another matter is not found through one that the caller may read', async () => {
    const { noticeId } = await fileWith([]);
    for (const fileId of [await fileOf(), await fileOf('platform'), newId(), 'x'])
      expect((await download(app, 'rights', `/v1/notices/${noticeId}/files/${fileId}/content`)).status).toBe(404);
  });

  it('a platform not before the notice is served', async () => {
    const fileId = await fileOf();
    const { noticeId } = await fileWith([{ kind: 'ownership', fileId }]);
    await app.database.query('update notices set served_at = null where id = $1', [noticeId]);
    expect((await download(app, 'platform', `/v1/notices/${noticeId}/files/${fileId}/content`)).status).toBe(404);
  });

  it('a regulator once the matter has reached it, and each reading is written down', async () => {
    const fileId = await fileOf();
    const { noticeId } = await fileWith([{ kind: 'ownership', fileId }]);
    await app.advance('PT25H');
    const read = async () =>
      Number((await app.database.query('select count(*) from access_log where subject_id = $1', [noticeId]))[0].count);
    expect(await read()).toBe(0);
    expect((await app.by('regulator').get(`/v1/notices/${noticeId}/files`)).body.data).toHaveLength(1);
    const { status, body } = await download(app, 'regulator', `/v1/notices/${noticeId}/files/${fileId}/content`);
    expect([status, body.toString(), await read()]).toEqual([200, text, 2]);
  });
});

describe('an organization’s own files', () => {
  it('are listed newest first in pages, and are nobody else’s', async () => {
    const mine = [await fileOf('platform'), await fileOf('platform'), await fileOf('platform')].reverse();
    const { body: first } = await app.by('platform').get('/v1/files?limit=2');
    const { body: second } = await app.by('platform').get(`/v1/files?limit=2&after=${first.next}`);
    expect([...first.data, ...second.data].slice(0, 3).map(({ id }: any) => id)).toEqual(mine);
    const { links, ...listed } = first.data[0];
    expect([(await app.by('platform').get(`/v1/files/${mine[0]}`)).body, []]).toEqual([listed, links]);
    for (const path of [`/v1/files/${mine[0]}`, `/v1/files/${mine[0]}/content`])
      expect((await app.by('rights').get(path)).status).toBe(404);
    expect((await app.by('rights').send('DELETE', `/v1/files/${mine[0]}`)).status).toBe(404);
    expect(JSON.stringify((await app.by('rights').get('/v1/files?limit=200')).body)).not.toContain(mine[0]);
  });

  it('say which matters rest on them', async () => {
    const fileId = await fileOf();
    const { body } = await fileWith([{ kind: 'ownership', fileId }]);
    const { data } = (await app.by('rights').get('/v1/files?limit=5')).body;
    expect(data.find(({ id }: any) => id === fileId).links).toEqual([{ matterKind: 'complaint', matterId: body.id }]);
  });

  it('can be taken back until a matter rests on them', async () => {
    const [free, linked] = [await fileOf(), await fileOf()];
    await fileWith([{ kind: 'ownership', fileId: linked }]);
    expect((await app.by('rights').send('DELETE', `/v1/files/${free}`)).status).toBe(204);
    expect((await app.by('rights').get(`/v1/files/${free}`)).status).toBe(404);
    expect(await app.by('rights').send('DELETE', `/v1/files/${linked}`)).toMatchObject({
      status: 409,
      body: { code: 'file_in_use' },
    });
    expect((await download(app, 'rights', `/v1/files/${linked}/content`)).status).toBe(200);
  });

  it('are linked or taken back, never both: at once one of the two wins', async () => {
    for (let round = 0; round < 10; round++) {
      const fileId = await fileOf();
      const [filed, removed] = await Promise.all([
        fileWith([{ kind: 'ownership', fileId }]),
        app.by('rights').send('DELETE', `/v1/files/${fileId}`),
      ]);
      expect([
        [201, 409],
        [422, 204],
      ]).toContainEqual([filed.status, removed.status]);
    }
  });
});

it('a HEAD of a content tells its size and sends nothing; one of a stranger finds nothing', async () => {
  const head = (account: string, id: string) =>
    fetch(`${app.url}/v1/files/${id}/content`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${app.keys[`${account}@demo.test`]}` },
    });
  const fileId = await fileOf();
  const own = await head('rights', fileId);
  expect([own.status, own.headers.get('content-length')]).toEqual([200, String(Buffer.byteLength(text))]);
  expect((await head('partner', fileId)).status).toBe(404);
});

it('what was uploaded is all that lies in the store, and nothing is half received', async () => {
  const { incoming, objects } = await storedFiles(app);
  expect([incoming, new Set(objects).size]).toEqual([[], 1]);
});

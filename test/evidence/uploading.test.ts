import { createHash, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { good, refused, refusedArchives } from './sample-files.js';
import { download, filePart, sendForm, storedFiles, upload } from './upload.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app.close());

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const rows = async () => Number((await app.database.query('select count(*) from files'))[0].count);

/** Does the work and checks that neither the disk nor the database has anything more than before. */
async function leavesNothing<T>(work: () => Promise<T>): Promise<T> {
  const before = { ...(await storedFiles(app)), rows: await rows() };
  const result = await work();
  await eventually(async () => (await storedFiles(app)).incoming.length === 0);
  expect({ ...(await storedFiles(app)), rows: await rows() }).toEqual({ ...before, incoming: [] });
  return result;
}

describe('what is taken', () => {
  it.each(good)('%s is typed by its bytes and comes back as it was', async (name, content, mediaType) => {
    const { status, body } = await upload(app, 'rights', content, name);
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        sha256: sha256(content),
        size: content.length,
        mediaType,
        name,
        createdAt: expect.any(String),
      },
    ]);
    const back = await download(app, 'rights', `/v1/files/${body.id}/content`);
    expect([back.status, back.headers.get('content-type'), sha256(back.body)]).toEqual([
      200,
      expect.stringContaining(mediaType),
      sha256(content),
    ]);
    expect((await storedFiles(app)).incoming).toEqual([]);
  });

  it.each([
    ['proof.bat', 'proof.bat.txt'],
    ['网页.html', '网页.html.txt'],
    ['C:\\secret\\folder\\证据.TXT', '证据.txt'],
    ['../../etc/passwd', 'passwd.txt'],
    ['\u202Etxt.exe', 'txt.exe.txt'],
    ['.htaccess', 'htaccess.txt'],
    ['a"b;c\r\nX: y.txt', 'ab;cX y.txt'],
    ['😀'.repeat(200), `${'😀'.repeat(125)}.txt`],
  ])('a text called %j is handed out as %j', async (given, name) => {
    const { body } = await upload(app, 'rights', 'text', given);
    // what the client itself escapes in the form is the client's affair
    expect(body.name.replace(/%22|%0D|%0A/g, '')).toBe(name);
  });

  it('is stored once, however many upload it', async () => {
    const content = `once ${randomUUID()}`;
    const [first, second] = [await upload(app, 'rights', content), await upload(app, 'partner', content)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body.id).not.toBe(second.body.id);
    expect((await storedFiles(app)).objects.filter((name) => name === sha256(content))).toHaveLength(1);
  });
});

describe('what is refused leaves nothing behind', () => {
  it.each(refused)('%s that is something else (%#)', async (name, content, words) => {
    const { status, body } = await leavesNothing(() => upload(app, 'rights', content, name));
    expect([status, body.code, body.detail]).toEqual([422, 'file_type_refused', expect.stringMatching(words)]);
  });

  it.each(refusedArchives)('a document with %s', async (_what, content, words) => {
    const { status, body } = await leavesNothing(() => upload(app, 'rights', content, 'a.docx'));
    expect([status, body.code, body.detail]).toEqual([422, 'archive_refused', expect.stringMatching(words)]);
  });

  it('an empty file', async () => {
    const { status, body } = await leavesNothing(() => upload(app, 'rights', '', 'a.pdf'));
    expect([status, body.code]).toEqual([422, 'file_empty']);
  });

  it.each([
    ['no file', [], 'required'],
    ['a field instead', [['file', 'text']], 'unknown_field'],
    ['a wrong name', [['document', filePart('text')]], 'unknown_field'],
    [
      'two files',
      [
        ['file', filePart('one')],
        ['file', filePart('two')],
      ],
      'two_files',
    ],
    [
      'a field after it',
      [
        ['file', filePart('one')],
        ['kind', 'ownership'],
      ],
      'unknown_field',
    ],
  ] as Array<[string, Array<[string, File | string]>, string]>)('%s', async (_what, parts, code) => {
    const { status, body } = await leavesNothing(() => sendForm(app, 'rights', parts));
    expect([status, body.code, body.errors?.[0]]).toEqual([
      422,
      'validation_failed',
      { pointer: '#/file', code, detail: expect.any(String) },
    ]);
  });

  it.each([
    ['multipart/form-data', 'no boundary', 400],
    ['multipart/form-data; boundary=x', 'no parts at all', 400],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      400,
    ],
    ['multipart/mixed; boundary=x', '--x--', 415],
    ['application/json', '{}', 415],
    ['text/plain', 'text', 415],
  ])('a body of %s: %j', async (type, body, status) => {
    const send = () => app.by('rights').send('POST', '/v1/files', body, { 'content-type': type });
    expect((await leavesNothing(send)).status).toBe(status);
  });

  it('an upload that breaks off', async () => {
    await leavesNothing(async () => {
      const sent = request(`${app.url}/v1/files`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${app.keys['rights@demo.test']}`,
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': 1_000_000,
        },
      });
      sent.on('error', () => undefined);
      sent.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
      sent.write('a'.repeat(100_000));
      expect(await eventually(async () => (await storedFiles(app)).incoming.length)).toBe(1);
      sent.destroy();
    });
  });
});

it('every other route answers 415 to a form', async () => {
  const form = new FormData();
  form.append('file', filePart('text'));
  for (const path of ['/v1/complaints', '/v1/decisions', '/v1/webhook-endpoints', '/v1/auth/login']) {
    const { status } = await fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${app.keys['rights@demo.test']}` },
      body: form,
    });
    expect([path, status]).toEqual([path, 415]);
  }
});

describe('an idempotency key', () => {
  const headers = () => ({ 'idempotency-key': randomUUID() });

  it('gives the first answer again for the same content, and refuses another', async () => {
    const key = headers();
    const first = await upload(app, 'rights', 'one content', 'a.txt', key);
    const again = await upload(app, 'rights', 'one content', 'a.txt', key);
    const other = await upload(app, 'rights', 'other content', 'a.txt', key);
    expect([again.status, again.body, again.headers.get('idempotent-replayed')]).toEqual([201, first.body, 'true']);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch']);
  });

  it('is another tenant’s own', async () => {
    const key = headers();
    const first = await upload(app, 'rights', 'same key', 'a.txt', key);
    const second = await upload(app, 'partner', 'same key', 'a.txt', key);
    expect([second.status, second.body.id === first.body.id]).toEqual([201, false]);
  });
});

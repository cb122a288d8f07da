import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inTransaction } from '#database';
import { canonicalJson, keyFor, sha256Hex } from '#kernel';
import { rotateSigningKey } from '#record';
import { root } from '../house/source-tree.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app.close());

const file = (
  body: object = complaintAbout([pasted.douyin(), `${pasted.netdisk()} ${pasted.netdisk()}`, '提取码 60va']),
) => app.by('rights').post('/v1/complaints', body);
const receiptOf = async (id: string) => (await app.by('rights').get(`/v1/complaints/${id}/receipt`)).body;
const check = async (body: object) => (await app.with(null).post('/v1/receipts/verification', body)).body;
const keys = async () => (await app.with(null).get('/v1/receipts/keys')).body;
const rotate = () => inTransaction(app.database, (tx) => rotateSigningKey(tx, keyFor(app.configuration, 'sealing')));

describe('the receipt of a complaint', () => {
  it('says what was received when, and is signed by a published key', async () => {
    const body = complaintAbout([pasted.douyin(), `${pasted.netdisk()} ${pasted.netdisk()}`], { demand: 'remove' });
    const { body: filed } = await file(body);
    const { receipt, sha256, signature, keyId, algorithm, content } = await receiptOf(filed.id);
    const { body: read } = await app.by('rights').get(`/v1/complaints/${filed.id}`);
    expect(receipt).toEqual({
      version: 1,
      kind: 'complaint',
      installation: app.configuration.publicUrl,
      complaintId: filed.id,
      complaintNumber: filed.number,
      receivedAt: filed.receivedAt,
      stateOnReceipt: 'filed',
      contentSha256: sha256Hex(canonicalJson(content)),
      targets: body.targets.map(({ text }, index) => ({ index, rawSha256: sha256Hex(text) })),
      eventId: expect.any(String),
      eventHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      issuedAt: expect.any(String),
    });
    expect(content.document).toMatchObject({
      works: read.works,
      evidence: read.evidence,
      complainant: read.complainant,
    });
    expect(content.targets.map(({ text }: any) => text)).toEqual(body.targets.map(({ text }) => text));
    expect([sha256, algorithm]).toEqual([sha256Hex(canonicalJson(receipt)), 'Ed25519']);
    expect(await check({ receipt, signature, keyId })).toEqual({ valid: true });
    expect((await keys()).keys.map(({ kid }: any) => kid)).toContain(keyId);
  });

  it('holds nothing of a person or a content in clear, and its event is the one of the log', async () => {
    const { body: filed } = await file();
    const { receipt } = await receiptOf(filed.id);
    for (const secret of ['张三', '北京', '流浪地球', 'douyin', 'pan.baidu', '60va'])
      expect(JSON.stringify(receipt)).not.toContain(secret);
    const [event] = await app.database.query('select hash, type, payload from events where id = $1', [receipt.eventId]);
    expect([event.hash, event.type]).toEqual([receipt.eventHash, 'complaint.filed']);
    expect(JSON.parse(event.payload).data.contentSha256).toBe(receipt.contentSha256);
  });

  it('is the same bytes each time: after withdrawal and rotation of the key, and for twenty who ask first at once', async () => {
    const { body: filed } = await file();
    const answers = await Promise.all(Array.from({ length: 20 }, () => receiptOf(filed.id)));
    const [first] = answers;
    for (const answer of answers) expect(answer).toEqual(first);
    const { status } = await app.by('rights').post(`/v1/complaints/${filed.id}/withdrawal`, { reason: '已和解' });
    expect(status).toBe(200);
    await rotate();
    expect(await receiptOf(filed.id)).toEqual(first);
    expect(await check(first)).toEqual({ valid: true });
  });

  it('is given for a deficient complaint too', async () => {
    const { body: filed } = await file(complaintAbout([pasted.douyin()], { statements: {} }));
    expect(filed.state).toBe('deficient');
    const answer = await receiptOf(filed.id);
    expect(answer.receipt.stateOnReceipt).toBe('deficient');
    expect(await check(answer)).toEqual({ valid: true });
  });

  it('goes on saying what was received when the complaint was supplemented', async () => {
    const { body: filed } = await file();
    const before = await app.database.query('select document from complaints where id = $1', [filed.id]);
    await app.database.query(`update complaints set document = document || '{"demand":"恢复"}' where id = $1`, [
      filed.id,
    ]);
    const { receipt, content, ...rest } = await receiptOf(filed.id);
    expect(content).toBeNull();
    await app.database.query('update complaints set document = $2 where id = $1', [filed.id, before[0].document]);
    const whole = await receiptOf(filed.id);
    expect(whole).toMatchObject({ receipt, ...rest });
    expect(sha256Hex(canonicalJson(whole.content))).toBe(receipt.contentSha256);
  });

  it('is for its complainant alone', async () => {
    const { body: filed } = await file();
    for (const account of ['partner', 'platform2'] as const)
      expect([403, 404]).toContain((await app.by(account).get(`/v1/complaints/${filed.id}/receipt`)).status);
  });
});

describe('the verification of a receipt', () => {
  it('says exactly what is wrong', async () => {
    const { body: filed } = await file();
    const whole = await receiptOf(filed.id);
    const reason = async (change: object) => (await check({ ...whole, ...change })).reason;
    const changed = { ...whole.receipt, receivedAt: '2026-01-01T00:00:00Z' };
    expect(await reason({ receipt: changed })).toBe('signature_mismatch');
    expect(await reason({ receipt: {} })).toBe('signature_mismatch');
    expect(await reason({ signature: 'AAAA' })).toBe('malformed_signature');
    expect(await reason({ signature: whole.signature.replace(/^./, (c: string) => (c === 'A' ? 'B' : 'A')) })).toBe(
      'signature_mismatch',
    );
    expect(await reason({ keyId: 'nobody' })).toBe('unknown_key');
    expect(await reason({ sha256: '0'.repeat(64) })).toBe('digest_mismatch');
    expect(await reason({ content: { ...whole.content, ground: 'other' } })).toBe('content_mismatch');
    await rotate();
    const { body: next } = await file();
    expect((await receiptOf(next.id)).keyId).not.toBe(whole.keyId);
    expect(await reason({ keyId: (await receiptOf(next.id)).keyId })).toBe('signature_mismatch');
  });

  it('refuses a key that did not sign at that time', async () => {
    const { body: filed } = await file();
    const whole = await receiptOf(filed.id);
    await rotate();
    await app.database.query(
      `update signing_keys set valid_until = valid_from, valid_from = valid_from - interval '1 day' where id = $1`,
      [whole.keyId],
    );
    const verdict = await check(whole);
    await app.database.query(
      `update signing_keys set valid_from = valid_until, valid_until = clock_timestamp() where id = $1`,
      [whole.keyId],
    );
    expect(verdict).toMatchObject({ valid: false, reason: 'outside_validity' });
    expect(await check(whole)).toEqual({ valid: true });
  });

  it('answers 422 to what is no receipt at all', async () => {
    for (const body of [{}, { receipt: [], signature: 'x', keyId: 'x' }, { receipt: 'x', signature: 'x', keyId: 'x' }])
      expect((await app.with(null).post('/v1/receipts/verification', body)).status).toBe(422);
    const { keyId, signature } = await receiptOf((await file()).body.id);
    const endless = `{"keyId":"${keyId}","signature":"${signature}","receipt":{"version":1e999}}`;
    expect(await app.with(null).post('/v1/receipts/verification', endless)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#', code: 'number_out_of_range' }] },
    });
  });

  it('keeps one key at a time, sealed, and every key that ever signed', async () => {
    await Promise.all([rotate(), rotate(), rotate()]);
    const rows = await app.database.query(
      'select id, private_key_sealed as sealed, valid_until as until from signing_keys',
    );
    expect(rows.filter(({ until }: any) => until === null)).toHaveLength(1);
    expect((await keys()).keys.map(({ kid }: any) => kid).sort()).toEqual(rows.map(({ id }: any) => id).sort());
    for (const { sealed } of rows) expect(sealed).toMatch(/^v1\.[\w-]+$/);
    const end = (await keys()).keys.filter(({ validUntil }: any) => validUntil !== null);
    expect(end.length).toBe(rows.length - 1);
  });
});

describe('a receipt without us', () => {
  let folder: string;
  let whole: any;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongshan-receipt-'));
    whole = await receiptOf((await file()).body.id);
    await write('keys.json', await keys());
    await write('receipt.json', whole);
  });
  const write = (name: string, value: unknown) => writeFile(join(folder, name), JSON.stringify(value));

  async function program(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const loader = join(root, 'test/support/register-source.mjs');
    const command = ['--import', loader, join(root, 'apps/api/src/verify-receipt.ts'), ...args];
    // no database, no network: nothing of this process's environment but the path
    return promisify(execFile)(process.execPath, command, { cwd: folder, env: { PATH: process.env['PATH'] } }).then(
      (output) => ({ code: 0, ...output }),
      (failure) => failure,
    );
  }

  it('is checked by npm run verify-receipt with the published keys', async () => {
    const { complaintNumber, receivedAt } = whole.receipt;
    expect(await program('receipt.json')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`valid: ${complaintNumber} was received at ${receivedAt}`),
    });
  });

  it('is refused when it was changed, with the reason', async () => {
    await write('changed.json', { ...whole, receipt: { ...whole.receipt, complaintNumber: 'TS-2020-000001' } });
    expect(await program('changed.json', '--keys', 'keys.json')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^NOT valid: signature_mismatch: The signature does not hold/),
    });
    await write('stranger.json', { keys: [] });
    expect(await program('receipt.json', '--keys', 'stranger.json')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('unknown_key'),
    });
    expect(await program('absent.json')).toMatchObject({ code: 2, stderr: 'absent.json cannot be read (ENOENT).\n' });
  }, 20_000);

  it('is checked by the lines of docs/receipts.md, in Node and with openssl', async () => {
    const text = await readFile(join(root, 'docs/receipts.md'), 'utf8');
    const lines = /```js\n([^]*?)```/.exec(text)![1]!;
    await writeFile(join(folder, 'check.mjs'), lines);
    const run = () => execFileSync(process.execPath, ['check.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(run()).toBe('true\n');
    const shell = /```sh\n(# with openssl[^]*?)```/.exec(text)![1]!;
    const hasOpenssl = (() => {
      try {
        return Boolean(execFileSync('openssl', ['version']));
      } catch {
        return false;
      }
    })();
    process.stdout.write(`receipts: openssl ${hasOpenssl ? 'checks them too' : 'is not on this machine'}\n`);
    if (hasOpenssl)
      expect(execFileSync('sh', ['-ec', shell], { cwd: folder, encoding: 'utf8' })).toContain('Signature Verified');
    await write('receipt.json', { ...whole, receipt: { ...whole.receipt, receivedAt: '2020-01-01T00:00:00Z' } });
    expect(run()).toBe('false\n');
    if (hasOpenssl) expect(() => execFileSync('sh', ['-ec', shell], { cwd: folder, stdio: 'pipe' })).toThrow();
    await write('receipt.json', whole);
  }, 20_000);
});

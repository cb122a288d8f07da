import { complaintAbout, pasted } from '../support/complaints.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app.close());

const file = (body: object, headers: Record<string, string> = {}) =>
  app.by('rights').post('/v1/complaints', body, headers);
const complaints = async () => (await app.database.query('select count(*)::int as n from complaints'))[0].n as number;

describe('clientRef', () => {
  it('is used once: the second filing is told which complaint has it, and files nothing', async () => {
    const first = await file(complaintAbout([pasted.douyin()], { clientRef: 'R-1' }));
    const before = await complaints();
    const second = await file(complaintAbout([pasted.douyin()], { clientRef: 'R-1' }));
    expect(second).toMatchObject({
      status: 409,
      body: {
        code: 'already_exists',
        existing: { id: first.body.id, number: first.body.number },
        errors: [{ pointer: '#/clientRef' }],
      },
    });
    expect(await complaints()).toBe(before);
  });

  it('files exactly one of twenty at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => file(complaintAbout([pasted.douyin()], { clientRef: 'R-20' }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)]);
    const winner = answers.find(({ status }) => status === 201)!;
    for (const loser of answers.filter(({ status }) => status === 409))
      expect(loser.body.existing.id).toBe(winner.body.id);
  });

  it('belongs to an organization: another may use the same', async () => {
    const body = () => complaintAbout([pasted.douyin()], { clientRef: 'R-shared' });
    expect((await file(body())).status).toBe(201);
    expect((await app.by('partner').post('/v1/complaints', body())).status).toBe(201);
  });
});

describe('Idempotency-Key', () => {
  it('gives the stored answer again, says so, and files nothing more', async () => {
    const body = complaintAbout([pasted.netdisk()]);
    const first = await file(body, { 'idempotency-key': 'k-1' });
    const before = await complaints();
    // the same document in another order of members is the same body
    const again = await file(Object.fromEntries(Object.entries(body).reverse()), { 'idempotency-key': 'k-1' });
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await complaints()).toBe(before);
  });

  it('refuses another body under the same key', async () => {
    await file(complaintAbout([pasted.netdisk()]), { 'idempotency-key': 'k-2' });
    const before = await complaints();
    const other = await file(complaintAbout([pasted.netdisk()]), { 'idempotency-key': 'k-2' });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
    expect(await complaints()).toBe(before);
  });

  it('files one of ten at the same time; the others are told to wait or get the same answer', async () => {
    const body = complaintAbout([pasted.netdisk()]);
    const before = await complaints();
    const answers = await Promise.all(Array.from({ length: 10 }, () => file(body, { 'idempotency-key': 'k-3' })));
    expect(await complaints()).toBe(before + 1);
    const filed = answers.filter(({ status }) => status === 201);
    expect(filed.length).toBeGreaterThan(0);
    expect(new Set(filed.map(({ body: { id } }) => id)).size).toBe(1);
    for (const { headers } of answers.filter(({ status }) => status !== 201))
      expect(headers.get('retry-after')).toBe('1');
    expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([]);
  });

  it('is its organization’s own, and does not keep a refusal', async () => {
    const body = complaintAbout([pasted.netdisk()]);
    const mine = await file(body, { 'idempotency-key': 'k-4' });
    const theirs = await app.by('partner').post('/v1/complaints', body, { 'idempotency-key': 'k-4' });
    expect(theirs.headers.get('idempotent-replayed')).toBeNull();
    expect(theirs.body.id).not.toBe(mine.body.id);
    const refused = await file({ ...body, ground: 'nonsense' }, { 'idempotency-key': 'k-5' });
    expect(refused.status).toBe(422);
    expect((await file(body, { 'idempotency-key': 'k-5' })).status).toBe(201);
  });

  it.each(['', 'with space', 'ключ', 'x'.repeat(256)].map((key) => [key]))('refuses %j as a key', async (key) => {
    const headers = { 'idempotency-key': Buffer.from(key, 'utf8').toString('latin1') };
    const answer = await file(complaintAbout([pasted.netdisk()]), headers);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/headers/idempotency-key' }] } });
  });

  it('never repeats a secret', async () => {
    const owner = await app.signedIn('rights');
    const wanted = { name: 'machine', scopes: ['complaints:read'], mode: 'sandbox' };
    const first = await owner.post('/v1/api-keys', wanted, { 'idempotency-key': 'k-6' });
    const again = await owner.post('/v1/api-keys', wanted, { 'idempotency-key': 'k-6' });
    expect(first.body.key).toMatch(/^tsk_test_/);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(JSON.stringify(again.body)).not.toContain(first.body.key);
    const endpoint = { url: 'http://127.0.0.1:9/hooks', events: ['notice.served'] };
    const registered = await app.by('rights').post('/v1/webhook-endpoints', endpoint, { 'idempotency-key': 'k-7' });
    const repeated = await app.by('rights').post('/v1/webhook-endpoints', endpoint, { 'idempotency-key': 'k-7' });
    expect(registered.body.secret).toMatch(/^whsec_/);
    expect(repeated.headers.get('idempotent-replayed')).toBe('true');
    expect(JSON.stringify(repeated.body)).not.toContain(registered.body.secret);
    const stored = await app.database.query('select answer::text from idempotency_keys');
    for (const { answer } of stored) {
      expect(answer).not.toContain(first.body.key);
      expect(answer).not.toContain(registered.body.secret);
    }
  });
});

import { forwardCounterNotice, shareWithRegulator } from '#notices';
import { upload } from '../evidence/upload.js';
import { type DemoAccount, startTestApp, type TestApp } from '../support/app.js';
import { pasted } from '../support/complaints.js';
import { counterAbout, verbsOf } from '../support/verbs.js';
import { readPdf } from './read-pdf.js';

let app: TestApp;
let verbs: ReturnType<typeof verbsOf>;
let noticeId: string;
let id: string;
let sha256: string;

beforeAll(async () => {
  app = await startTestApp({ worker: false });
  verbs = verbsOf(app);
  const uploaded = await upload(app, 'platform3', '创作过程记录', '创作底稿.txt');
  ({ sha256 } = uploaded.body);
  const filed = await verbs.filedAndDown('platform3', pasted.taobao());
  ({ noticeId } = filed);
  const evidence = [
    { kind: 'ownership' as const, fileId: uploaded.body.id, forward: true },
    { kind: 'identity' as const, text: '身份证复印件', forward: false },
  ];
  ({ id } = await verbs.counter('platform3', filed.itemId, { ...counterAbout(), evidence, forward: false }));
}, 60_000);
afterAll(() => app?.close());

async function ask(account: DemoAccount, of = id, method = 'GET', query = '') {
  const answer = await fetch(`${app.url}/v1/counter-notices/${of}/document.pdf${query}`, {
    method,
    headers: { authorization: `Bearer ${app.keys[`${account}@demo.test`]}` },
  });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
const read = async (...parameters: Parameters<typeof ask>) => (await readPdf((await ask(...parameters)).bytes)).text;

const secrets = ['11010519491231002', '身份证复印件'];

it('does not exist for the complainant before it is forwarded, nor ever for others', async () => {
  for (const account of ['rights', 'platform', 'platform2', 'partner', 'regulator', 'national'] as const)
    expect([account, (await ask(account)).status]).toEqual([account, 404]);
});

it('shows the platform its user, the identity number by its last four, and the proof by name and hash', async () => {
  const text = await read('platform3');
  for (const part of ['用户某甲', '杭州市西湖区文三路1号', '13900005678', '**************002X', '创作底稿.txt'])
    expect(text).toContain(part);
  expect(text).toContain(sha256);
  expect(text).toContain('电子商务法');
  expect(text).not.toContain('1101051949');
});

it('shows the complainant what was forwarded: name, contact and address, no number and no proof of identity', async () => {
  const platform = await verbs.caller('platform3');
  await verbs.run((tx, now) => forwardCounterNotice(tx, now, platform, id));
  const text = await read('rights');
  for (const part of ['用户某甲', '杭州市西湖区文三路1号', '13900005678', '该商品为本人原创', sha256])
    expect(text).toContain(part);
  for (const secret of [...secrets, '002X']) expect(text).not.toContain(secret);
});

it('is the same by POST, and in the language that is asked for', async () => {
  const [got, posted] = [await ask('rights'), await ask('rights', id, 'POST')];
  expect([posted.status, posted.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(posted.bytes.equals(got.bytes)).toBe(true);
  expect(await read('rights', id, 'GET', '?language=en')).toContain('E-CommerceLaw');
  expect((await ask('rights', id, 'GET', '?language=fr')).status).toBe(422);
});

it('is read by the regulator whom the notice reached, masked, and that is written down', async () => {
  const { organizationId } = await verbs.caller('regulator');
  await verbs.run((tx) => shareWithRegulator(tx, [{ noticeId, organizationId }]));
  const reads = async () =>
    (await app.database.query('select count(*)::int as n from access_log where subject_id = $1', [noticeId]))[0].n;
  const before = await reads();
  const text = await read('regulator');
  expect(text).toContain('**************002X');
  expect(text).not.toContain('1101051949');
  expect(await reads()).toBe(before + 1);
  expect((await ask('national')).status).toBe(404);
});

describe('proof in the notice', () => {
  it('is named with its hash; the copy for the user has only what may be passed on', async () => {
    const [open, kept] = [
      (await upload(app, 'rights', '取证录像', '取证.txt')).body,
      (await upload(app, 'rights', '内部记录', '内部.txt')).body,
    ];
    const filed = await verbs.file(pasted.taobao(), {
      evidence: [
        { kind: 'ownership', text: '国作登字-2025-I-00012345' },
        { kind: 'infringement', fileId: open.id, forward: true },
        { kind: 'infringement', fileId: kept.id, forward: false },
      ],
    });
    const of = async (copy: string) => {
      const answer = await fetch(`${app.url}/v1/notices/${filed.noticeId}/document.pdf?copy=${copy}`, {
        headers: { authorization: `Bearer ${app.keys['platform3@demo.test']}` },
      });
      return (await readPdf(Buffer.from(await answer.arrayBuffer()))).text;
    };
    const served = await of('served');
    for (const part of ['取证.txt', open.sha256, '内部.txt', kept.sha256]) expect(served).toContain(part);
    const forwarded = await of('forwarded');
    for (const part of ['取证.txt', open.sha256, '书面说明（声明）']) expect(forwarded).toContain(part);
    for (const part of ['内部.txt', kept.sha256]) expect(forwarded).not.toContain(part);
  });
});

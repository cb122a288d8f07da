import { startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { readPdf } from './read-pdf.js';

const party = {
  name: '北京星海影业有限公司',
  idType: 'business_licence',
  idNumber: '91110105MA01ABCD2X',
  contact: '李海',
  email: 'rights@xinghai.test',
  phone: '010-88880000',
  address: '北京市朝阳区建国路88号',
};
const agent = { name: '上海维权联盟', idType: 'business_licence', idNumber: '91310000AGENT07788', phone: '021-6666' };
const proofs = [
  { kind: 'ownership', text: '国作登字-2025-I-00012345' },
  { kind: 'infringement', text: '可在线播放全片' },
  { kind: 'infringement', text: '内部取证记录', forward: false },
  { kind: 'identity', text: '营业执照副本', forward: true },
  { kind: 'authorization', text: '授权书第8号' },
];

let app: TestApp;
let id: string;
let number: string;
let itemIds: string[];

beforeAll(async () => {
  app = await startTestApp();
  const address = pasted.netdisk();
  const filed = await app.by('rights').post(
    '/v1/complaints',
    complaintAbout([], {
      complainant: agent,
      onBehalfOf: party,
      works: [
        { ref: 'w1', title: '流浪地球2', category: 'film' },
        { ref: 'w2', title: '别家平台的片', category: 'film' },
      ],
      targets: [
        { text: address, workRef: 'w1', account: { handle: '影迷小站' } },
        { text: pasted.netdisk(), workRef: 'w1', account: { handle: '另一用户' } },
        { text: pasted.douyin(), workRef: 'w2' },
      ],
      evidence: proofs,
    }),
  );
  ({ id } = filed.body.notices.find((notice: any) => notice.platform.name === '百度网盘'));
  const { body } = await app.by('rights').get(`/v1/notices/${id}`);
  number = body.number;
  itemIds = body.items.map((item: any) => item.id);
}, 60_000);
afterAll(() => app?.close());

/** The text client of the tests reads texts; a PDF is bytes. */
async function ask(account: Parameters<TestApp['by']>[0] | null, query = '', headers: Record<string, string> = {}) {
  const key = account && app.keys[`${account}@demo.test`];
  const answer = await fetch(`${app.url}/v1/notices/${id}/document.pdf${query}`, {
    headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers },
  });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
const read = async (...parameters: Parameters<typeof ask>) => (await readPdf((await ask(...parameters)).bytes)).text;

describe('the notice as a PDF', () => {
  it('is a file to look at, kept by the reader alone', async () => {
    const { status, headers, bytes } = await ask('platform');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(`inline; filename="${number}.pdf"`);
    expect(headers.get('cache-control')).toMatch(/^private/);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(headers.get('content-length')).toBe(String(bytes.length));
  });

  it('shows the platform parties, addresses and proof, identity numbers by their last four', async () => {
    const text = await read('platform');
    for (const part of [
      number,
      '百度网盘',
      '权利人姓名（名称）*北京星海影业有限公司',
      '代理人姓名（名称）*上海维权联盟',
    ])
      expect(text).toContain(part);
    for (const part of ['授权委托书*授权书第8号', '内部取证记录', '010-88880000', '**************CD2X', '影迷小站'])
      expect(text).toContain(part);
    expect(text).toContain('信息网络传播权保护条例第14–17条');
    expect(text).not.toContain('91110105');
    // works and addresses of other platforms are not this one's business
    expect(text).not.toContain('别家平台的片');
    expect(text).not.toContain('douyin');
  });

  it('shows the complainant its own words whole', async () => {
    const text = await read('rights');
    expect(text).toContain('91110105MA01ABCD2X');
    expect(text).toContain('91310000AGENT07788');
  });

  it('speaks the language that is asked for', async () => {
    expect(await read('rights', '', { 'accept-language': 'en' })).toContain('NoticetoRemove');
    expect(await read('rights', '?language=zh', { 'accept-language': 'en' })).toContain('编号：');
    expect((await ask('rights', '?language=fr')).status).toBe(422);
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await ask('platform');
    const again = await ask('platform', '', { 'if-none-match': headers.get('etag')! });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    expect((await ask('rights', '', { 'if-none-match': headers.get('etag')! })).status).toBe(200);
  });
});

describe('the copy for the user', () => {
  it('must say whose items it is about, where they are of several accounts', async () => {
    const answer = await ask('platform', '?copy=forwarded');
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.bytes.toString()).errors).toMatchObject([{ pointer: '#/items', code: 'required' }]);
    for (const items of ['nonsense', `${itemIds[0]},`, id]) {
      const wrong = await ask('platform', `?copy=forwarded&items=${items}`);
      expect([items, wrong.status]).toEqual([items, 422]);
    }
  });

  it('holds the proof that may be passed on, that account’s items, the holder’s name and contact, and how to answer', async () => {
    const text = await read('platform', `?copy=forwarded&items=${itemIds[0]}`);
    for (const part of [
      '转送副本',
      '北京星海影业有限公司',
      '联系人*李海',
      '可在线播放全片',
      '影迷小站',
      '如何提出异议',
    ])
      expect(text).toContain(part);
    for (const secret of ['CD2X', '7788', '010-8888', '建国路', '内部取证', '国作登字-2025', '营业执照', '授权书第8号'])
      expect(text).not.toContain(secret);
    expect(text).not.toContain('另一用户');
    expect(text).not.toContain('021-6666');
  });

  it('says the same to the complainant, who may look at what the user gets', async () => {
    const text = await read('rights', `?copy=forwarded&items=${itemIds[1]}`);
    expect(text).toContain('另一用户');
    expect(text).not.toContain('CD2X');
  });
});

describe('who may read it', () => {
  it('nobody else finds it, and a stranger is asked to sign in', async () => {
    for (const account of ['platform2', 'partner', 'regulator', 'national'] as const)
      expect([account, (await ask(account)).status]).toEqual([account, 404]);
    expect((await ask('operator')).status).toBe(403);
    expect((await ask(null)).status).toBe(401);
  });

  it('the regulator whom it reached reads it as the platform does, and that is written down', async () => {
    await app.advance('PT25H');
    const count = async () =>
      (await app.database.query(`select count(*)::int as n from access_log where subject_id = $1`, [id]))[0].n;
    const before = await count();
    const text = await read('regulator');
    expect(text).toContain('CD2X');
    expect(text).not.toContain('91110105');
    expect(await count()).toBe(before + 1);
  });
});

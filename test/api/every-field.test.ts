import { complaintAbout, pasted } from '../support/complaints.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app.close());

/** A complaint with every field that the API takes. */
function fullComplaint() {
  const party = {
    name: '甲',
    idType: 'business_licence',
    idNumber: '1',
    legalRepresentative: '乙',
    contact: '丙',
    email: 'a@b.test',
    phone: '1',
    mobile: '1',
    fax: '1',
    address: '北京',
    postcode: '100020',
  };
  return complaintAbout([], {
    clientRef: 'ref',
    complainant: { ...party },
    onBehalfOf: { ...party },
    works: [
      {
        ref: 'w1',
        title: '片',
        category: 'film',
        identifiers: { isan: '0000-0000-D07A-0090-Q' },
        originalUrls: ['https://a.test'],
        registrationNumber: '1',
      },
    ],
    targets: [
      {
        text: pasted.douyin(),
        workRef: 'w1',
        right: 'information_network',
        description: '描述',
        account: { handle: '号', url: 'https://a.test' },
      },
    ],
    evidence: [
      { kind: 'ownership', text: '证', url: 'https://a.test' },
      { kind: 'authorization', text: '授权书' },
      { kind: 'infringement', url: 'https://a.test' },
    ],
    statements: { accuracy: true, goodFaith: true, perjury: true, signature: '甲' },
  });
}

/** Where the texts of a document are, as paths. */
function textsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textsIn(member, [...path, name]));
}
const at = (value: unknown, path: string[]): any =>
  path.reduce<any>((whole, name) => (whole === undefined || whole === null ? undefined : whole[name]), value);
function put(value: object, path: string[], text: unknown): void {
  at(value, path.slice(0, -1))[path.at(-1)!] = text;
}

const paths = textsIn(fullComplaint());
let count = 0;
async function fileWith(path: string[], text: unknown) {
  const body = fullComplaint();
  if (path.join('.') !== 'clientRef') (body as any).clientRef = `ref-${++count}`;
  put(body, path, text);
  return app.by('rights').post('/v1/complaints', body);
}

/** The pasted text is read, references and check digits must agree, and the closed lists take their own words only. */
const isFree = (path: string[]) =>
  !/^(ground|works\.0\.ref|works\.0\.category|works\.0\.identifiers\.isan|targets\.0\.workRef|targets\.0\.text|evidence\.\d\.kind)$/.test(
    path.join('.'),
  );

it.each([
  ['SQL', `'; drop table a; --`],
  ['HTML', '<script>1</script>'],
  ['emoji', '😀👨‍👩‍👧𠮷'],
  ['right-to-left marks', '\u202Eא\u202C\u200F'],
  ['templates', '${1}{{1}}%s\\u0000'],
])('%s is kept as it is in every field that takes text', async (_name, text) => {
  const body = fullComplaint() as any;
  const free = paths.filter(isFree);
  for (const path of free) put(body, path, text);
  body.clientRef = `${text} ${++count}`;
  const filed = await app.by('rights').post('/v1/complaints', body);
  expect([filed.status, filed.body.errors]).toEqual([201, undefined]);
  const { body: read } = await app.by('rights').get(`/v1/complaints/${filed.body.id}`);
  const { body: notice } = await app.by('platform2').get(`/v1/notices/${filed.body.notices[0].id}`);
  expect(read.clientRef).toBe(body.clientRef);
  for (const path of free.filter(([first]) => first !== 'clientRef' && first !== 'targets'))
    expect([path, at(read, path)]).toEqual([path, text]);
  expect(JSON.stringify(notice.items[0])).toContain(JSON.stringify(text));
  expect(free.length).toBeGreaterThan(30);
});

it.each([
  ['NUL', 'a\u0000b'],
  ['half a surrogate pair', 'a\ud800b'],
  ['an object', { toString: 'x' }],
  ['200,000 characters', 'x'.repeat(200_000)],
])(
  '%s in any field is refused with the place, and never a fault',
  async (_name, value) => {
    const wrong: string[] = [];
    for (const path of paths) {
      const { status, body } = await fileWith(path, value);
      const pointer = `#/${path.join('/')}`;
      const isPointed = status === 422 && body.errors.some((error: any) => pointer.startsWith(error.pointer));
      if (!isPointed) wrong.push(`${path.join('.')}: ${status} ${JSON.stringify(body.errors)}`);
    }
    expect(wrong).toEqual([]);
  },
  30_000,
);

it.each(['a\u0000', '\ud800', '__proto__x'.repeat(10), 'constructor', 'toString', '__defineGetter__'])(
  'an identifier called %j is refused or kept, and never a fault',
  async (name) => {
    const body = fullComplaint() as any;
    body.clientRef = `ref-${++count}`;
    body.works[0].identifiers = { [name]: '1' };
    const { status } = await app.by('rights').post('/v1/complaints', body);
    expect([201, 422]).toContain(status);
    if (/[\u0000\ud800]/.test(name)) expect(status).toBe(422);
  },
);

it.each([
  ['{"ground":"copyright","__proto__":{"isAdmin":true}}', 400],
  ['{"works":[{"__proto__":{"ref":"w1"}}]}', 400],
  ['{"constructor":{"prototype":{"x":1}}}', 400],
  ['{"toString":"x","hasOwnProperty":1}', 422],
  ['[]', 422],
  ['null', 422],
  ['"text"', 422],
  ['7', 422],
  ['\ufeff{}', 422],
  [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, 422],
  [`${'{"works":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 422],
  ['{"a":'.repeat(50_000), 400],
])('a body is refused clearly (%#)', async (body, status) => {
  const answer = await app.by('rights').post('/v1/complaints', body);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ]);
  expect(answer.body).toMatchObject({
    code: expect.any(String),
    title: expect.any(String),
    requestId: expect.any(String),
  });
  expect(({} as any).isAdmin).toBeUndefined();
});

it('a long query, other methods and odd addresses are answered, never a fault', async () => {
  const ask = (method: string, path: string) => app.by('rights').send(method, path);
  expect((await ask('GET', `/v1/notices?q=${'x'.repeat(6_000)}`)).status).toBe(422);
  expect((await ask('GET', `/v1/notices?${'q=x&'.repeat(1_000)}`)).status).toBe(422);
  expect((await ask('GET', '/v1/notices?q[a]=1&__proto__[x]=1')).status).toBe(422);
  for (const [method, path] of [
    ['HEAD', '/v1/complaints'],
    ['OPTIONS', '/v1/complaints'],
    ['PUT', '/v1/complaints'],
    ['TRACE', '/v1/complaints'],
    ['GET', '/v1/notices/%00'],
    ['GET', '/v1/notices/%'],
    ['GET', '/v1/notices/%ff'],
    ['GET', '//v1/notices'],
    ['GET', '/v1/notices/..%2f..%2fme'],
    ['GET', '/mail/..%2f..%2fetc%2fpasswd'],
  ] as const) {
    if (method === 'TRACE') continue; // the client itself refuses to send it
    const { status } = await ask(method, path);
    expect([method, path, status < 500]).toEqual([method, path, true]);
  }
});

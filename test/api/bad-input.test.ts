import { createHmac } from 'node:crypto';
import { complaintAbout, pasted } from '../support/complaints.js';
import { startTestApp, type TestApp } from '../support/app.js';

describe('bad input', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ worker: false });
  });
  afterAll(() => app?.close());
  const file = (body: unknown, headers?: Record<string, string>) =>
    app.by('rights').post('/v1/complaints', body, headers);

  it('that is not JSON is 400, of another type 415, larger than 10 MiB 413', async () => {
    expect(await file('{"ground": ')).toMatchObject({ status: 400, body: { code: 'malformed_json' } });
    expect(await file('')).toMatchObject({ status: 400 });
    expect(await file('hello', { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
      body: { code: 'unsupported_media_type' },
    });
    expect(await file('{"__proto__": {"isAdmin": true}}')).toMatchObject({ status: 400 });
    const large = JSON.stringify({ clientRef: 'x'.repeat(11 * 1024 * 1024) });
    expect(await file(large)).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
  });

  it.each([
    ['an unknown field', { nonsense: 1 }, '#/nonsense', 'unknown_field'],
    ['a wrong type', { ground: 7 }, '#/ground', 'is_in'],
    ['an empty list of targets', { targets: [] }, '#/targets', 'array_min_size'],
    [
      '501 targets',
      { targets: Array.from({ length: 501 }, () => ({ text: 'x', workRef: 'w1' })) },
      '#/targets',
      'array_max_size',
    ],
    [
      'a text of 4,001 characters',
      { targets: [{ text: 'x'.repeat(4001), workRef: 'w1' }] },
      '#/targets/0/text',
      'max_length',
    ],
    [
      'a work that is not there',
      { targets: [{ text: 'x', workRef: 'w9' }] },
      '#/targets/0/workRef',
      'dangling_reference',
    ],
    ['a control character', { clientRef: 'a\u0000b' }, '#/clientRef', 'matches'],
    [
      'a title of 501 characters',
      { works: [{ ref: 'w1', title: '长'.repeat(501), category: 'film' }] },
      '#/works/0/title',
      'max_length',
    ],
    ['evidence that says nothing', { evidence: [{ kind: 'other' }] }, '#/evidence/0', 'required'],
    ['a local time', { statements: { signedAt: '2026-11-23T10:00:00' } }, '#/statements/signedAt', 'matches'],
    ['a list for an object', { complainant: [] }, '#/complainant', 'is_object'],
    ['null for a list', { works: null }, '#/works', expect.any(String)],
    [
      'a nested unknown field',
      { works: [{ ref: 'w1', title: 'x', category: 'film', price: 1 }] },
      '#/works/0/price',
      'unknown_field',
    ],
    [
      'a signature of next year',
      { statements: { accuracy: true, goodFaith: true, signature: '张三', signedAt: '2999-01-01T00:00:00Z' } },
      '#/statements/signedAt',
      'in_the_future',
    ],
  ])('with %s is 422 and says where', async (_name, change: Record<string, unknown>, pointer, code) => {
    const { status, body } = await file(complaintAbout([pasted.netdisk()], change));
    expect([status, body.code]).toEqual([422, 'validation_failed']);
    expect(body.errors).toContainEqual({ pointer, code, detail: expect.any(String) });
    expect(body.requestId).toBeTruthy();
  });

  it('keeps SQL, HTML, emoji and right-to-left marks as what they are: text', async () => {
    const strange = `'; drop table complaints; -- <img src=x onerror=alert(1)> 😀 \u202Ertl\u202C "{}" \\ %s ${'${7*7}'} 𠮷`;
    const text = `${strange} ${pasted.netdisk()}`;
    const { status, body } = await file(
      complaintAbout([text], {
        clientRef: strange,
        complainant: {
          name: strange,
          contact: strange,
          address: strange,
          idType: strange.slice(0, 60),
          idNumber: 'X',
          phone: '1',
        },
        works: [{ ref: 'w1', title: strange, category: 'film', identifiers: { registry: strange } }],
      }),
    );
    expect(status).toBe(201);
    const { body: read } = await app.by('rights').get(`/v1/complaints/${body.id}`);
    expect(read).toMatchObject({
      clientRef: strange,
      complainant: { name: strange, address: strange },
      works: [{ title: strange }],
    });
    expect(read.targets[0].raw).toBe(text);
    const { body: found } = await app.by('platform').get(`/v1/notices?q=${encodeURIComponent('drop table')}`);
    expect(found.data[0]).toMatchObject({ title: expect.stringContaining('drop table') });
  });

  it('in credentials is 401: none, foreign, forged, of the other mode, mistyped', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: 'x', sid: 'y', exp: 4_000_000_000 })}`;
    const forged = `${claims}.${createHmac('sha256', 'another secret').update(claims).digest('base64url')}`;
    const unsigned = `${part({ alg: 'none' })}.${part({ sub: 'x' })}.`;
    const key = app.keys['rights@demo.test']!;
    const expected: Array<[string | null, string]> = [
      [null, 'unauthenticated'],
      ['nonsense', 'unauthenticated'],
      [forged, 'unauthenticated'],
      [unsigned, 'unauthenticated'],
      [`${key}x`, 'unauthenticated'],
      [key.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')), 'unauthenticated'],
    ];
    for (const [credential, code] of expected) {
      const { status, body, headers } = await app.with(credential).get('/v1/me');
      expect([credential, status, body.code, headers.get('www-authenticate')]).toEqual([
        credential,
        401,
        code,
        'Bearer',
      ]);
    }
  });

  it('in an address is 404, in a cursor or a filter 422', async () => {
    for (const path of [
      '/v1/notices/nonsense',
      '/v1/notices/1',
      `/v1/notices/${'a'.repeat(200)}`,
      '/v1/nowhere',
      '/v1/complaints/../me',
    ]) {
      const { status, body, headers } = await app.by('rights').get(path);
      expect([path, status]).toEqual([path, path.endsWith('/me') ? 200 : 404]);
      if (status === 404)
        expect([body.code, headers.get('content-type')]).toEqual([
          'not_found',
          'application/problem+json; charset=utf-8',
        ]);
    }
    for (const query of [
      'after=nonsense',
      'after=W10',
      'limit=0',
      'limit=201',
      'limit=x',
      'state=odd',
      'sort=odd',
      'nonsense=1',
      'platform=1',
    ]) {
      const { status, body } = await app.by('platform').get(`/v1/notices?${query}`);
      expect([query, status, body.code]).toEqual([query, 422, 'validation_failed']);
    }
    const forgedCursor = Buffer.from(JSON.stringify(["2026-01-01'; drop", 'x'])).toString('base64url');
    expect((await app.by('platform').get(`/v1/notices?after=${forgedCursor}`)).status).toBe(422);
    expect((await app.by('rights').send('PUT', '/v1/complaints', {})).status).toBe(404);
  });

  it('in the address itself is answered as all else is: 400 where it cannot be read, 404 where it is too long', async () => {
    for (const [path, status, code] of [
      ['/%zz', 400, 'bad_request'],
      ['/v1/notices/%E4%A', 400, 'bad_request'],
      [`/v1/notices/${'x'.repeat(400)}`, 404, 'not_found'],
    ] as const) {
      const answer = await app.with(null).get(path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        status,
        'application/problem+json; charset=utf-8',
      ]);
      expect(answer.body).toMatchObject({ code, requestId: answer.headers.get('x-request-id') });
    }
  });

  it('is answered in Chinese, or in English for who asks for it', async () => {
    const chinese = await app.with(null).get('/v1/me');
    const english = await app.with(null).get('/v1/me', { 'accept-language': 'zh;q=0.5, en-GB' });
    expect([chinese.body.title, english.body.title]).toEqual(['请先登录或提供接口密钥', 'Sign in or send an API key']);
    const page = await app.with(null).get(chinese.body.type);
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('请先登录或提供接口密钥') });
  });
});

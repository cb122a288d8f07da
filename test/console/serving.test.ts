import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app?.close());

const asBrowser = (path: string, method = 'GET') =>
  fetch(`${app.url}${path}`, { method, headers: { accept: 'text/html,*/*;q=0.8' } });

it('keeps for ever only what is named by its content: the mark and the page are asked for again', async () => {
  const page = await asBrowser('/notices?state=served');
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
  const [script] = /\/assets\/[^"]+\.js/.exec(await page.text())!;
  expect((await asBrowser(script)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const mark = await asBrowser('/mark.svg');
  expect([mark.status, mark.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect(mark.headers.get('etag')).toBeTruthy();
});

it('answers for the API’s own addresses as an API, whatever is asked for', async () => {
  for (const path of ['/v1', '/v1/', '/v1?x', '/v1/nowhere', '/assets/nowhere.js']) {
    const { status, headers } = await asBrowser(path);
    expect([path, status, headers.get('content-type')]).toEqual([path, 404, 'application/problem+json; charset=utf-8']);
  }
  expect((await asBrowser('/v1beta')).status).toBe(200);
  for (const accept of ['text/html;q=0', 'application/json, text/html;q=0.1', '*/*'])
    expect([accept, (await fetch(`${app.url}/inbox`, { headers: { accept } })).status]).toEqual([accept, 404]);
  const head = await asBrowser('/inbox', 'HEAD');
  expect([head.status, await head.text()]).toEqual([200, '']);
});

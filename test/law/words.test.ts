import { clockRules, regimes } from '#law';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app?.close());
const read = (path: string, headers = {}) => app.with(null).get(path, headers);
const inBoth = { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/[A-Za-z]/) };

it('every clock that the calculator takes is told in words, with its article', async () => {
  const { status, body } = await read('/v1/rules');
  expect(status).toBe(200);
  expect(body.data.map(({ rule }: { rule: string }) => rule)).toEqual(clockRules.map(({ id }) => id));
  for (const rule of body.data) {
    expect(rule).toMatchObject({ label: inBoth, duration: inBoth, startsOn: inBoth });
    const { status: calculated } = await read(
      `/v1/deadlines/preview?rule=${rule.rule}&start=${encodeURIComponent('2026-11-23T10:00:00+08:00')}`,
    );
    expect([rule.rule, calculated]).toEqual([rule.rule, 200]);
  }
  expect(body.data.find(({ rule }: { rule: string }) => rule === 'cn.ecl.wait')).toMatchObject({
    version: 1,
    regime: 'cn.ecl',
    duration: { zh: '15 日', en: '15 days' },
    owedBy: 'complainant',
    basis: 'statutory',
    source: { law: '电子商务法', article: '第43条' },
    zone: 'Asia/Shanghai',
    startsOn: { zh: '转送的声明到达权利人', en: 'arrival of the forwarded statement at the rights holder' },
  });
  const dmca = body.data.filter(({ regime }: { regime: string }) => regime === 'us.dmca');
  expect(dmca.length).toBeGreaterThan(0);
  for (const { zone } of dmca) expect(zone).toBe('America/New_York');
});

it('every regime tells what it asks of both sides and what it accepts', async () => {
  const { body } = await read('/v1/regimes');
  expect(body.data.map(({ id }: { id: string }) => id)).toEqual(Object.keys(regimes));
  for (const regime of body.data) {
    expect(regime.name).toEqual(inBoth);
    expect(regime.elements.length).toBeGreaterThan(3);
    for (const { label } of [...regime.elements, ...regime.counterElements, ...regime.dispositions])
      expect(label).toEqual(inBoth);
  }
  const ecl = body.data.find(({ id }: { id: string }) => id === 'cn.ecl');
  expect(ecl.dispositions.map(({ code }: { code: string }) => code)).toEqual(regimes['cn.ecl'].sufficientDispositions);
  expect(ecl.elements.find(({ element }: { element: string }) => element === 'truthfulness').source.article).toBe(
    '第42条',
  );
});

it('every code has its word in both languages', async () => {
  const { body } = await read('/v1/vocabulary');
  for (const [list, words] of Object.entries<Record<string, object>>(body)) {
    expect([list, Object.keys(words).length > 0]).toEqual([list, true]);
    for (const [code, label] of Object.entries(words)) expect([list, code, label]).toEqual([list, code, inBoth]);
  }
  expect(body.itemStates.held).toEqual({ zh: '维持下架', en: 'kept down' });
});

it('the document names every list, so that a client knows them all', async () => {
  const { body: document } = await read('/openapi.json');
  const { body } = await read('/v1/vocabulary');
  expect(Object.keys(document.components.schemas.VocabularyView.properties).sort()).toEqual(Object.keys(body).sort());
});

it.each(['/v1/rules', '/v1/regimes', '/v1/vocabulary'])('%s may be kept, and whoever has it gets 304', async (path) => {
  const { headers } = await read(path);
  expect(headers.get('cache-control')).toBe('public, max-age=3600');
  const again = await read(path, { 'if-none-match': headers.get('etag')! });
  expect([again.status, again.body]).toEqual([304, '']);
  expect((await read(path, { 'if-none-match': '"other"' })).status).toBe(200);
});

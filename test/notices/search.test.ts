import { startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app?.close());

const found = async (account: any, q: string) => {
  const { body } = await app.by(account).get(`/v1/notices?q=${encodeURIComponent(q)}`);
  return body.data.map(({ number }: any) => number);
};
const served = async (texts: string[]) => {
  const { body } = await app.by('rights').post('/v1/complaints', complaintAbout(texts));
  return body.notices.map(({ number }: any) => number);
};

it('an address names a thing of its own platform, however another platform numbers its things', async () => {
  const [taobao, jd] = ['https://item.taobao.com/item.htm?id=612345678901', 'https://item.jd.com/612345678901.html'];
  const keys = await app.by('rights').post('/v1/complaints/preview', { targets: [{ text: taobao }, { text: jd }] });
  expect(new Set(keys.body.targets.map(({ platform }: any) => platform.slug))).toEqual(new Set(['taobao', 'jd']));
  const [atTaobao, atJd] = await served([taobao, jd]);
  expect(await found('rights', taobao)).toEqual([atTaobao]);
  expect(await found('rights', jd)).toEqual([atJd]);
  expect(await found('platform3', jd)).toEqual([]);
});

it('an address of a host that nobody knows is found at the platform to which an operator gave it', async () => {
  const text = pasted.unknown();
  await served([text]);
  expect(await found('rights', text)).toEqual([]);
  const { body: queue } = await app.by('operator').get('/v1/unrouted-targets?limit=200');
  const { id } = queue.data.find(({ raw }: any) => raw === text);
  const { body: platforms } = await app.by('operator').get('/v1/platforms?q=百度网盘');
  await app.by('operator').post(`/v1/unrouted-targets/${id}/assignment`, { platformId: platforms.data[0].id });
  const numbers = await found('platform', text);
  expect(numbers).toHaveLength(1);
  const lookup = await app.by('platform').get(`/v1/lookup?q=${encodeURIComponent(text)}`);
  expect(lookup.body.results.map(({ kind, number }: any) => [kind, number])).toEqual([['notice', numbers[0]]]);
  expect((await app.by('platform2').get(`/v1/lookup?q=${encodeURIComponent(text)}`)).body.results).toEqual([]);
});

it('a number names the notice, and the complaint’s number all notices that were made of it', async () => {
  const { body } = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk(), pasted.douyin()]));
  const numbers = body.notices.map(({ number }: any) => number);
  expect(await found('rights', numbers[0].toLowerCase())).toEqual([numbers[0]]);
  expect((await found('rights', body.number)).sort()).toEqual([...numbers].sort());
  expect(await found('platform2', body.number)).toEqual([numbers[1]]);
  expect(await found('partner', body.number)).toEqual([]);
});

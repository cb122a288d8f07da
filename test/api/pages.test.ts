import { startStage } from '../scenarios/stage.js';

describe('lists', () => {
  let stage: Awaited<ReturnType<typeof startStage>>;
  beforeAll(async () => {
    stage = await startStage({ worker: false });
  });
  afterAll(() => stage?.app.close());

  it('of notes and templates too are read page by page, and a cursor that we never made is refused', async () => {
    const { id } = await stage.served('taobao');
    const platform = stage.app.by('platform3');
    const template = { reasonCode: 'licensed', text: '已获授权' };
    for (const word of ['甲', '乙', '丙']) {
      expect((await platform.post(`/v1/notices/${id}/notes`, { text: word })).body.text).toBe(word);
      await platform.post('/v1/templates', { ...template, name: word });
    }
    for (const [path, member] of [
      [`/v1/notices/${id}/notes`, 'text'],
      ['/v1/templates', 'name'],
    ] as const) {
      const whole = (await platform.get(path)).body;
      expect([whole.data.length, whole.next]).toEqual([3, null]);
      const first = (await platform.get(`${path}?limit=2`)).body;
      const second = (await platform.get(`${path}?limit=2&after=${first.next}`)).body;
      expect([...first.data, ...second.data].map((row: any) => row[member])).toEqual(
        whole.data.map((row: any) => row[member]),
      );
      expect(second.next).toBeNull();
      const odd = Buffer.from(JSON.stringify(['\u0000'])).toString('base64url');
      expect((await platform.get(`${path}?after=${odd}`)).status).toBe(422);
    }
    const madeUp: Array<[path: string, keyset: string[]]> = [
      ['/v1/platforms', ['\u0000']],
      ['/v1/platforms', ['\ud800']],
      ['/v1/notices', ['2026-02-30 00:00:00+00', id]],
      ['/v1/notices', ['2026-11-25 25:00:00+00', id]],
      ['/v1/notices', ['2026-11-25 00:00:00+99', id]],
      ['/v1/notices', ['0000-01-01 00:00:00+00', id]],
    ];
    for (const [list, keyset] of madeUp) {
      const after = Buffer.from(JSON.stringify(keyset)).toString('base64url');
      const { status, body } = await platform.get(`${list}?after=${after}`);
      expect([keyset, status, body.errors?.[0].code]).toEqual([keyset, 422, 'bad_cursor']);
    }
  });
});

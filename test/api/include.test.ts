import type { Answer } from '../support/app.js';
import { startStage } from '../scenarios/stage.js';
import { statementsOf } from '../support/statements.js';

describe('?include=', () => {
  let stage: Awaited<ReturnType<typeof startStage>>;
  let id: string;
  beforeAll(async () => {
    stage = await startStage({ worker: false });
    for (const count of [1, 2, 3]) ({ id } = await stage.served('taobao', { count }));
  });
  afterAll(() => stage?.app.close());
  const asked = async (path: string) => {
    let answer!: Answer;
    const statements = await statementsOf(stage.app.database, async () => {
      answer = await stage.app.by('platform3').get(path);
    });
    return { ...answer, statements: statements.length };
  };

  it('of one notice leaves out all other parts, and their statements', async () => {
    const whole = await asked(`/v1/notices/${id}`);
    const some = await asked(`/v1/notices/${id}?include=deadlines,items`);
    const { items, deadlines, platform, state } = whole.body;
    expect(some.body).toMatchObject({ id, state, platform, included: ['deadlines', 'items'] });
    expect(some.body.items).toEqual(items);
    expect(some.body.deadlines).toHaveLength(deadlines.length);
    for (const part of ['parties', 'works', 'orders', 'allowedActions']) expect(some.body).not.toHaveProperty(part);
    const few = await asked(`/v1/notices/${id}?include=parties`);
    expect(few.body.parties).toEqual(whole.body.parties);
    expect([whole, some, few].map(({ statements }) => whole.statements - statements)).toEqual([0, 2, 4]);
    expect(whole.body).not.toHaveProperty('included');
  });

  it('of a list adds the parts to every entry, in one statement each', async () => {
    const [plain, full] = [await asked('/v1/notices'), await asked('/v1/notices?include=items,deadlines')];
    expect(full.statements - plain.statements).toBe(2);
    expect(full.body.data.map((row: any) => row.items.length).sort()).toEqual([1, 2, 3]);
    for (const { items, deadlines, ...entry } of full.body.data) {
      expect(Object.keys(plain.body.data[0])).toEqual(Object.keys(entry));
      const { body: one } = await stage.app.by('platform3').get(`/v1/notices/${entry.id}`);
      expect(items).toEqual(one.items);
      expect(deadlines.map((row: any) => row.id)).toEqual(one.deadlines.map((row: any) => row.id));
    }
    const file = (await asked('/v1/notices?include=items&format=csv')).body.split('\r\n')[0];
    expect(file.split(',').slice(-1)).toEqual(['items']);
  });

  it('with a part that there is not is 422 and names those that there are', async () => {
    for (const [path, known] of [
      [`/v1/notices/${id}?include=items,secrets`, /parties, works, .*appeals, allowedActions$/],
      ['/v1/notices?include=parties', /: items, deadlines$/],
      ['/v1/notices?include=', /: items, deadlines$/],
    ] as const) {
      const { status, body } = await asked(path);
      expect([path, status, body.errors]).toEqual([
        path,
        422,
        [{ pointer: '#/include', code: 'is_known_part', detail: expect.stringMatching(known) }],
      ]);
    }
  });
});

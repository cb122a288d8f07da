import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parse } from 'csv-parse/sync';
import { Readable } from 'node:stream';
import { openapiDocument } from '../../apps/standalone/src/docs/openapi-document.js';
import { startStage } from '../scenarios/stage.js';
import { eventually } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { statementsOf } from '../support/statements.js';

const rowsOf = (text: string) => parse<Record<string, string>>(text, { columns: true, bom: true });
const many = 20_000;
/** Without sockets, which hold some megabytes themselves: what the reader has not taken is in our memory. */
class WholeRequest extends Readable {
  get complete() {
    return true;
  }
}

describe('a list as a file', () => {
  let stage: Awaited<ReturnType<typeof startStage>>;
  beforeAll(async () => {
    stage = await startStage({ worker: false });
  });
  afterAll(() => stage?.app.close());

  it('is whole, in the order and with the filters of the list, its columns named as the members are', async () => {
    const titles = ['她说"好",\n就这样', '第 3 集'];
    for (const title of titles) {
      const works = [{ ref: 'w1', title, category: 'film' }];
      await stage.post('rights', '/v1/complaints', complaintAbout([pasted.netdisk()], { works }));
    }
    const platform = stage.app.by('platform');
    const { status, headers, body } = await platform.get('/v1/notices?limit=2&format=csv');
    expect([status, headers.get('content-type'), headers.get('content-disposition'), headers.get('vary')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'attachment; filename="notices.csv"',
      'Accept',
    ]);
    expect(body).toMatch(/^id,number,complaintId,platform\.id,platform\.name,complainant,title,.*\r\n/);
    const { body: page } = await platform.get('/v1/notices?sort=newest');
    expect(rowsOf(body).map(({ number }) => number)).toEqual(page.data.map((row: any) => row.number));
    expect(rowsOf(body).map(({ title }) => title)).toEqual([...titles].reverse().map((title) => `《${title}》`));
    expect(rowsOf(body)[0]).toMatchObject({
      'platform.name': page.data[0].platform.name,
      'nextDeadline.dueAt': page.data[0].nextDeadline.dueAt,
      'assignee.name': '',
    });
    const { number } = page.data[0];
    const chosen = await platform.get(`/v1/notices?q=${number}`, { accept: 'text/csv' });
    expect(rowsOf(chosen.body)).toHaveLength(1);
    expect((await platform.get('/v1/notices', { accept: 'application/json, text/csv' })).body.data).toHaveLength(2);
  });

  it('is for the same eyes as the list, which says no in its own way', async () => {
    const mine = await stage.app.by('platform2').get('/v1/notices?format=csv');
    expect(mine.body.trim().split('\r\n')).toHaveLength(1);
    const { id } = (await stage.app.by('platform').get('/v1/notices')).body.data[0];
    const refusals = [
      await stage.app.by('operator').get('/v1/notices?format=csv'),
      await stage.app.by('platform2').get(`/v1/notices/${id}/events?format=csv`),
      await stage.app.by('platform').get('/v1/notices?format=xml'),
      await stage.app.by('platform').get('/v1/notices?format=csv&state=x'),
      await stage.app.with(null).get('/v1/notices', { accept: 'text/csv' }),
    ];
    expect(refusals.map(({ status, headers }) => [status, headers.get('content-disposition')])).toEqual(
      [403, 404, 422, 422, 401].map((status) => [status, null]),
    );
    const log = await stage.app.by('platform').get(`/v1/notices/${id}/events?format=csv`);
    expect(log.headers.get('content-disposition')).toBe('attachment; filename="notices-events.csv"');
  });

  it('there is of every list of the API', async () => {
    const { paths } = JSON.parse(await openapiDocument()) as { paths: Record<string, Record<string, any>> };
    const lists = Object.entries(paths).filter(([, { get }]) =>
      get?.parameters?.some(({ name }: { name: string }) => name === 'limit'),
    );
    expect(lists.length).toBeGreaterThan(25);
    expect(lists.filter(([, { get }]) => !get.responses[200].content['text/csv']).map(([path]) => path)).toEqual([]);
  });

  describe(`of ${many} complaints`, () => {
    const asked = { method: 'GET', url: '/v1/complaints?format=csv' } as const;
    beforeAll(async () => {
      await stage.post('partner', '/v1/complaints', complaintAbout([pasted.netdisk()]));
      // long titles, so that the whole is more than sockets hold
      await stage.app.database.query(
        `insert into complaints (id, number, organization_id, ground, state, document, target_count, received_at)
         select gen_random_uuid(), 'TS-2000-' || lpad(n::text, 6, '0'), c.organization_id, c.ground, 'filed',
           jsonb_build_object('works', jsonb_build_array(jsonb_build_object('title', repeat('长', 300) || n))), 0, c.received_at
         from complaints c, generate_series(2, $1) n
         where c.organization_id = (select organization_id from complaints order by id desc limit 1)`,
        [many],
      );
    });
    const pagesRead = (statements: string[]) => statements.filter((sql) => sql.includes('from complaints c')).length;

    it('holds no more rows than a few pages at any time, however long the list', async () => {
      const server = (stage.app.nest as NestFastifyApplication).getHttpAdapter().getInstance();
      const headers = { authorization: `Bearer ${stage.app.keys['partner@demo.test']}` };
      let [received, mostInFlight] = [0, 0];
      const statements: string[] = [];
      await statementsOf(
        stage.app.database,
        async () => {
          const answer = await server.inject({ ...asked, headers, payloadAsStream: true, Request: WholeRequest });
          for await (const chunk of answer.stream()) {
            received += String(chunk).split('\r\n').length - 1;
            mostInFlight = Math.max(mostInFlight, pagesRead(statements) * 200 - received);
          }
        },
        statements,
      );
      expect([received, pagesRead(statements)]).toEqual([many + 1, many / 200]);
      expect(mostInFlight).toBeLessThanOrEqual(1000);
    });

    it('is not read on for a reader who has gone', async () => {
      const statements: string[] = [];
      await statementsOf(
        stage.app.database,
        async () => {
          const reader = await opened();
          await reader.read();
          await reader.cancel();
          const seen: number[] = [];
          await eventually(async () => seen.unshift(pagesRead(statements)) > 5 && seen[0] === seen[5]);
        },
        statements,
      );
      expect(pagesRead(statements)).toBeLessThan(many / 200);
    });

    it('breaks off when it cannot be finished, and never ends as if it were whole', async () => {
      const reader = await opened();
      await reader.read();
      await stage.app.database.query('alter table complaints rename to complaints_lost');
      const rest = (async () => {
        for (;;) if ((await reader.read()).done) return 'ended';
      })();
      await expect(rest).rejects.toThrow();
      await stage.app.database.query('alter table complaints_lost rename to complaints');
    });

    async function opened() {
      const response = await fetch(`${stage.app.url}${asked.url}`, {
        headers: { authorization: `Bearer ${stage.app.keys['partner@demo.test']}` },
      });
      expect(response.status).toBe(200);
      return response.body!.getReader();
    }
  });
});

import { startTestApp, eventually, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { startReceiver } from '../support/receiver.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.close());

const file = () => app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));

describe('the feed of events', () => {
  it('says what a webhook says, to whoever is party to the matter and to nobody else', async () => {
    const receiver = await startReceiver();
    try {
      await app.by('platform').post('/v1/webhook-endpoints', { url: receiver.url, events: ['notice.served'] });
      const { body: filed } = await file();
      await eventually(async () => receiver.requests.length === 1);
      const { body: page } = await app.by('platform').get('/v1/events?types=notice.served');
      const entry = page.data.at(-1);
      expect(entry.data.matter).toEqual({ kind: 'notice', id: filed.notices[0].id });
      const { id, cursor, ...said } = entry;
      expect(said).toEqual(JSON.parse(receiver.requests[0]!.body));
      expect(`msg_${id}`).toBe(receiver.requests[0]!.headers['webhook-id']);
      expect(typeof cursor).toBe('string');
      const { body: others } = await app.by('platform2').get('/v1/events');
      expect(others.data.filter(({ data }: any) => data.matter.id === filed.notices[0].id)).toEqual([]);
    } finally {
      await receiver.close();
    }
  });

  it('gives everything once and in the order of the log, while others write', async () => {
    const { body: before } = await app.by('rights').get('/v1/events?limit=200');
    const start = before.data.at(-1).cursor;
    const heard: any[] = [];
    let after = start;
    const read = async () => {
      const { body } = await app.by('rights').get(`/v1/events?limit=3&after=${after}`);
      heard.push(...body.data);
      after = body.data.at(-1)?.cursor ?? after;
      return body.data.length;
    };
    let isDone = false;
    const writing = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let n = 0; n < 5; n++) await file();
      }),
    ).then(() => (isDone = true));
    while (!isDone) await read();
    await writing;
    const written = await eventually(async () => {
      const rows = await app.database.query(
        `select e.id from events e where not exists (select from events where position is null)
           and (select organization_id from members where email = 'rights@demo.test') = any(e.audience)
           and e.type = any($1) order by e.position`,
        [['complaint.filed', 'notice.served']],
      );
      return rows.length > 0 && rows;
    });
    while ((await read()) > 0);
    const ids = heard.filter(({ type }) => ['complaint.filed', 'notice.served'].includes(type)).map(({ id }) => id);
    expect(ids).toHaveLength(40);
    expect(ids).toEqual(written.slice(-40).map(({ id }: { id: string }) => id));
  }, 60_000);

  it('keeps what no webhook announces to the log', async () => {
    const types = (await app.by('platform').get('/v1/events?limit=200')).body.data.map(({ type }: any) => type);
    expect(types).not.toContain('platform.joined');
    expect(await app.by('platform').get('/v1/events?types=platform.joined')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/types' }] },
    });
  });

  it('goes on behind a billion events', async () => {
    const far = Buffer.from('["1000000000"]').toString('base64url');
    expect(await app.by('platform').get(`/v1/events?after=${far}`)).toMatchObject({ status: 200, body: { data: [] } });
  });

  it.each(['x', Buffer.from('["-1"]').toString('base64url'), Buffer.from('["a"]').toString('base64url')])(
    'refuses the cursor %s, which is none of ours',
    async (after) => {
      expect((await app.by('platform').get(`/v1/events?after=${after}`)).status).toBe(422);
    },
  );
});

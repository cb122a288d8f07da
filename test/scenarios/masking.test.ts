import { counter, type Matter, type Place, respondent, startStage } from './stage.js';

let stage: Awaited<ReturnType<typeof startStage>>;
let cloud: Place;
beforeAll(async () => {
  stage = await startStage();
  cloud = await stage.register('cn.civil', {}, 'platform3');
}, 60_000);
afterAll(() => stage?.app.close());

const secret = '真实身份截图-9F2';
const handle = 'seller-handle-77';
const evidence = [...counter.evidence, { kind: 'identity', text: secret }];
const masked = `${'*'.repeat(14)}002X`;
const read = (account: Parameters<typeof stage.app.by>[0], path: string) => stage.app.by(account).get(path);

async function relayed(forward = true): Promise<{ matter: Matter; path: string }> {
  const matter = await stage.served('netdisk');
  await stage.decide(matter, 'removed');
  const { body } = await stage.counter(matter, { evidence, forward });
  return { matter, path: `/v1/counter-notices/${body.id}` };
}

describe('who sees whose data (条例 第13条, 个人信息保护法 第6条)', () => {
  it('the rights holder sees name, contact and address of the user, and nothing else of the person (条例 第17条)', async () => {
    const { matter, path } = await relayed();
    const { body } = await read('rights', path);
    const { name, contact, address } = respondent;
    expect(body.respondent).toEqual({ name, contact, address });
    expect(body.statement).toBe(counter.statement);
    expect(body.evidence).toMatchObject(counter.evidence);
    const list = await read('rights', '/v1/counter-notices');
    const notice = await read('rights', `/v1/notices/${matter.id}`);
    const log = await read('rights', `/v1/notices/${matter.id}/events`);
    for (const answer of [body, list.body, notice.body, log.body])
      for (const hidden of [respondent.idNumber, respondent.idNumber.slice(-6), secret])
        expect(JSON.stringify(answer)).not.toContain(hidden);
  });

  it('and nothing at all before the statement was forwarded (条例 第17条)', async () => {
    const { matter, path } = await relayed(false);
    expect((await read('rights', path)).status).toBe(404);
    const ids = (await read('rights', '/v1/counter-notices?limit=200')).body.data.map(({ id }: any) => id);
    expect(ids).not.toContain(path.split('/').at(-1));
    const { body } = await read('rights', `/v1/notices/${matter.id}`);
    expect([body.counterNotices, body.items[0].counterNoticeId]).toEqual([[], null]);
    const asked = { kind: 'suit', number: '1', authority: '法院', filedAt: await stage.now() };
    expect((await stage.post('rights', `${path}/proceedings`, asked)).status).toBe(404);
    expect((await stage.post('platform', `${path}/forwarding`)).status).toBe(200);
    expect((await read('rights', path)).status).toBe(200);
  });

  it('the platform sees all but the number of the document, of which the last four are left', async () => {
    const { path } = await relayed();
    const { body } = await read('platform', path);
    expect(body.respondent).toEqual({ ...respondent, idNumber: masked });
    expect(JSON.stringify(body)).toContain(secret);
    expect((await read('platform', '/v1/counter-notices?state=forwarded')).body.data[0].respondent.idNumber).toBe(
      masked,
    );
  });

  it('a regulator sees it once the matter has reached it, and that it looked is on record', async () => {
    const matter = await stage.served('netdisk');
    await stage.decide(matter, 'removed');
    const { body } = await stage.counter(matter, { evidence });
    const path = `/v1/counter-notices/${body.id}`;
    expect((await read('regulator', path)).status).toBe(404);
    await stage.app.advance('PT25H'); // nothing came back in time
    const seen = await read('regulator', path);
    expect([seen.status, seen.body.respondent?.idNumber]).toEqual([200, masked]);
    const [{ count }] = await stage.app.database.query(`select count(*)::int from access_log where subject_id = $1`, [
      matter.id,
    ]);
    expect(count).toBeGreaterThan(0);
    expect((await read('national', path)).status).toBe(404);
  });

  it('for everybody else it does not exist: other holders, other platforms, the operator', async () => {
    const { matter, path } = await relayed();
    for (const account of ['partner', 'platform2', 'national'] as const) {
      expect((await read(account, path)).status).toBe(404);
      expect((await read(account, `/v1/notices/${matter.id}`)).status).toBe(404);
    }
    for (const each of [path, '/v1/counter-notices', `/v1/notices/${matter.id}`])
      expect([403, 404]).toContain((await read('operator', each)).status);
    expect((await stage.app.with(null).get(path)).status).toBe(401);
  });

  it('the account that a complaint names is the platform’s to see, and what a user uploads as identity is not the holder’s', async () => {
    const matter = await stage.served(cloud, {
      targets: [{ text: cloud.paste(), workRef: 'w1', account: { handle } }],
    });
    await stage.decide(matter, 'removed');
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.4\n%%EOF'], { type: 'application/pdf' }), '身份证.pdf');
    const uploaded = await fetch(`${stage.app.url}/v1/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stage.app.keys['platform3@demo.test']}` },
      body: form,
    });
    const { id: fileId } = (await uploaded.json()) as { id: string };
    const { body } = await stage.counter(matter, {
      evidence: [...counter.evidence, { kind: 'identity', fileId, forward: true }],
    });
    expect(body.state).toBe('forwarded');
    expect((await read('platform3', `/v1/files/${fileId}`)).status).toBe(200);
    expect((await read('rights', `/v1/files/${fileId}`)).status).toBe(404);
    expect(JSON.stringify((await read('rights', `/v1/counter-notices/${body.id}`)).body)).not.toContain(fileId);
    expect(JSON.stringify((await read('rights', `/v1/counter-notices/${body.id}`)).body)).not.toContain(handle);
    expect((await read('platform3', `/v1/notices/${matter.id}`)).body.items[0].platformAccount.handle).toBe(handle);
  });

  it('the log of a matter holds no name, no number and no word of the user', async () => {
    const { matter } = await relayed();
    for (const account of ['rights', 'platform'] as const) {
      const log = JSON.stringify((await read(account, `/v1/notices/${matter.id}/events`)).body);
      for (const word of [
        respondent.name,
        respondent.idNumber,
        respondent.phone,
        respondent.address,
        counter.statement,
      ])
        expect(log).not.toContain(word);
    }
  });
});

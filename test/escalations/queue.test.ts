import { appointRegulators } from '#directory';
import { listEscalations } from '#escalations';
import { type Caller, scopesOf } from '#identity';
import { newId } from '#kernel';
import { pasted } from '../support/complaints.js';
import { escalationsStage } from './escalations-stage.js';

const aRegulator: Omit<Caller, 'organizationId'> = {
  organizationKind: 'regulator',
  regionCode: null,
  memberId: null,
  responsibleMemberId: newId(),
  role: null,
  apiKeyId: null,
  sessionId: null,
  scopes: new Set(scopesOf('regulator', 'viewer')),
  isEmailConfirmed: true,
};

describe('the regulator’s queue', () => {
  let stage: Awaited<ReturnType<typeof escalationsStage>>;
  /** Beijing: three of a departmental clock and two of an assumed one, filed in turn; Zhejiang: one. */
  let netdisk: string[];
  let douyin: string[];
  let elsewhere: string;

  beforeAll(async () => {
    stage = await escalationsStage();
    const notices: Record<'netdisk' | 'douyin' | 'elsewhere', string[]> = { netdisk: [], douyin: [], elsewhere: [] };
    for (const kind of ['douyin', 'netdisk', 'netdisk', 'douyin', 'netdisk'] as const) {
      notices[kind].push((await stage.file([pasted[kind]()])).noticeId);
    }
    notices.elsewhere.push((await stage.file(['https://www.alipan.com/s/AbCdEfGhIjK'])).noticeId);
    await stage.open(await stage.passHours(25));
    const ids = async (noticeIds: string[]) =>
      Promise.all(noticeIds.map(async (id) => (await stage.escalationsOf(id))[0]!.id));
    netdisk = await ids(notices.netdisk);
    douyin = await ids(notices.douyin);
    [elsewhere] = (await ids(notices.elsewhere)) as [string];
  }, 60_000);
  afterAll(() => stage?.app.close());

  const listed = async (query: string, account: 'regulator' | 'national' = 'regulator') => {
    const { status, body } = await stage.app.by(account).get(`/v1/escalations${query}`);
    expect(status).toBe(200);
    return body as { data: any[]; next: string | null };
  };
  const idsOf = ({ data }: { data: Array<{ id: string }> }) => data.map(({ id }) => id);
  const accessLog = (id: string) =>
    stage.app.database.query(`select * from access_log where subject_kind = 'escalation' and subject_id = $1`, [id]);

  it('holds the gravest first, then the oldest, without packets, and only those of one’s own region', async () => {
    const queue = await listed('');
    expect(idsOf(queue)).toEqual([...netdisk, ...douyin]);
    expect(queue.next).toBeNull();
    expect(queue.data[0]).toEqual({
      id: netdisk[0],
      state: 'open',
      reasons: ['takedown_overdue'],
      subject: { kind: 'notice', id: queue.data[0].noticeIds[0], number: expect.stringMatching(/^N-\d{4}-\d{6}$/) },
      noticeIds: [expect.any(String)],
      platform: { id: expect.any(String), name: '百度网盘' },
      regionCode: '110000',
      severity: 3,
      basis: 'departmental',
      openedAt: expect.any(String),
      claimedBy: null,
      allowedActions: ['claim', 'dismiss'],
      clocks: [expect.objectContaining({ rule: 'cn.netdisk.takedown', state: 'breached' })],
    });
  });

  it('gives every one once, page by page, across grounds and states', async () => {
    const claimed = netdisk[1]!;
    expect((await stage.app.by('regulator').post(`/v1/escalations/${claimed}/claim`)).status).toBe(200);
    const seen: string[] = [];
    let after = '';
    do {
      const page = await listed(`?limit=2${after}`);
      seen.push(...idsOf(page));
      after = page.next ? `&after=${page.next}` : '';
    } while (after);
    expect(seen).toEqual([...netdisk, ...douyin]);
    expect(idsOf(await listed('?state=claimed'))).toEqual([claimed]);
    expect(idsOf(await listed('?state=open'))).toEqual([...netdisk, ...douyin].filter((id) => id !== claimed));
    expect(idsOf(await listed('?reason=restore_overdue'))).toEqual([]);
    expect(idsOf(await listed('?reason=takedown_overdue'))).toHaveLength(5);
  });

  it('is the whole country’s for the national regulator, who reads and filters and leaves the acting to the region', async () => {
    expect(new Set(idsOf(await listed('', 'national')))).toEqual(new Set([...netdisk, ...douyin, elsewhere]));
    const [one] = (await listed('?region=330000', 'national')).data;
    expect(one).toMatchObject({ id: elsewhere, regionCode: '330000', allowedActions: [] });
    expect(idsOf(await listed('?region=330000'))).toEqual([]);
    expect((await stage.app.by('national').get(`/v1/escalations/${elsewhere}`)).status).toBe(200);
    const acted = await stage.app.by('national').post(`/v1/escalations/${elsewhere}/claim`);
    expect(acted).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('reads a page from its index and no more than the page, however long the queue is', async () => {
    const { database } = stage.app;
    const [regulator, national] = [await stage.organizationOf('regulator'), await stage.organizationOf('national')];
    // ended ones, of which a notice can have any number: a tenth each in Beijing and Zhejiang, the rest in Guangdong
    await database.query(
      `insert into escalations (id, state, subject_kind, subject_id, subject_number, reasons, notice_ids, deadline_ids,
         platform_id, regulator_organization_id, region_code, severity, basis, packet, opened_at, ended_at, ended_note)
       select gen_random_uuid(), 'resolved', e.subject_kind, e.subject_id, e.subject_number, e.reasons, e.notice_ids, '{}',
         e.platform_id, r.regulator_organization_id, r.code, 1 + n % 4, e.basis, '{}', e.opened_at, e.opened_at,
         'acted_late'
       from generate_series(1, 20000) n
       join regions r on r.code = case n / 4 % 10 when 0 then '110000' when 1 then '330000' else '440000' end
       join escalations e on e.id = $1`,
      [douyin[0]],
    );
    await database.query('analyze escalations');
    const scanOf = async (organizationId: string, region?: string) => {
      let asked: [string, unknown[]] | undefined;
      const db = new Proxy(database, {
        get: (target, name) =>
          name === 'query'
            ? (sql: string, parameters?: unknown[]) => {
                if (sql.includes('escalations')) asked = [sql, parameters!];
                return target.query(sql, parameters);
              }
            : Reflect.get(target, name),
      });
      const caller = { ...aRegulator, organizationId };
      const after = { severity: 3, id: '80000000-0000-0000-0000-000000000000' };
      const rows = await listEscalations(db, caller, { state: 'resolved', region }, { after, limit: 11 });
      expect(rows).toHaveLength(11);
      expect(rows.map(({ severity }) => severity)).toEqual(Array(11).fill(3));
      const [explained] = await database.query(`explain (analyze, format json) ${asked![0]}`, asked![1]);
      const nodes = (plan: any): any[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
      const scans = nodes(explained['QUERY PLAN'][0].Plan).filter((node) => /queue/.test(node['Index Name'] ?? ''));
      return scans.map((node) => [node['Index Name'], node['Actual Rows'], node['Rows Removed by Filter'] ?? 0]);
    };
    expect(await scanOf(regulator)).toEqual([['escalations_queue', 11, 0]]);
    expect(await scanOf(national)).toEqual([['escalations_national_queue', 11, 0]]);
    expect(await scanOf(national, '330000')).toEqual([['escalations_queue_of_region', 11, 0]]);
    await database.query(`delete from escalations where packet = '{}'`);
  }, 60_000);

  it('shows one with its packet and a sentence in both languages, and writes down who read it', async () => {
    const id = douyin[0]!;
    const before = (await accessLog(id)).length;
    const { status, body } = await stage.app.by('regulator').get(`/v1/escalations/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      endedAt: null,
      endedNote: null,
      packet: { complainant: { name: expect.any(String) } },
    });
    const { sentence, until } = body.packet.triggers[0].received;
    expect(sentence.zh).toMatch(/^截至 20\d\d年.*（北京时间），未收到对 1 个投诉目标的处理决定。$/);
    expect(sentence.en).toMatch(/^No decision received on 1 item by .* \(Beijing time\)\.$/);
    expect(until).toBe(body.openedAt);
    const log = await accessLog(id);
    expect(log).toHaveLength(before + 1);
    expect(log.at(-1)).toMatchObject({
      organization_id: await stage.organizationOf('regulator'),
      member_id: null,
      api_key_id: expect.any(String),
    });
  });

  it('does not exist for whoever is no regulator of it, and such a look is not written down as a reading', async () => {
    const zhejiang = await stage.colleagueOf('regulator', 'handler');
    const [{ id: other }] = await stage.app.database.query(
      `select regulator_organization_id as id from regions where code = '330000'`,
    );
    await stage.app.database.query('update members set organization_id = $2 where id = $1', [zhejiang.memberId, other]);
    const before = (await accessLog(netdisk[0]!)).length;
    for (const path of ['', '/claim', '/dismissal']) {
      const url = `/v1/escalations/${netdisk[0]}${path}`;
      const answer = path
        ? await zhejiang.post(url, path === '/dismissal' ? { reason: 'x' } : {})
        : await zhejiang.get(url);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await zhejiang.get('/v1/escalations/nonsense')).status).toBe(404);
    for (const account of ['rights', 'platform', 'operator'] as const) {
      expect((await stage.app.by(account).get(`/v1/escalations/${netdisk[0]}`)).status).toBe(403);
    }
    expect(await accessLog(netdisk[0]!)).toHaveLength(before);
  });

  it('lets one person claim, tells a colleague who holds it, and goes on when the holder has left', async () => {
    const id = netdisk[0]!;
    const [first, second] = [
      await stage.colleagueOf('regulator', 'handler'),
      await stage.colleagueOf('regulator', 'handler'),
    ];
    const viewer = await stage.colleagueOf('regulator', 'viewer');
    const claim = `/v1/escalations/${id}/claim`;
    expect((await viewer.post(claim)).status).toBe(403);
    const answers = await Promise.all([first.post(claim), second.post(claim)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [holder, other] = answers[0]!.status === 200 ? [first, second] : [second, first];
    const refused = await other.post(claim);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'claimed_by_other', claimedBy: { id: holder.memberId, name: '李四' } },
    });
    expect(await other.post(`/v1/escalations/${id}/dismissal`, { reason: '不' })).toMatchObject({ status: 409 });
    expect(await holder.post(claim)).toMatchObject({
      status: 200,
      body: { state: 'claimed', claimedBy: { id: holder.memberId }, allowedActions: ['dismiss'] },
    });
    expect((await stage.eventsOf(id)).filter(({ data }) => data.change === 'claimed')).toHaveLength(1);
    await stage.app.database.query('update members set disabled_at = domain_now() where id = $1', [holder.memberId]);
    expect(await other.post(claim)).toMatchObject({ status: 200, body: { claimedBy: { id: other.memberId } } });
  });

  it('refuses a claim by a key whose maker has left', async () => {
    const id = douyin[1]!;
    await stage.app.database.query(`update members set removed_at = domain_now() where email = 'regulator@demo.test'`);
    const refused = await stage.app.by('regulator').post(`/v1/escalations/${id}/claim`);
    await stage.app.database.query(`update members set removed_at = null where email = 'regulator@demo.test'`);
    expect(refused).toMatchObject({ status: 403 });
  });

  it('lays one aside with a reason in words, which stays out of the log, and then nothing more can be done', async () => {
    const id = netdisk[2]!;
    const path = `/v1/escalations/${id}/dismissal`;
    const regulator = stage.app.by('regulator');
    for (const body of [
      {},
      { reason: '' },
      { reason: '  ' },
      { reason: 'x'.repeat(2_001) },
      { reason: 'x', more: 1 },
    ]) {
      expect(await regulator.post(path, body)).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    }
    const dismissed = await regulator.post(path, { reason: ' 平台已书面说明 ' });
    expect(dismissed).toMatchObject({
      status: 200,
      body: { state: 'dismissed', endedNote: '平台已书面说明', allowedActions: [] },
    });
    expect(dismissed.body.packet).toBeUndefined();
    expect(await regulator.post(path, { reason: '再来' })).toMatchObject({
      status: 409,
      body: { code: 'wrong_state' },
    });
    expect(await regulator.post(`/v1/escalations/${id}/claim`)).toMatchObject({ status: 409 });
    expect(idsOf(await listed(''))).not.toContain(id);
    expect(idsOf(await listed('?state=dismissed'))).toEqual([id]);
    const last = (await stage.eventsOf(id)).at(-1);
    expect(last).toMatchObject({ type: 'escalation.updated', data: { state: 'dismissed', change: 'dismissed' } });
    expect(JSON.stringify(last)).not.toContain('书面说明');
  });

  it('answers clearly to filters and cursors that it does not know', async () => {
    const cursor = (keyset: unknown) => Buffer.from(JSON.stringify(keyset)).toString('base64url');
    const queries = ['state=lost', 'reason=x', 'region=11', 'region=abcdef', 'limit=0', 'colour=red', 'after=x'];
    queries.push(`after=${cursor(['x', netdisk[0]])}`, `after=${cursor(['3', 'x'])}`, `after=${cursor(['3'])}`);
    for (const query of queries) {
      const { status, body } = await stage.app.by('regulator').get(`/v1/escalations?${query}`);
      expect([query, status, body.code]).toEqual([query, 422, 'validation_failed']);
    }
  });

  it('goes on holding what was opened for a regulator when the region is given to another', async () => {
    const [{ id: other }] = await stage.app.database.query(
      `select regulator_organization_id as id from regions where code = '330000'`,
    );
    await stage.inTx((tx) => appointRegulators(tx, [{ regionCode: '110000', organizationId: other }]));
    expect(idsOf(await listed(''))).toContain(douyin[0]);
  });
});

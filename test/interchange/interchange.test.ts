import { inTransaction } from '#database';
import { keepDraft } from '#intake';
import { faultOfXarf } from '../../libs/interchange/src/domain/check-xarf.js';
import { type Client, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { infringementAt, reportOn } from './messages.js';

let app: TestApp;
let person: Client;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
  person = await app.signedIn('rights');
}, 60_000);
afterAll(() => app?.close());

const xml = { 'content-type': 'application/xml' };
const panUrl = () => /https:\S+/.exec(pasted.netdisk())![0];
const statements = { accuracy: true, goodFaith: true, signature: '张三' };
const proof = complaintAbout([]).evidence;
const importXarf = (reports: unknown, by = app.by('rights')) => by.post('/v1/interchange/xarf', reports);
const importAcns = (message: string, by = app.by('rights')) => by.post('/v1/interchange/acns', message, xml);
const filing = (id: string, body: object, headers = {}) =>
  person.post(`/v1/complaint-drafts/${id}/filing`, body, headers);

describe('what another system writes', () => {
  it('is a draft until a member confirms it, then a notice, and goes out again as both formats', async () => {
    const urls = [panUrl(), panUrl()];
    const kept = await importXarf(urls.map((url) => reportOn(url)));
    expect(kept).toMatchObject({
      status: 201,
      body: {
        state: 'open',
        format: 'xarf',
        channel: 'api',
        sender: 'Scan Service <scan@service.example>',
        title: '流浪地球2',
        targets: 2,
        missing: ['#/statements'],
        document: { targets: urls.map((text) => ({ text, workRef: 'w1' })) },
      },
    });
    const { id } = kept.body;
    expect((await person.get('/v1/complaints')).body.data).toEqual([]);

    const filed = await filing(id, { evidence: proof, statements });
    expect(filed).toMatchObject({ status: 201, body: { state: 'filed', notices: [{ items: 2, state: 'served' }] } });
    expect((await person.get(`/v1/complaint-drafts/${id}`)).body).toMatchObject({
      state: 'filed',
      complaint: { id: filed.body.id, number: filed.body.number },
    });

    const notice = `/v1/notices/${filed.body.notices[0].id}`;
    const { body: reports } = await app.by('platform').get(`${notice}/xarf.json`);
    expect(reports.map((report: unknown) => faultOfXarf(report, '#'))).toEqual([null, null]);
    expect(reports).toMatchObject(
      urls.map((url) => ({ type: 'cyberlocker', infringing_url: url, work_title: '流浪地球2' })),
    );
    const infringement = await app.by('platform').get(`${notice}/acns.xml`);
    expect(infringement.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const again = await importAcns(infringement.body, app.by('partner'));
    expect(again.body).toMatchObject({
      format: 'acns',
      document: {
        clientRef: filed.body.notices[0].number,
        targets: urls.map((text) => ({ text })),
        works: [{ title: '流浪地球2' }],
      },
    });
  });

  it('is kept byte for byte, once, however often it is sent; and is not another organization’s to read', async () => {
    const message = `  ${infringementAt(panUrl(), 'case-1', '北京星海影业有限公司')}\n`.trimStart();
    const first = await importAcns(message);
    const same = await Promise.all([importAcns(message), importAcns(message)]);
    expect(same.map(({ body }) => body.id)).toEqual([first.body.id, first.body.id]);
    const path = `/v1/complaint-drafts/${first.body.id}`;
    const original = await person.get(`${path}/original`);
    expect(original.body).toBe(message);
    expect(original.headers.get('content-disposition')).toMatch(/^attachment/);
    for (const foreign of [app.by('partner'), app.by('partner')]) {
      expect((await foreign.get(path)).status).toBe(404);
      expect((await foreign.get(`${path}/original`)).status).toBe(404);
      expect((await foreign.send('DELETE', path)).status).toBe(404);
    }
  });

  it('is confirmed by a person alone, with statements of its own; a machine is told so', async () => {
    const { body } = await importXarf(reportOn(panUrl()));
    const path = `/v1/complaint-drafts/${body.id}/filing`;
    expect(await app.by('rights').post(path, { statements })).toMatchObject({
      status: 403,
      body: { detail: expect.stringMatching(/signed-in member/) },
    });
    expect(await filing(body.id, {})).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/statements' }] } });
    expect((await person.get(`/v1/complaint-drafts/${body.id}`)).body.state).toBe('open');
  });

  it('is filed once, whoever presses twice: the second is told what it became', async () => {
    const { body } = await importXarf(reportOn(panUrl()));
    const answers = await Promise.all([1, 2].map(() => filing(body.id, { evidence: proof, statements })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [filed, refused] = answers.toSorted((a, b) => a.status - b.status);
    expect(refused!.body).toMatchObject({
      code: 'wrong_state',
      existing: { id: filed!.body.id, number: filed!.body.number },
    });
    expect((await person.send('DELETE', `/v1/complaint-drafts/${body.id}`)).status).toBe(409);
  });

  it('with one Idempotency-Key is answered twice and filed once', async () => {
    const { body } = await importXarf(reportOn(panUrl()));
    const key = { 'idempotency-key': crypto.randomUUID() };
    const [first, second] = [
      await filing(body.id, { evidence: proof, statements }, key),
      await filing(body.id, { evidence: proof, statements }, key),
    ];
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it('lacks what filing asks for until the member gives it', async () => {
    const { body } = await importXarf(reportOn(panUrl(), { work_title: undefined, work_category: 'other' }));
    expect(body.missing).toEqual(['#/statements', '#/works/0/title', '#/works/0/category']);
    expect(await filing(body.id, { statements })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/works/0/title' }, { pointer: '#/works/0/category' }] },
    });
    const works = [{ ref: 'w1', title: '三体', category: 'tv' }];
    expect((await filing(body.id, { works, evidence: proof, statements })).status).toBe(201);
  });

  it('can be discarded: what it said is gone, that it came is not, and it may come again', async () => {
    const report = reportOn(panUrl());
    const { body } = await importXarf(report);
    const path = `/v1/complaint-drafts/${body.id}`;
    expect((await person.send('DELETE', path)).status).toBe(204);
    expect((await person.get(path)).body).toMatchObject({ state: 'discarded', sender: null, title: null, targets: 0 });
    expect((await person.get(`${path}/original`)).status).toBe(404);
    expect((await importXarf(report)).body.id).not.toBe(body.id);
    const listed = await person.get('/v1/complaint-drafts?state=discarded');
    expect(listed.body.data.map(({ id }: { id: string }) => id)).toEqual([body.id]);
  });

  it('is listed newest first, a page at a time', async () => {
    const first = (await importXarf(reportOn(panUrl()))).body.id;
    const second = (await importXarf(reportOn(panUrl()))).body.id;
    const page = await person.get('/v1/complaint-drafts?limit=1');
    expect(page.body.data.map(({ id }: { id: string }) => id)).toEqual([second]);
    const next = await person.get(`/v1/complaint-drafts?limit=1&after=${page.body.next}`);
    expect(next.body.data.map(({ id }: { id: string }) => id)).toEqual([first]);
  });
});

describe('a document that cannot be taken', () => {
  it('is refused with its place and keeps nothing', async () => {
    const drafts = async () =>
      (await app.database.query('select count(*)::int as count from complaint_drafts'))[0].count;
    const before = await drafts();
    expect(await importXarf([reportOn(panUrl()), reportOn('no address')])).toMatchObject({
      status: 422,
      body: { code: 'validation_failed', errors: [{ pointer: '#/1/infringing_url', code: 'format' }] },
    });
    expect(await importAcns('<!DOCTYPE x [<!ENTITY y "z">]>\n<Infringement/>')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: expect.stringMatching(/^\d+:\d+$/), code: 'doctype' }] },
    });
    expect(await importAcns(infringementAt(panUrl(), 'big', 'x').padEnd(1_048_577))).toMatchObject({ status: 413 });
    expect(await importXarf('{"half": ')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'malformed_json' }] },
    });
    expect(await app.by('rights').send('POST', '/v1/interchange/acns')).toMatchObject({ status: 415 });
    expect(await drafts()).toBe(before);
  });

  it('XML is for the routes that take it: every other answers 415, as before, and JSON is read as ever', async () => {
    expect(await app.by('rights').post('/v1/complaints', '<x/>', xml)).toMatchObject({ status: 415 });
    expect(await app.by('rights').post('/v1/complaints', '{"half": ')).toMatchObject({
      status: 400,
      body: { code: 'malformed_json' },
    });
    expect(await app.by('rights').post('/v1/complaints', '{"__proto__": {"x": 1}}')).toMatchObject({ status: 400 });
  });
});

describe('an ACNS message about a notice', () => {
  const acknowledgement = (number: string, root = 'NoticeAck') =>
    `<${root} xmlns="http://www.acns.net/ACNS"><Case><ID>${number}</ID></Case></${root}>`;

  it('of its platform acknowledges it, by its number; how it stands is told as a status', async () => {
    const { body } = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
    const { id, number } = body.notices[0];
    const send = (message: string, by = app.by('platform')) => by.post(`/v1/notices/${id}/acns`, message, xml);
    expect((await send(acknowledgement(number), app.by('platform2'))).status).toBe(404);
    expect(await send(acknowledgement('N-0'))).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'another_case' }] },
    });
    expect(await send(acknowledgement(number, 'StatusUpdate'))).toMatchObject({ status: 422 });
    expect((await app.by('rights').get(`/v1/notices/${id}/acns.xml?kind=status`)).body).toContain(
      'Acknowledged: not yet',
    );
    const { status, body: answer } = await send(acknowledgement(number));
    expect(status).toBe(200);
    expect((await app.by('rights').get(`/v1/notices/${id}`)).body.acknowledgedAt).toBe(answer.acknowledgedAt);
    expect((await app.by('rights').get(`/v1/notices/${id}/acns.xml?kind=status`)).body).toContain(
      `Acknowledged: ${answer.acknowledgedAt.slice(0, 19)}Z`,
    );
  });

  it('never shows more of the parties than the notice does, nor anything to a stranger', async () => {
    const { body } = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]));
    const { idNumber } = (await app.by('rights').get(`/v1/complaints/${body.id}`)).body.complainant;
    expect(idNumber).toMatch(/\w{8}/);
    const path = `/v1/notices/${body.notices[0].id}`;
    for (const form of ['xarf.json', 'acns.xml', 'acns.xml?kind=status']) {
      const { body: shown } = await app.by('platform').get(`${path}/${form}`);
      expect(JSON.stringify(shown)).not.toContain(idNumber);
      expect((await app.by('platform2').get(`${path}/${form}`)).status).toBe(404);
    }
  });
});

describe('a draft', () => {
  const keep = (organizationId: string, original: Uint8Array) => {
    const document = { ground: 'copyright' as const, works: [{ ref: 'w1' }], targets: [], evidence: [] };
    const incoming = {
      organizationId,
      format: 'xarf',
      channel: 'mail',
      sender: null,
      document,
      remarks: [],
      original,
    } as const;
    return inTransaction(app.database, (tx) => keepDraft(tx, new Date(), { ...incoming, remarks: [] }));
  };

  it('is one for one message, however much at once it comes, and of at most 1 MiB', async () => {
    const organizationId = (await person.get('/v1/me')).body.organization.id;
    const message = Buffer.from('{"the same": "message"}');
    const kept = await Promise.all([1, 2, 3].map(() => keep(organizationId, message)));
    expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
    expect(kept.filter(({ isNew }) => isNew)).toHaveLength(1);
    await expect(keep(organizationId, Buffer.alloc(1_048_577, 32))).rejects.toMatchObject({ code: 'body_too_large' });
    await expect(keep(organizationId, Buffer.alloc(1_048_576, 32))).resolves.toMatchObject({ isNew: true });
  });
});

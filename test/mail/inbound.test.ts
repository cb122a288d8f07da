import { domainNow, inTransaction } from '#database';
import { receiveMail, type ResolveTxt } from '#inbound-mail';
import { sortMail } from '../../apps/worker/src/sorting/sort-mail.js';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { type MailHost, startMailHost } from '../support/smtp.js';
import { deliveryReport, everyKey, writtenMail } from '../support/written-mail.js';

let app: TestApp;
let host: MailHost;
let platformId: string;
const onFile = 'copyright@small.example';

beforeAll(async () => {
  host = await startMailHost();
  const environment = { MAIL_URL: host.url, MAIL_REPLY: 'replies@tongshan.example' };
  app = await startTestApp({ environment });
  platformId = (await app.by('operator').get('/v1/platforms?q=mgtv')).body.data[0].id;
  await correct(onFile);
}, 60_000);
afterAll(async () => {
  await app?.close();
  await host?.close();
});

const correct = (contactEmail: string) =>
  app.by('operator').send('PATCH', `/v1/platforms/${platformId}`, { contactEmail });
const read = async (noticeId: string) => (await app.by('rights').get(`/v1/notices/${noticeId}`)).body;
const log = async (noticeId: string): Promise<any[]> =>
  (await app.by('rights').get(`/v1/notices/${noticeId}/events`)).body.data;

/** A notice that was served by a letter, with that letter. */
async function served() {
  const { body } = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.notJoined()]));
  const noticeId = body.notices[0].id as string;
  return eventually(async () => {
    const notice = await read(noticeId);
    const letter = host.messages.findLast(({ subject }) => subject!.includes(notice.number));
    return notice.state === 'served' && letter && { noticeId, letter, replyTo: letter.replyTo!.value[0]!.address! };
  });
}

/** Receives a message and sorts it here, where the domain name system is what the test says. */
async function sorted(raw: Buffer, resolveTxt: ResolveTxt = everyKey, isLastTry = true) {
  const { mailId } = await inTransaction(app.database, async (tx) => {
    const received = await receiveMail(tx, await domainNow(tx), { raw, size: raw.length });
    await tx.query('delete from graphile_worker._private_jobs where key = $1', [received.mailId]);
    return received;
  });
  await sortMail({ ...app, resolveTxt }, mailId, isLastTry);
  return entry(mailId);
}
const entry = async (mailId: string) => (await app.by('operator').get(`/v1/mail/tray/${mailId}`)).body;

const answer = (to: string, changes: object = {}, signedBy?: string) =>
  writtenMail({ from: `王五 <wang@mail.small.example>`, to, subject: '回复', text: '已收到。', ...changes }, signedBy);

describe('an answer to the letter that served a notice', () => {
  it('acknowledges it, where the house that was written to has signed it', async () => {
    const { noticeId, replyTo } = await served();
    expect(replyTo).toMatch(/^replies\+[0-9a-f]{32}@tongshan\.example$/);
    const mail = await sorted(await answer(replyTo, {}, 'small.example'));
    expect(mail).toMatchObject({
      kind: 'acknowledgement',
      finding: 'acknowledged',
      state: 'filed',
      authenticity: 'pass',
    });
    expect([mail.notice.id, mail.text.trim(), mail.from]).toEqual([noticeId, '已收到。', 'wang@mail.small.example']);
    const notice = await read(noticeId);
    expect(notice.acknowledgedAt).not.toBeNull();
    const said = (await log(noticeId)).find(({ type }) => type === 'notice.acknowledged');
    expect(said.actor.kind).toBe('mail_link');
    const again = await sorted(await answer(replyTo, { text: '再次确认' }, 'small.example'));
    expect(again).toMatchObject({ finding: 'acknowledged_before', state: 'filed' });
    expect((await read(noticeId)).acknowledgedAt).toBe(notice.acknowledgedAt);
  });

  it('does nothing unsigned, from another house, or by a program, and waits for a person', async () => {
    const { noticeId, replyTo } = await served();
    const none = await sorted(await answer(replyTo));
    expect(none).toMatchObject({ finding: 'not_authenticated', state: 'open', authenticity: 'none' });
    const other = await sorted(await answer(replyTo, { from: 'wang@other.example' }, 'other.example'));
    expect(other).toMatchObject({ finding: 'foreign_sender', state: 'open', authenticity: 'pass' });
    const headers = { 'Auto-Submitted': 'auto-replied' };
    const away = await sorted(await answer(replyTo, { headers }, 'small.example'));
    expect(away).toMatchObject({ kind: 'auto_reply', state: 'filed' });
    expect((await read(noticeId)).acknowledgedAt).toBeNull();
  });

  it('is tried again while the key of its signature cannot be asked for, and not for ever', async () => {
    const { replyTo } = await served();
    const raw = await answer(replyTo, {}, 'small.example');
    const away: ResolveTxt = () => Promise.reject(Object.assign(new Error('away'), { code: 'ESERVFAIL' }));
    await expect(sorted(raw, away, false)).rejects.toThrow('could not be asked for');
    expect(await sorted(raw, away, true)).toMatchObject({ finding: 'not_authenticated', authenticity: 'unknown' });
  });
});

describe('a bounce', () => {
  it('takes the service back: no clock runs, and the corrected address is served anew', async () => {
    const { noticeId, letter } = await served();
    const raw = deliveryReport({ to: 'replies@tongshan.example', messageId: letter.messageId! });
    expect(await sorted(raw)).toMatchObject({ kind: 'bounce', finding: 'service_undone', state: 'open' });
    const notice = await read(noticeId);
    expect(notice).toMatchObject({ state: 'awaiting_service', servedAt: null, items: [{ state: 'unserved' }] });
    expect(new Set(notice.deadlines.map(({ state }: any) => state))).toEqual(new Set(['cancelled']));
    expect((await log(noticeId)).at(-1)).toMatchObject({ type: 'notice.service_failed', data: { because: 'bounced' } });

    await correct('legal@small.example');
    const again = await eventually(async () => {
      const now = await read(noticeId);
      return now.state === 'served' && now;
    });
    expect(again.deadlines.filter(({ state }: any) => state === 'running').length).toBeGreaterThan(0);
    expect(host.messages.at(-1)!.to).toMatchObject({ text: 'legal@small.example' });
    // the first letter comes back once more, by another server: it is not the service any more
    const late = deliveryReport({ to: letter.replyTo!.value[0]!.address!, messageId: '<x@y.example>' });
    expect(await sorted(late)).toMatchObject({ finding: 'not_served', state: 'filed' });
    expect((await read(noticeId)).state).toBe('served');
    await correct(onFile);
  });

  it('takes nothing back once the platform has acted, or when it is only late, or comes too late', async () => {
    const { noticeId, letter, replyTo } = await served();
    const about = { to: replyTo, messageId: letter.messageId! };
    expect(await sorted(deliveryReport({ ...about, action: 'delayed' }))).toMatchObject({
      finding: 'delivery_delayed',
      state: 'filed',
    });
    await sorted(await answer(replyTo, {}, 'small.example'));
    expect(await sorted(deliveryReport(about))).toMatchObject({ finding: 'acted_already', state: 'open' });
    expect((await read(noticeId)).state).toBe('acknowledged');

    const other = await served();
    await app.database.query(`update mail_services set ended_at = ended_at - interval '8 days' where notice_id = $1`, [
      other.noticeId,
    ]);
    const late = deliveryReport({ to: other.replyTo, messageId: other.letter.messageId! });
    expect(await sorted(late)).toMatchObject({ finding: 'bounced_late', state: 'open' });
    expect((await read(other.noticeId)).state).toBe('served');
  });
});

describe('a complaint that a program wrote', () => {
  const report = (id: string) => ({
    xarf_version: '4.0.0',
    report_id: id,
    timestamp: '2026-01-11T11:52:34Z',
    reporter: { org: 'Studio', contact: 'rights@demo.test', domain: 'demo.test' },
    sender: { org: 'Scan', contact: 'rights@demo.test', domain: 'demo.test' },
    source_identifier: '198.51.100.75',
    category: 'copyright',
    type: 'copyright',
    evidence_source: 'automated_scan',
    work_title: '流浪地球2',
    infringing_url: 'https://pan.baidu.com/s/1abcdefgh',
  });
  const sent = (content: object, changes: object = {}, signedBy = 'demo.test') =>
    answer(
      'replies@tongshan.example',
      { from: 'rights@demo.test', attachments: [{ filename: 'r.json', content: JSON.stringify(content) }], ...changes },
      signedBy,
    );
  const first = 'c3d4e5f6-a7b8-4012-8def-3456789012b0';

  it('is a draft for the house of a member who sent it, signed, and that member is told', async () => {
    const mail = await sorted(await sent(report(first)));
    expect(mail).toMatchObject({ kind: 'report', finding: 'draft_kept', state: 'filed' });
    const [draft] = await app.database.query(
      'select id, organization_id, channel, document, state from complaint_drafts',
    );
    expect([draft.organization_id, draft.channel, draft.state]).toEqual([mail.organization.id, 'mail', 'open']);
    expect(draft.document.targets[0].text).toBe('https://pan.baidu.com/s/1abcdefgh');
    const letter = await eventually(async () => host.messages.find(({ subject }) => subject!.includes('草稿')));
    expect([letter.to].flat()[0]!.text).toBe('rights@demo.test');
    expect(letter.text).toContain(`/file?draft=${draft.id}`);
    // the same report in another message is the same draft, and told of once
    await sorted(await sent(report(first), { subject: '再次发送' }));
    expect(await app.database.query(`select 1 from letters where template = 'draft_kept'`)).toHaveLength(1);
  });

  it.each([
    ['unsigned', () => sent(report('1'), {}, 'other.example'), 'not_authenticated'],
    ['from a stranger', () => sent(report('1'), { from: 'who@demo.test' }), 'unknown_sender'],
    ['from a platform', () => sent(report('1'), { from: 'platform@demo.test' }), 'unknown_sender'],
    ['against its schema', () => sent({ ...report('1'), category: 'spam' }), 'report_refused'],
  ])('waits for a person where it is %s', async (_what, write, finding) => {
    expect(await sorted(await write())).toMatchObject({ kind: 'report', finding, state: 'open' });
  });
});

describe('what is not understood', () => {
  it.each([
    ['nobody’s token', () => answer(`replies+${'0'.repeat(32)}@tongshan.example`), 'unknown_matter'],
    ['no matter at all', () => answer('replies@tongshan.example'), 'unknown_matter'],
    [
      'a bounce of no letter',
      async () => deliveryReport({ to: 'x@y.example', messageId: '<a@b.example>' }),
      'other_letter',
    ],
    [
      'a hundred parts',
      async () => Buffer.from(`Content-Type: multipart/mixed; boundary=x\n\n${'--x\n\na\n'.repeat(150)}`),
      'unreadable',
    ],
  ])('waits in the tray: %s', async (_what, write, finding) => {
    expect(await sorted(await write())).toMatchObject({ finding, state: 'open' });
  });

  it('is kept by its beginning where it is larger than 10 MiB', async () => {
    const raw = Buffer.from('Subject: large\r\n\r\nbeginning');
    const { mailId } = await inTransaction(app.database, async (tx) =>
      receiveMail(tx, await domainNow(tx), { raw, size: 20_000_000 }),
    );
    const mail = await eventually(async () => {
      const one = await entry(mailId);
      return one.finding && one;
    });
    expect(mail).toMatchObject({ finding: 'too_large', isWhole: false, size: 20_000_000, text: null });
  });
});

describe('the operator', () => {
  const tray = (query: string) => app.by('operator').get(`/v1/mail/tray?${query}`);

  it('reads, keeps, files and reopens; that a message was opened is written down', async () => {
    const raw = await answer('replies@tongshan.example', {
      subject: '<b>咨询</b>',
      attachments: [{ filename: 'a.pdf', content: 'x' }],
    });
    const { id } = await sorted(raw);
    const { data } = (await tray('state=open&kind=other')).body;
    expect(data[0]).toMatchObject({ id, subject: '<b>咨询</b>', finding: 'unknown_matter' });
    expect(data[0]).not.toHaveProperty('text');
    const source = await app.by('operator').get(`/v1/mail/tray/${id}/source`);
    expect(source.body).toBe(raw.toString());
    expect(source.headers.get('content-disposition')).toContain('attachment');
    expect(source.headers.get('x-content-type-options')).toBe('nosniff');
    expect(
      await app.database.query(`select 1 from access_log where subject_kind = 'inbound_mail' and subject_id = $1`, [
        id,
      ]),
    ).toHaveLength(2);

    const filed = await app.by('operator').post(`/v1/mail/tray/${id}/filing`, { note: '已电话答复' });
    expect([filed.status, filed.body.state, filed.body.note, filed.body.filedBy]).toEqual([
      200,
      'filed',
      '已电话答复',
      expect.any(String),
    ]);
    expect((await tray('state=filed')).body.data[0].id).toBe(id);
    const opened = await app.by('operator').send('DELETE', `/v1/mail/tray/${id}/filing`);
    expect([opened.status, opened.body.state]).toEqual([200, 'open']);
    const wrong = { note: 'x', noticeId: id };
    expect((await app.by('operator').post(`/v1/mail/tray/${id}/filing`, wrong)).status).toBe(422);
    for (const path of ['', `/${id}`, `/${id}/source`])
      expect((await app.by('rights').get(`/v1/mail/tray${path}`)).status).toBe(403);
  });

  it('hands a message in, in the sandbox, and the same one once', async () => {
    const { noticeId, replyTo } = await served();
    const raw = (await answer(replyTo)).toString();
    const hand = () =>
      app.by('operator').post('/v1/sandbox/mail?authenticity=pass', raw, { 'content-type': 'message/rfc822' });
    const [first, second] = [await hand(), await hand()];
    expect([first.status, second.body]).toEqual([202, { id: first.body.id, isNew: false }]);
    await eventually(async () => (await read(noticeId)).acknowledgedAt);
    const elsewhere = await app.by('rights').post('/v1/complaints', raw, { 'content-type': 'message/rfc822' });
    expect(elsewhere.status).toBe(415);
  });
});

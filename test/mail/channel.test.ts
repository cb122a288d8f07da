import { domainNow } from '#database';
import { createMailCarrier, sendLetter } from '#mail';
import type { ParsedMail } from 'mailparser';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { linkIn, openPage, postForm } from '../support/mail-page.js';
import { type MailHost, startMailHost } from '../support/smtp.js';

let app: TestApp;
let host: MailHost;
let platformId: string;
const address = 'copyright@mgtv.example';
const choices = { publicUrl: 'https://tongshan.example', key: Buffer.alloc(32, 7) };

beforeAll(async () => {
  host = await startMailHost();
  app = await startTestApp({ environment: { MAIL_URL: host.url } });
  const { body } = await app.by('operator').get('/v1/platforms?q=mgtv');
  platformId = body.data[0].id;
});
afterAll(async () => {
  await app?.close();
  await host?.close();
});
beforeEach(() => host.answer(() => null));

const onFile = async (contactEmail: string | null) => {
  const { status } = await app.by('operator').send('PATCH', `/v1/platforms/${platformId}`, { contactEmail });
  expect(status).toBe(200);
};

async function file(changes: Record<string, unknown> = {}, texts = [pasted.notJoined()]) {
  const { status, body } = await app.by('rights').post('/v1/complaints', complaintAbout(texts, changes));
  expect([status, body.notices?.[0].state]).toEqual([201, 'awaiting_service']);
  return body.notices[0].id as string;
}

const read = async (noticeId: string) => (await app.by('rights').get(`/v1/notices/${noticeId}`)).body;
const log = async (noticeId: string): Promise<any[]> =>
  (await app.by('rights').get(`/v1/notices/${noticeId}/events`)).body.data;
const typesOf = async (noticeId: string) => (await log(noticeId)).map(({ type }) => type);
const served = (noticeId: string) =>
  eventually(async () => {
    const notice = await read(noticeId);
    return notice.state !== 'awaiting_service' && notice;
  });
const about = ({ number }: { number: string }): ParsedMail[] =>
  host.messages.filter(({ subject }) => subject!.includes(number));
const services = async (noticeId: string): Promise<any[]> => {
  const { body } = await app.by('operator').get('/v1/mail/services');
  return body.data.filter((row: any) => row.noticeId === noticeId);
};
/** A notice that was served by mail, and the page behind its link. */
async function opened(changes?: Record<string, unknown>, texts?: string[]) {
  const notice = await served(await file(changes, texts));
  const link = linkIn(about(notice)[0]!, app.url);
  return { notice, link, page: await openPage(link) };
}

describe('service by mail', () => {
  it('is the acceptance by the mail server of the published address, and nothing before it', async () => {
    const noticeId = await file();
    const door: string[] = [];
    host.answer(
      () => null,
      async () => void door.push((await read(noticeId)).state),
    );
    await onFile(address);
    const notice = await served(noticeId);
    expect(door).toEqual(['awaiting_service']);
    expect(notice).toMatchObject({ state: 'served', items: [{ state: 'pending' }] });
    const takedown = notice.deadlines.find(({ rule }: any) => rule.endsWith('.takedown'));
    expect(takedown).toMatchObject({ startedAt: notice.servedAt, owedBy: 'platform', state: 'running' });
    const [mail, ...more] = about(notice);
    expect(more).toEqual([]);
    expect([mail!.to].flat()[0]!.text).toBe(address);
    for (const said of ['流浪地球2', notice.items[0].target.url, '信息网络传播权保护条例', 'from service']) {
      expect(mail!.text).toContain(said);
      expect(mail!.html).toContain(said);
    }
    const [letter] = await app.database.query('select data from letters where message_id = $1', [mail!.messageId]);
    expect(letter.data).toBeNull();
    expect(await services(noticeId)).toMatchObject([{ state: 'accepted', address, isNoticeServed: true, attempts: 1 }]);
  });

  it('is not what the server refuses: complainant and operator are told, a corrected address serves', async () => {
    await onFile('wrong@mgtv.example');
    host.answer((to) => (to === 'wrong@mgtv.example' ? { at: 'rcpt', code: 550 } : null));
    const noticeId = await file();
    await eventually(async () => (await typesOf(noticeId)).includes('notice.service_failed'));
    expect(await read(noticeId)).toMatchObject({ state: 'awaiting_service', items: [{ state: 'unserved' }] });
    const [refused] = await services(noticeId);
    expect(refused).toMatchObject({ state: 'refused', lastError: expect.stringContaining('550') });
    const listed = await app.by('operator').get('/v1/mail/services?state=refused&limit=1');
    expect(listed.body).toMatchObject({ data: [{ id: refused.id }], next: null });
    expect((await app.by('rights').get('/v1/mail/services')).status).toBe(403);

    await onFile(address);
    await served(noticeId);
    expect((await services(noticeId)).map(({ state }) => state)).toEqual(['accepted', 'refused']);
  });

  it('calls back what is on its way when the address changes or the notice is withdrawn', async () => {
    await onFile('slow@mgtv.example');
    host.answer((to) => (to === 'slow@mgtv.example' ? { at: 'data', code: 451 } : null));
    const [noticeId, withdrawn] = [await file(), await file()];
    await eventually(async () => (await services(withdrawn))[0]?.attempts === 1);
    const { complaintId } = await read(withdrawn);
    await app.by('rights').post(`/v1/complaints/${complaintId}/withdrawal`, { reason: '误投' });
    await eventually(async () => (await services(withdrawn))[0]?.state === 'superseded');
    await onFile(address);
    await served(noticeId);
    expect((await services(noticeId)).map(({ state, address: to }) => [state, to])).toEqual([
      ['accepted', address],
      ['superseded', 'slow@mgtv.example'],
    ]);
    expect((await services(withdrawn)).map(({ state }) => state)).toEqual(['superseded']);
  });

  it('is recorded once though a crash sends the letter again, under one Message-ID, by two workers', async () => {
    host.answer(() => ({ at: 'data', code: 451 }));
    const noticeId = await file();
    await eventually(async () => (await services(noticeId))[0]?.attempts === 1);
    const { number } = await read(noticeId);
    host.answer(() => null);
    const [{ id }] = await app.database
      .query(
        `update letters l set next_attempt_at = domain_now() from mail_services s
       where l.once_key = 'serve:' || s.id and s.notice_id = $1 returning l.id`,
        [noticeId],
      )
      .then(([rows]: any) => rows);
    const carrier = createMailCarrier(app.configuration);
    const { database } = app;
    let isTaken: () => void;
    const taken = new Promise<void>((resolve) => (isTaken = resolve));
    // the process dies when the server has taken the letter
    const dying = {
      ...carrier,
      carry: (letter: any) =>
        carrier
          .carry(letter)
          .then(isTaken)
          .then(() => new Promise<void>(() => undefined)),
    };
    void sendLetter({ database, carrier: dying, choices }, id);
    await taken;
    expect((await read(noticeId)).state).toBe('awaiting_service');
    await database.query('update letters set leased_until = null where id = $1', [id]);
    await Promise.all([1, 2].map(() => sendLetter({ database, carrier, choices }, id)));
    carrier.close();
    expect((await read(noticeId)).state).toBe('served');
    expect((await typesOf(noticeId)).filter((type) => type === 'notice.served')).toHaveLength(1);
    const sent = about({ number });
    expect(sent).toHaveLength(2);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('says hostile names as text, and its headers are those that we wrote', async () => {
    const title = '<b>片</b>\r\nBcc: victim@example.com\u202e"';
    const { notice, page } = await opened({ works: [{ ref: 'w1', title, category: 'film' }] });
    const [mail] = about(notice);
    expect(mail!.bcc).toBeUndefined();
    expect([mail!.to].flat()).toHaveLength(1);
    for (const text of [String(mail!.html), page.text]) expect(text).not.toMatch(/<b>/);
    expect(page.text).toContain('&#60;b&#62;片');
  });
});

describe('the page behind the link', () => {
  it('is answered with two clicks: open, press; the log says by which link', async () => {
    const { notice, link, page } = await opened({}, [pasted.notJoined(), pasted.notJoined()]);
    expect(page.status).toBe(200);
    for (const said of [notice.number, '张三', notice.items[1].target.url, '剩余', '全部已删除']) {
      expect(page.text).toContain(said);
    }
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'self'/);
    // nothing runs, nothing is fetched, and nobody is led to what is complained of
    expect(page.text).not.toMatch(/<script|<img|<link|(href|src|action)="(?!\/)/);
    const done = await page.press('all:removed');
    expect([done.status, done.text.includes('已记录并送达权利人一方')]).toEqual([200, true]);
    expect(await read(notice.id)).toMatchObject({
      outcome: 'upheld',
      items: [{ state: 'actioned', disposition: 'removed' }, { state: 'actioned' }],
    });
    const acted = (await log(notice.id)).find(({ type }) => type === 'item.actioned');
    expect(acted.actor).toMatchObject({ kind: 'mail_link', id: expect.any(String) });
    expect((await openPage(`${link}?lang=en`)).text).toMatch(/<html lang="en">[^]*Nothing waits for your decision/);
  });

  it('does nothing however often it is opened, and a button does it once', async () => {
    const { notice, link, page } = await opened();
    const before = await typesOf(notice.id);
    for (let turn = 0; turn < 5; turn++) {
      const methods = Array.from({ length: 20 }, (_, place) => (place % 2 ? 'GET' : 'HEAD'));
      const answers = await Promise.all(methods.map((method) => fetch(link, { method })));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    }
    expect(await typesOf(notice.id)).toEqual(before);
    expect((await postForm(link, { act: 'all:removed' })).status).toBe(409);
    const clicks = await Promise.all([page.press('acknowledge'), page.press('acknowledge')]);
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await typesOf(notice.id)).slice(before.length)).toEqual(['notice.acknowledged']);
  });

  it('takes an answer for each item, and keeps what was typed when it cannot', async () => {
    const { notice, page } = await opened({}, [pasted.notJoined(), pasted.notJoined(), pasted.notJoined()]);
    const [first, second, third] = notice.items.map(({ id }: any) => id);
    const typed = {
      [`outcome.${first}`]: 'disabled',
      [`outcome.${second}`]: 'refused',
      [`note.${second}`]: '"><script>alert(1)</script>',
    };
    const refused = await page.press('items', typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('有必填的内容没有填写');
    expect(refused.text).toContain('value="&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;"');
    expect(refused.text).toMatch(/value="disabled" +selected/);
    const other = await refused.press('items', { [`outcome.${first}`]: 'demoted' });
    expect([other.status, other.text.includes('不足以履行法定义务')]).toEqual([422, true]);
    await other.press('items', { ...typed, [`reason.${second}`]: 'licensed' });
    expect((await read(notice.id)).items).toMatchObject([
      { state: 'actioned', disposition: 'disabled' },
      { state: 'refused', reasonCode: 'licensed' },
      { id: third, state: 'pending' },
    ]);
  });

  it('forwards, relays a counter-notice and restores; of another notice it knows nothing', async () => {
    const { notice, link, page } = await opened();
    const other = await opened();
    const itemId = notice.items[0].id;
    const [stranger] = other.notice.items;
    let now = await page.press('forward', { method: 'message' });
    now = await now.press('all:removed');
    expect(now.buttons).toContain(`relay:${itemId}`);
    expect((await now.press(`relay:${stranger.id}`, { name: 'x' })).status).toBe(422);
    const statement = {
      name: '用户某甲',
      contact: '13900005678',
      address: '杭州市西湖区文三路1号',
      statement: '本人原创',
      reasonCode: 'own_work',
      signature: '用户某甲',
    };
    const lacking = await now.press(`relay:${itemId}`, statement);
    expect(lacking.text).toMatch(/缺少下列内容[^]*证明/);
    const whole = { ...statement, idType: 'resident_id', idNumber: '11010519491231002X', proof: '创作底稿' };
    const relayed = await (await openPage(link)).press(`relay:${itemId}`, whole);
    expect(relayed.status).toBe(200);
    const counters = (await app.by('rights').get('/v1/counter-notices')).body.data;
    expect(counters).toMatchObject([{ itemId, state: 'forwarded', respondent: { name: '用户某甲' } }]);
    await (await openPage(link)).press(`restore:${itemId}`);
    expect(await read(notice.id)).toMatchObject({ items: [{ state: 'restored' }] });
    expect((await read(other.notice.id)).items).toMatchObject([{ state: 'pending' }]);
  });

  it('hands out the form and the evidence, and writes again when time runs out', async () => {
    const { notice, link } = await opened();
    const pdf = await fetch(`${link}/document.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(pdf.headers.get('cache-control')).toBe('no-store');
    await pdf.body?.cancel();
    expect((await fetch(`${link}/files/${notice.id}`)).status).toBe(404);
    await app.advance('P10D');
    const toPlatform = () => about(notice).filter(({ to }) => [to].flat()[0]!.text === address);
    const letters = await eventually(async () => toPlatform().length >= 4 && toPlatform());
    const subjects = letters.map(({ subject }) => subject!);
    expect(subjects.filter((subject) => /时限提醒.*Reminder/.test(subject)).length).toBeGreaterThanOrEqual(2);
    expect(subjects.some((subject) => /时限已过.*Time limit passed/.test(subject))).toBe(true);
    expect(new Set(letters.map((mail) => linkIn(mail, app.url))).size).toBe(letters.length);
    expect((await openPage(linkIn(letters.at(-1)!, app.url))).text).toContain('已逾期');
  });
});

describe('a link', () => {
  it('that is wrong opens nothing, and every wrong one is answered alike', async () => {
    const wrong = await Promise.all(
      ['x', 'A'.repeat(43), '%00', '..%2f'].map((token) => openPage(`${app.url}/mail/notices/${token}`)),
    );
    expect(wrong.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(wrong.map(({ text }) => text)).size).toBe(1);
  });

  it('that is too old asks for a new one, which goes to the address on file alone, three times a day', async () => {
    const { notice, link } = await opened();
    await app.database.query(`update mail_links set expires_at = created_at where notice_id = $1`, [notice.id]);
    await onFile('new@mgtv.example');
    const old = await openPage(link);
    expect([old.status, old.buttons, old.text.includes('mgtv.example')]).toEqual([410, ['link'], false]);
    expect((await old.press('all:removed')).status).toBe(410);
    const asked = await Promise.all([old.press('link', { address: 'thief@example.com' }), old.press('link')]);
    expect(asked.map(({ status }) => status)).toEqual([200, 200]);
    const renewed = await eventually(async () => about(notice)[1]);
    expect([renewed.to].flat()[0]!.text).toBe('new@mgtv.example');
    expect((await openPage(linkIn(renewed, app.url))).status).toBe(200);
    for (let turn = 0; turn < 2; turn++) expect((await (await openPage(link)).press('link')).status).toBe(200);
    expect((await (await openPage(link)).press('link')).status).toBe(429);
    await eventually(async () => about(notice).length === 4);

    const [{ id }] = await services(notice.id);
    expect((await app.by('operator').post(`/v1/mail/services/${id}/reissue`)).status).toBe(200);
    const byOperator = await eventually(async () => about(notice)[4]);
    expect((await openPage(linkIn(renewed, app.url))).status).toBe(410);
    expect((await openPage(linkIn(byOperator, app.url))).status).toBe(200);
    await onFile(address);
  });

  it('ends when the platform joins; what was served by mail is in its inbox, with the clocks that it had', async () => {
    const { notice, link } = await opened();
    const { body: organization } = await app.by('operator').post('/v1/organizations', {
      kind: 'platform',
      name: '芒果TV',
      regionCode: '430000',
      owner: { email: 'mgtv@demo.test', name: '钱一' },
    });
    const standIns = await app.database.query('select id from organizations where stands_in_for = $1', [platformId]);
    expect(standIns).toHaveLength(1);
    const joinedAt = (await domainNow(app.database)).toISOString();
    const join = (organizationId: string) =>
      app.by('operator').send('PATCH', `/v1/platforms/${platformId}`, { organizationId, joinedAt });
    expect((await join(standIns[0].id)).status).toBe(422);
    expect((await join(organization.id)).status).toBe(200);
    await eventually(async () => {
      const [row] = await app.database.query('select platform_organization_id as id from notices where id = $1', [
        notice.id,
      ]);
      return row.id === organization.id;
    });
    expect(await openPage(link)).toMatchObject({ status: 410, buttons: [] });
    const after = await read(notice.id);
    expect([after.servedAt, after.deadlines]).toEqual([notice.servedAt, expect.any(Array)]);
    expect((await typesOf(notice.id)).filter((type) => type === 'notice.served')).toHaveLength(1);
    expect(await app.database.query(`select 1 from mail_services where state = 'waiting'`)).toEqual([]);
  });
});

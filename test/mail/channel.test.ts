import { createMailCarrier, sendLetter } from '#mail';
import { eventually } from '../support/app.js';
import { address, startMailStage } from './mail-stage.js';

const choices = { publicUrl: 'https://tongshan.example', key: Buffer.alloc(32, 7) };

let stage: Awaited<ReturnType<typeof startMailStage>>;
beforeAll(async () => {
  stage = await startMailStage();
}, 60_000);
afterAll(() => stage?.close());
beforeEach(() => stage.host.answer(() => null));

describe('service by mail', () => {
  it('is the acceptance by the mail server of the published address, and nothing before it', async () => {
    const { app, host, onFile, file, read, served, about, services } = stage;
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
    const { app, host, onFile, file, read, typesOf, served, services } = stage;
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
    const { app, host, onFile, file, read, served, services } = stage;
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
    const { app, host, file, read, typesOf, about, services } = stage;
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
    const { about, opened } = stage;
    const title = '<b>片</b>\r\nBcc: victim@example.com\u202e"';
    const { notice, page } = await opened({ works: [{ ref: 'w1', title, category: 'film' }] });
    const [mail] = about(notice);
    expect(mail!.bcc).toBeUndefined();
    expect([mail!.to].flat()).toHaveLength(1);
    for (const text of [String(mail!.html), page.text]) expect(text).not.toMatch(/<b>/);
    expect(page.text).toContain('&#60;b&#62;片');
  });
});

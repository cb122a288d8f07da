import { domainNow } from '#database';
import { eventually } from '../support/app.js';
import { pasted } from '../support/complaints.js';
import { linkIn, openPage, postForm } from '../support/mail-page.js';
import { address, startMailStage } from './mail-stage.js';

let stage: Awaited<ReturnType<typeof startMailStage>>;
beforeAll(async () => {
  stage = await startMailStage();
  await stage.onFile(address);
}, 60_000);
afterAll(() => stage?.close());

describe('the page behind the link', () => {
  it('is answered with two clicks: open, press; the log says by which link', async () => {
    const { read, log, opened } = stage;
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
    const { typesOf, opened } = stage;
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
    const { read, opened } = stage;
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
    const { app, read, opened } = stage;
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
    const { app, about, opened } = stage;
    const { notice, link } = await opened();
    const pdf = await fetch(`${link}/document.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(pdf.headers.get('cache-control')).toBe('no-store');
    await pdf.body?.cancel();
    expect((await fetch(`${link}/files/${notice.id}`)).status).toBe(404);
    await app.advance('P10D');
    const toPlatform = () => about(notice).filter(({ to }) => [to].flat()[0]!.text === address);
    const told = (subject: RegExp) => toPlatform().filter((mail) => subject.test(mail.subject!)).length;
    await eventually(async () => told(/时限提醒.*Reminder/) >= 2 && told(/时限已过.*Time limit passed/) >= 1, 30);
    const letters = toPlatform();
    expect(new Set(letters.map((mail) => linkIn(mail, app.url))).size).toBe(letters.length);
    expect((await openPage(linkIn(letters.at(-1)!, app.url))).text).toContain('已逾期');
  });
});

describe('a link', () => {
  it('that is wrong opens nothing, and every wrong one is answered alike', async () => {
    const { app } = stage;
    const wrong = await Promise.all(
      ['x', 'A'.repeat(43), '%00', '..%2f'].map((token) => openPage(`${app.url}/mail/notices/${token}`)),
    );
    expect(wrong.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(wrong.map(({ text }) => text)).size).toBe(1);
  });

  it('that is too old asks for a new one, which goes to the address on file alone, three times a day', async () => {
    const { app, onFile, about, services, opened } = stage;
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
    const { app, platformId, read, typesOf, opened } = stage;
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

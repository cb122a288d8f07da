import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  appealItem,
  decideItems,
  proveProceeding,
  recordOrder,
  rejectCounterNotice,
  reportStillLive,
  requestSupplement,
  settleExpired,
  supplementNotice,
} from '#notices';
import { root } from '../house/source-tree.js';
import { startTestApp, type DemoAccount, eventually, type TestApp } from '../support/app.js';
import { pasted } from '../support/complaints.js';
import { verbsOf } from '../support/verbs.js';

let app: TestApp;
let verbs: ReturnType<typeof verbsOf>;
beforeAll(async () => {
  app = await startTestApp();
  verbs = verbsOf(app);
}, 60_000);
afterAll(() => app?.close(), 30_000);

interface Letter {
  recipient: string;
  template: string;
  locale: string;
  data: Record<string, any>;
}

/** Every letter about a notice of one kind, once the worker has written it. */
async function lettersOf(noticeId: string, template: string): Promise<Letter[]> {
  const [{ number }] = await app.database.query('select number from notices where id = $1', [noticeId]);
  const read = () =>
    app.database.query<Letter[]>(
      `select recipient, template, locale, coalesce(data, '{}') as data from letters_seen
       where template = $1 and data ->> 'noticeNumber' = $2 order by recipient`,
      [template, number],
    );
  return eventually(async () => {
    const rows = await read();
    return rows.length > 0 && rows;
  });
}
const only = async (noticeId: string, template: string, account: DemoAccount) => {
  const letters = await lettersOf(noticeId, template);
  expect(letters.map(({ recipient }) => recipient)).toEqual([`${account}@demo.test`]);
  return letters[0]!.data;
};
const dueOf = async (noticeId: string, kind: string): Promise<string> => {
  const [{ due_at }] = await app.database.query(
    `select due_at from deadlines where notice_id = $1 and kind = $2 order by started_at desc, id desc limit 1`,
    [noticeId, kind],
  );
  return due_at.toISOString();
};
const personal = /用户某甲|13900005678|11010519491231002X|文三路/;

// what is sent is erased: the trigger keeps a copy for the tests
beforeAll(() =>
  app.database.query(`
    create table letters_seen (recipient text, template text, locale text, data jsonb);
    create function see_letter() returns trigger language plpgsql as
      $$ begin insert into letters_seen values (new.recipient, new.template, new.locale, new.data); return new; end $$;
    create trigger see_letter after insert on letters for each row execute function see_letter()`),
);

describe('a counter-notice', () => {
  it('under 电子商务法 43 tells the rights holder alone to complain or sue within the wait, and nothing of the user', async () => {
    const { noticeId, itemId } = await verbs.filedAndDown('platform3', pasted.taobao());
    const { id } = await verbs.counter('platform3', itemId);
    const data = await only(noticeId, 'counter_forwarded', 'rights');
    expect(data).toMatchObject({ effect: 'wait', isSuitNeeded: false, law: '电子商务法第43条', itemCount: 1 });
    expect(data.dueAt).toBe(await dueOf(noticeId, 'wait'));
    expect(data.url).toMatch(new RegExp(`^http://[^/]+/counter-notices/${id}$`));
    expect(JSON.stringify(data)).not.toMatch(personal);
  });

  it('under 条例 17 says that it comes back at once, in the reader’s language', async () => {
    await app.database.query(`update members set locale = 'en' where email = 'rights@demo.test'`);
    try {
      const { noticeId, itemId } = await verbs.filedAndDown('platform', pasted.netdisk());
      await verbs.counter('platform', itemId);
      const [letter] = await lettersOf(noticeId, 'counter_forwarded');
      expect(letter).toMatchObject({ locale: 'en', data: { effect: 'at_once', dueAt: null } });
      expect(letter!.data.law).toMatch(/^Regulation on the Protection .* art 17$/);
    } finally {
      await app.database.query(`update members set locale = 'zh' where email = 'rights@demo.test'`);
    }
  });

  it('against which proof was on record says so, and asks for nothing', async () => {
    const { noticeId, itemId } = await verbs.filedAndDown('platform3', pasted.taobao());
    await prove(itemId);
    await verbs.counter('platform3', itemId);
    expect(await only(noticeId, 'counter_forwarded', 'rights')).toMatchObject({ effect: 'on_record', dueAt: null });
  });

  it('that was rejected before it was forwarded is nobody’s letter', async () => {
    const { noticeId, itemId } = await verbs.filedAndDown('platform3', pasted.taobao());
    const { id } = await verbs.counter('platform3', itemId, { forward: false });
    const platform = await verbs.caller('platform3');
    await verbs.run((tx, now) =>
      rejectCounterNotice(tx, now, platform, id, { missing: ['identity'], note: '证件不符' }),
    );
    await prove(itemId);
    await only(noticeId, 'proceeding_recorded', 'platform3');
    const rows = await app.database.query(
      `select 1 from letters_seen l join notices n on n.number = l.data ->> 'noticeNumber'
       where n.id = $1 and l.template like 'counter%'`,
      [noticeId],
    );
    expect(rows).toEqual([]);
  });
});

async function prove(itemId: string) {
  const rights = await verbs.caller('rights');
  const input = { kind: 'suit' as const, number: '（2026）京73民初1号', authority: '北京互联网法院', fileId: null };
  await verbs.run((tx, now) => proveProceeding(tx, now, rights, { itemId }, { ...input, filedAt: now }));
}

describe('the wait', () => {
  it('reminds the rights holder, who owes the proof; its end asks the platform to restore and tells the rights holder', async () => {
    const { noticeId, itemId } = await verbs.filedAndDown('platform3', pasted.taobao());
    await verbs.counter('platform3', itemId);
    await only(noticeId, 'counter_forwarded', 'rights');
    await app.advance('P14D');
    const reminders = await lettersOf(noticeId, 'deadline_reminder');
    const ofWait = reminders.filter(({ data }) => data.rule.includes('等待'));
    expect(ofWait.length).toBeGreaterThan(0);
    expect(new Set(ofWait.map(({ recipient }) => recipient))).toEqual(new Set(['rights@demo.test']));
    await app.advance('P10D');
    await verbs.run((tx, now) => settleExpired(tx, now, { limit: 100 }));
    expect(await only(noticeId, 'wait_over', 'rights')).toMatchObject({ itemCount: 1 });
    const data = await only(noticeId, 'restore_due', 'platform3');
    expect(data.dueAt).toBe(await dueOf(noticeId, 'restore'));
  }, 60_000);
});

describe('what the platform must do', () => {
  it('after an appeal: decide anew, in full time', async () => {
    const { noticeId, itemId } = await verbs.file(pasted.taobao());
    const [platform, rights] = [await verbs.caller('platform3'), await verbs.caller('rights')];
    const decisions = [{ itemId, outcome: 'refused' as const, reasonCode: 'licensed' as const }];
    await verbs.run((tx, now) => decideItems(tx, now, platform, noticeId, { decisions }));
    await verbs.run((tx, now) => appealItem(tx, now, rights, itemId, { text: '没有授权', evidence: [] }));
    const data = await only(noticeId, 'item_appealed', 'platform3');
    expect(data.dueAt).toBe(await dueOf(noticeId, 'takedown'));
  });

  it('after a report that it is still live', async () => {
    const { noticeId, itemId } = await verbs.filedAndDown('platform3', pasted.taobao());
    const rights = await verbs.caller('rights');
    await verbs.run((tx, now) => reportStillLive(tx, now, rights, itemId, { text: '仍可打开', fileId: null }));
    const data = await only(noticeId, 'item_reappeared', 'platform3');
    expect(data.dueAt).toBe(await dueOf(noticeId, 'takedown'));
    expect(JSON.stringify(data)).not.toContain('仍可打开');
  });

  it('when an order was recorded: carry it out, by the clock that it starts', async () => {
    const { noticeId, itemId } = await verbs.filedAndDown('platform3', pasted.taobao());
    const platform = await verbs.caller('platform3');
    const order = { direction: 'restore' as const, issuer: '北京互联网法院', number: '（2026）裁1号', fileId: null };
    await verbs.run((tx, now) => recordOrder(tx, now, platform, itemId, { ...order, issuedAt: now, expiresAt: null }));
    const data = await only(noticeId, 'order_recorded', 'platform3');
    expect(data).toMatchObject({ what: '责令恢复', dueAt: await dueOf(noticeId, 'restore') });
    expect(JSON.stringify(data)).not.toContain('裁1号');
  });
});

it('a supplement is asked of the complainant in words, with the platform’s message and the day; its answer goes to the platform', async () => {
  const { noticeId } = await verbs.file(pasted.netdisk());
  const [platform, rights] = [await verbs.caller('platform'), await verbs.caller('rights')];
  const input = { elements: ['ownership'], message: '请提供版权登记证书' };
  await verbs.run((tx, now) => requestSupplement(tx, now, platform, noticeId, input));
  expect(await only(noticeId, 'supplement_requested', 'rights')).toMatchObject({
    elements: ['权属证明'],
    message: '请提供版权登记证书',
    dueAt: await dueOf(noticeId, 'supplement'),
  });
  const [{ payload }] = await app.database.query(
    `select payload from events where matter_id = $1 and type = 'notice.supplement_requested'`,
    [noticeId],
  );
  expect(payload).not.toContain('请提供版权登记证书');
  const document = { evidence: [], statements: null, message: '已补交' };
  await verbs.run((tx, now) => supplementNotice(tx, now, rights, noticeId, document));
  expect((await only(noticeId, 'notice_supplemented', 'platform')).dueAt).toBe(await dueOf(noticeId, 'takedown'));
});

it('every letter to a member leads to a page of the console', async () => {
  const areas = join(root, 'apps/console/src/areas');
  const files = readdirSync(areas, { recursive: true, encoding: 'utf8' }).filter(
    (file) => basename(file) === 'area.ts',
  );
  const paths = files.flatMap((file) => [...readFileSync(join(areas, file), 'utf8').matchAll(/path: '(\/[^']+)'/g)]);
  const pages = paths.map(([, path]) => new RegExp(`^${path!.replaceAll(/:\w+/g, '[^/]+')}$`));
  const letters = await app.database.query<Array<{ url: string }>>(
    `select data ->> 'url' as url from letters_seen where recipient like '%@demo.test'`,
  );
  const addresses = letters.map(({ url }) => new URL(url).pathname);
  expect(addresses.length).toBeGreaterThan(5);
  expect(addresses.filter((address) => !pages.some((page) => page.test(address)))).toEqual([]);
});

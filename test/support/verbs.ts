import { domainNow, inTransaction, type Tx } from '#database';
import { type Caller, scopes } from '#identity';
import { type CounterInput, decideItems, relayCounterNotice } from '#notices';
import type { DemoAccount, TestApp } from './app.js';
import { complaintAbout } from './complaints.js';

/** A counter-notice that lacks nothing under any law. */
export const counterAbout = (changes: Partial<CounterInput> = {}): Omit<CounterInput, 'receivedAt'> => ({
  respondent: {
    name: '用户某甲',
    idType: 'resident_id',
    idNumber: '11010519491231002X',
    contact: '13900005678',
    address: '杭州市西湖区文三路1号',
  },
  statement: '该商品为本人原创',
  evidence: [
    { kind: 'ownership', text: '本人创作底稿', forward: true },
    { kind: 'identity', text: '身份证复印件', forward: false },
  ],
  statements: { accuracy: true, perjury: true, jurisdiction: true, signature: '用户某甲' },
  reasonCode: 'own_work',
  forward: true,
  ...changes,
});

/** The verbs of the product as its controllers call them, for what comes after a decision. */
export function verbsOf(app: TestApp) {
  const run = <T>(work: (tx: Tx, now: Date) => Promise<T>): Promise<T> =>
    inTransaction(app.database, async (tx) => work(tx, await domainNow(tx)));

  async function caller(account: DemoAccount): Promise<Caller> {
    const [row] = await app.database.query(
      `select m.id, m.organization_id, o.kind, o.region_code from members m join organizations o on o.id = m.organization_id
       where m.email = $1`,
      [`${account}@demo.test`],
    );
    return {
      organizationId: row.organization_id,
      organizationKind: row.kind,
      regionCode: row.region_code,
      memberId: row.id,
      responsibleMemberId: row.id,
      role: 'owner',
      apiKeyId: null,
      sessionId: null,
      scopes: new Set(scopes),
      isEmailConfirmed: true,
    };
  }

  async function file(text: string, changes: Record<string, unknown> = {}) {
    const { status, body } = await app.by('rights').post('/v1/complaints', complaintAbout([text], changes));
    if (status !== 201) throw new Error(JSON.stringify(body));
    const noticeId = body.notices[0].id as string;
    const [{ id: itemId }] = await app.database.query('select id from items where notice_id = $1', [noticeId]);
    return { noticeId, itemId: itemId as string };
  }

  /** A notice that its platform has acted on. */
  async function filedAndDown(account: DemoAccount, text: string, changes: Record<string, unknown> = {}) {
    const filed = await file(text, changes);
    const platform = await caller(account);
    const decisions = [{ itemId: filed.itemId, outcome: 'removed' as const }];
    await run((tx, now) => decideItems(tx, now, platform, filed.noticeId, { decisions }));
    return filed;
  }

  async function counter(account: DemoAccount, itemId: string, changes: Partial<CounterInput> = {}) {
    const platform = await caller(account);
    return run((tx, now) =>
      relayCounterNotice(tx, now, platform, itemId, { ...counterAbout(changes), receivedAt: now }),
    );
  }

  return { run, caller, file, filedAndDown, counter };
}

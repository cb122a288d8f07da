import { domainNow, inTransaction, type Tx } from '#database';
import { type Caller, type Scope, scopesOf } from '#identity';
import { type CounterInput, relayCounterNotice, restoreItem } from '#notices';
import type { DemoAccount, TestApp } from '../support/app.js';

/** What a demo person would do, by the verb itself. */
export async function callerOf(app: TestApp, account: DemoAccount): Promise<Caller> {
  const { organization, member } = (await (await app.signedIn(account)).get('/v1/me')).body;
  return {
    organizationId: organization.id,
    organizationKind: organization.kind,
    regionCode: null,
    memberId: member.id,
    responsibleMemberId: member.id,
    role: 'owner',
    apiKeyId: null,
    sessionId: null,
    scopes: new Set<Scope>(scopesOf(organization.kind, 'owner')),
    isEmailConfirmed: true,
  };
}

const statement: Omit<CounterInput, 'receivedAt'> = {
  respondent: { name: '王五', idType: 'id_card', idNumber: '1', contact: '13800000000', address: '杭州', phone: '1' },
  statement: '本人原创，不构成侵权，要求恢复。',
  reasonCode: 'own_work',
  evidence: [{ kind: 'ownership', text: '底稿', forward: true }],
  statements: { accuracy: true, goodFaith: true, perjury: true, jurisdiction: true, signature: '王五' },
  forward: false,
} as never;

/** The user's statement against an item brings it back (条例 第17条). */
export async function restoreOnCounter(app: TestApp, account: DemoAccount, itemId: string): Promise<void> {
  const caller = await callerOf(app, account);
  const act = <T>(verb: (tx: Tx, now: Date) => Promise<T>) =>
    inTransaction(app.database, async (tx) => verb(tx, await domainNow(tx)));
  const { missing } = await act((tx, now) =>
    relayCounterNotice(tx, now, caller, itemId, { ...statement, receivedAt: now }),
  );
  if (missing.length > 0) throw new Error(`the statement lacks ${missing.map(({ element }) => element).join()}`);
  await act((tx, now) => restoreItem(tx, now, caller, itemId));
}

import { inTransaction } from '#database';
import {
  createMember,
  mintApiKey,
  openSession,
  type OrganizationKind,
  type Role,
  type Scope,
  scopesOf,
} from '#identity';
import { newId } from '#kernel';
import { AccessTokens } from '../../../apps/api/src/identity/access-tokens.js';
import type { DemoAccount, TestApp } from '../../support/app.js';
import type { Operation } from './contract.js';
import { Memory } from './memory.js';

/** Somebody who asks, by a session or an API key of their own. */
export interface Person {
  /** `platform handler`, `platform key` */
  name: string;
  scopes: readonly Scope[];
  memory: Memory;
  credential: string;
  /** A new credential: the walk signs out, revokes and removes, and goes on. */
  renew(): Promise<void>;
}

const cast: ReadonlyArray<[DemoAccount, Role | 'key']> = [
  ['rights', 'owner'],
  ['rights', 'key'],
  ['partner', 'handler'],
  ['partner', 'viewer'],
  ['platform', 'owner'],
  ['platform', 'key'],
  ['platform3', 'handler'],
  ['platform2', 'viewer'],
  ['regulator', 'approver'],
  ['national', 'key'],
  ['operator', 'owner'],
];

/** What each account has read; all of it is also kept for whoever wants to try what is not theirs. */
export function memoriesOf(): Record<string, Memory> {
  const everybody = new Memory();
  return Object.fromEntries(cast.map(([account]) => [account, new Memory(everybody)]));
}

export async function peopleOf(app: TestApp, memories: Record<string, Memory>): Promise<Person[]> {
  const people: Person[] = [];
  for (const [account, role] of cast) {
    const { body: me } = await app.by(account).get('/v1/me');
    const { id: organizationId, kind } = me.organization as { id: string; kind: OrganizationKind };
    const memory = memories[account]!;
    const scopes = role === 'key' ? (me.scopes as Scope[]) : scopesOf(kind, role);
    const person: Person = {
      name: `${account} ${role}`,
      scopes,
      memory,
      credential: '',
      async renew() {
        person.credential =
          role === 'key' ? await keyOf(app, organizationId, scopes) : await tokenOf(app, organizationId, role);
      },
    };
    await person.renew();
    people.push(person);
  }
  return people;
}

export function mayEnter({ access }: Operation, { scopes }: Person): boolean {
  return typeof access === 'string' || access.some((scope) => scopes.includes(scope as Scope));
}

async function keyOf(app: TestApp, organizationId: string, scopes: readonly Scope[]): Promise<string> {
  return inTransaction(app.database, async (tx) => {
    const createdBy = await memberOf(tx, organizationId, 'owner');
    const creatorScopes = new Set(scopes);
    return (await mintApiKey(tx, { organizationId, createdBy, name: '钥匙', scopes, mode: 'sandbox', creatorScopes }))
      .key;
  });
}

async function tokenOf(app: TestApp, organizationId: string, role: Role): Promise<string> {
  return inTransaction(app.database, async (tx) => {
    const session = await openSession(tx, await memberOf(tx, organizationId, role), new Date());
    return (await app.nest.get(AccessTokens, { strict: false }).tokensOf(session)).accessToken;
  });
}

function memberOf(tx: Parameters<typeof createMember>[0], organizationId: string, role: Role): Promise<string> {
  const email = `${newId()}@walk.test`;
  return createMember(tx, new Date(), { organizationId, email, name: '行者', role, isEmailConfirmed: true });
}

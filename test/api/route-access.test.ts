import {
  createMember,
  openSession,
  type OrganizationKind,
  organizationKinds,
  type Role,
  roles,
  type Scope,
  scopesOf,
} from '#identity';
import { inTransaction } from '#database';
import { newId } from '#kernel';
import { AccessTokens } from '../../apps/api/src/identity/access-tokens.js';
import { type DeclaredRoute, declaredRoutes } from '../../apps/api/src/http/declared-access.js';
import { type Client, startTestApp, type TestApp } from '../support/app.js';

interface Person {
  kind: OrganizationKind;
  role: Role;
  client: Client;
}

describe('every route, for every kind of organization and every role', () => {
  let app: TestApp;
  let routes: DeclaredRoute[];
  const people: Person[] = [];

  beforeAll(async () => {
    app = await startTestApp({ worker: false });
    routes = declaredRoutes(app.nest);
    for (const kind of organizationKinds) {
      for (const role of roles) {
        if (role === 'approver' && kind !== 'regulator') continue;
        people.push({ kind, role, client: app.with(await tokenOf(app, kind, role)) });
      }
    }
  });
  afterAll(() => app?.close());

  it('declares who may enter', () => {
    expect(routes.length).toBeGreaterThan(50);
    expect(routes.filter(({ access }) => !access)).toEqual([]);
  });

  it('asks a stranger to sign in, unless it is public', async () => {
    for (const route of routes) {
      const { status, body } = await app.with(null).send(route.method, pathOf(route), bodyOf(route));
      const isOpen = route.access!.kind === 'public';
      expect([route.method, route.path, status === 401 && body.code === 'unauthenticated']).toEqual([
        route.method,
        route.path,
        !isOpen && true,
      ]);
    }
  });

  it('refuses whoever lacks its scope, and only those', async () => {
    for (const route of routes) {
      for (const { kind, role, client } of people) {
        const { status, body } = await client.send(route.method, pathOf(route), bodyOf(route));
        const isRefusedByScope = status === 403 && /needs the scope/.test(body.detail ?? '');
        expect([route.method, route.path, kind, role, isRefusedByScope, status < 500]).toEqual([
          route.method,
          route.path,
          kind,
          role,
          !mayEnter(route, scopesOf(kind, role)),
          true,
        ]);
        // signing out is something that the walk must not do to itself
        if (signsOut(route)) await renew(app, people);
      }
    }
  }, 120_000);
});

const signsOut = ({ method, path }: DeclaredRoute) =>
  path === '/v1/auth/logout' || (method === 'DELETE' && /^\/v1\/(auth\/session|me\/sessions)$/.test(path));

function mayEnter({ access }: DeclaredRoute, own: readonly Scope[]): boolean {
  return access!.kind !== 'scope' || access!.scopes.some((scope) => own.includes(scope));
}

const pathOf = ({ path }: DeclaredRoute) => path.replace(/:\w+/g, newId());
const bodyOf = ({ method }: DeclaredRoute) =>
  method === 'GET' || method === 'DELETE' ? undefined : { nonsense: true };

async function tokenOf(app: TestApp, kind: OrganizationKind, role: Role): Promise<string> {
  return inTransaction(app.database, async (tx) => {
    const organizationId = newId();
    const now = new Date();
    await tx.query(`insert into organizations (id, kind, name, created_at) values ($1, $2, 'x', $3)`, [
      organizationId,
      kind,
      now,
    ]);
    const email = `${newId()}@roles.test`;
    const memberId = await createMember(tx, now, { organizationId, email, name: 'x', role, isEmailConfirmed: true });
    const session = await openSession(tx, memberId, now);
    return (await app.nest.get(AccessTokens, { strict: false }).tokensOf(session)).accessToken;
  });
}

async function renew(app: TestApp, people: Person[]): Promise<void> {
  for (const person of people) person.client = app.with(await tokenOf(app, person.kind, person.role));
}

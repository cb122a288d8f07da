import { inTransaction } from '#database';
import { mintApiKey, type Scope, scopesOf } from '#identity';
import { newId } from '#kernel';
import { declaredRoutes } from '../../apps/api/src/http/declared-access.js';
import { type Client, startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ worker: false });
}, 60_000);
afterAll(() => app.close());

/** A key of one scope, for each that the owners of the demo organizations can give away. */
async function keysOfOneScope(): Promise<Array<{ who: string; scope: Scope; client: Client }>> {
  const owners = await app.database.query(
    `select m.id, m.organization_id, o.kind from members m join organizations o on o.id = m.organization_id
     where m.email = any($1)`,
    [['rights@demo.test', 'platform@demo.test', 'regulator@demo.test', 'operator@demo.test']],
  );
  const keys = [];
  for (const { id: createdBy, organization_id: organizationId, kind } of owners) {
    const creatorScopes = new Set(scopesOf(kind, 'owner'));
    // keys are minted by persons: this scope is never a key's
    for (const scope of [...creatorScopes].filter((each) => each !== 'members:manage')) {
      const wanted = {
        organizationId,
        createdBy,
        name: scope,
        scopes: [scope],
        mode: 'sandbox' as const,
        creatorScopes,
      };
      const { key } = await inTransaction(app.database, (tx) => mintApiKey(tx, wanted));
      keys.push({ who: `${kind} key of ${scope}`, scope, client: app.with(key) });
    }
  }
  return keys;
}

it('a key opens the routes of its scopes and no other', async () => {
  const wrong: string[] = [];
  const keys = await keysOfOneScope();
  for (const { method, path, access } of declaredRoutes(app.nest)) {
    if (access!.kind !== 'scope') continue;
    for (const { who, scope, client } of keys) {
      const { status } = await client.send(method, path.replace(/:\w+/g, newId()), method === 'GET' ? undefined : {});
      const isRight = access!.scopes.includes(scope) ? status !== 401 && status !== 403 : status === 403;
      // figures of an inbox are for whoever has one
      const isForPlatforms = /^\/v1\/statistics\/(inflow|decision-times|ageing)$/.test(path) && status === 403;
      if ((!isRight && !isForPlatforms) || status >= 500) wrong.push(`${who}: ${method} ${path} ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(keys.length).toBeGreaterThan(10);
}, 60_000);

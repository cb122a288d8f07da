import { inTransaction } from '#database';
import { createMember } from '#identity';
import { type Client, type DemoAccount, demoPassword, type TestApp } from './app.js';

/** Another handler in the organization of a demo account, who can sign in with the demo's password. */
export async function addColleague(
  app: TestApp,
  of: DemoAccount,
  name: string,
): Promise<{ id: string; email: string; client: Client }> {
  const { body: me } = await app.by(of).get('/v1/me');
  const email = `${of}.${Buffer.from(name).toString('hex')}@demo.test`;
  const id = await inTransaction(app.database, (tx) =>
    createMember(tx, new Date(), {
      organizationId: me.organization.id,
      email,
      name,
      role: 'handler',
      password: demoPassword,
      isEmailConfirmed: true,
    }),
  );
  const { body } = await app.with(null).post('/v1/auth/login', { email, password: demoPassword });
  return { id, email, client: app.with(body.accessToken) };
}

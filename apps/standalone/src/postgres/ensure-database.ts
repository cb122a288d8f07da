import pg from 'pg';
import { SUPERUSER } from './create-cluster.js';
import { startError } from './postgres-start-error.js';

const NAME = 'tongshan';

/**
 * Makes the application's role and database unless they exist. The role is no superuser, so that what works here works
 * on any PostgreSQL where it owns its database.
 * @returns the connection string of the application
 */
export async function ensureDatabase(port: number, password: string): Promise<string> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres' });
  try {
    await client.connect();
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $1) as database`,
      [NAME],
    );
    if (!rows[0]?.role) {
      const secret = client.escapeLiteral(password);
      await client.query(`create role ${NAME} login createdb createrole password ${secret}`);
    }
    if (!rows[0]?.database) await client.query(`create database ${NAME} owner ${NAME}`);
  } catch (error) {
    throw startError('open its database', error);
  } finally {
    await client.end();
  }
  return `postgres://${NAME}:${password}@127.0.0.1:${port}/${NAME}`;
}

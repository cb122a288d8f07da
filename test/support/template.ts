import pg from 'pg';
import { install } from '../../apps/api/src/install.js';

/** The database that every test database is a copy of: migrated, with the directory and the calendar. */
export const TEMPLATE = 'tongshan_template';

/** Makes the template afresh on the server of `url`. Nobody may be connected to it when it is copied, so it is closed at the end. */
export async function prepareTemplate(url: string): Promise<void> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    await server.query(`drop database if exists ${TEMPLATE} with (force)`);
    await server.query(`create database ${TEMPLATE}`);
    const template = new URL(url);
    template.pathname = `/${TEMPLATE}`;
    await install(template.href);
    await server.query(`alter database ${TEMPLATE} allow_connections false`);
  } finally {
    await server.end();
  }
}

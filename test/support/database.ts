import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { TEMPLATE } from './template.js';

export interface TestDatabase {
  url: string;
  /** Removes it, ending the connections that are still open. */
  drop(): Promise<void>;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** A fresh copy of the template for one test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run through jest, whose global set-up starts the server');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(`create database ${name} template ${TEMPLATE} strategy file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(name) };
}

/** PostgreSQL's own upkeep may be in it just then, which only a superuser can send away. */
async function dropDatabase(name: string, tries = 5): Promise<void> {
  try {
    await onServer(`drop database if exists ${name} with (force)`);
  } catch (failure) {
    if (tries === 1 || (failure as { code?: string }).code !== '42501') throw failure;
    await new Promise((resolve) => setTimeout(resolve, 500));
    await dropDatabase(name, tries - 1);
  }
}

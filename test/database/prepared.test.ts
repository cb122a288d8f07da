import { databaseOptions, inTransaction, prepared } from '#database';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase;
let database: DataSource;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await new DataSource(databaseOptions(test.url, [], { poolSize: 1 })).initialize();
});

afterAll(async () => {
  await database.destroy();
  await test.drop();
});

it('plans a statement once a connection, whatever its values, and returns its rows', async () => {
  const text = 'select $1::int + 1 as next';
  const answers = [];
  for (const value of [1, 41]) {
    answers.push(await inTransaction(database, (tx) => prepared<{ next: number }>(tx, text, [value])));
  }
  expect(answers).toEqual([[{ next: 2 }], [{ next: 42 }]]);
  const kept = await database.query(
    'select statement, generic_plans + custom_plans as runs from pg_prepared_statements',
  );
  expect(kept).toEqual([{ statement: text, runs: '2' }]);
});

it('is part of the transaction that it runs in', async () => {
  await database.query('create table kept (n integer primary key)');
  const text = 'insert into kept (n) values ($1)';
  const failing = inTransaction(database, async (tx) => {
    await prepared(tx, text, [1]);
    await prepared(tx, text, [1]);
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  await inTransaction(database, (tx) => prepared(tx, text, [2]));
  expect(await database.query('select n from kept')).toEqual([{ n: 2 }]);
});

it('refuses a manager outside of a transaction, which has no connection of its own', async () => {
  await expect(prepared(database.manager, 'select 1')).rejects.toThrow('outside a transaction');
});

import { type Answer, startTestApp, type TestApp } from '../support/app.js';
import { stageOf } from '../scenarios/stage.js';

/** The stage with two API processes' worth of containers on one database, so that rivals share nothing but PostgreSQL. */
export async function startRaces(options: { worker?: boolean } = {}) {
  const app = await startTestApp(options);
  const other = await startTestApp({ worker: false, environment: { DATABASE_URL: app.configuration.databaseUrl } });
  return { ...stageOf(app), other: stageOf(other), close: () => closeBoth(app, other) };
}

/** PostgreSQL itself counts deadlocks; one that was retried or hidden behind a 503 is counted all the same. */
async function closeBoth(app: TestApp, other: TestApp): Promise<void> {
  await app.database.query('select pg_stat_force_next_flush()');
  const [{ deadlocks }] = await app.database.query(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  );
  await other.close();
  await app.close();
  expect(deadlocks).toBe(0);
}

export type Races = Awaited<ReturnType<typeof startRaces>>;

/** Lets all run at the same instant; nobody may be answered with a fault of the server. */
export async function atOnce(...acts: Array<() => Promise<Answer>>): Promise<Answer[]> {
  const answers = await Promise.all(acts.map((act) => act()));
  expect(answers.filter(({ status }) => status >= 500).map(({ body }) => body)).toEqual([]);
  return answers;
}

export const statusesOf = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();

/** One of them won, and the others were told clearly that the state is another now. */
export function expectOneWinner(answers: readonly Answer[], won = 200): void {
  expect(statusesOf(answers)).toEqual([won, ...Array<number>(answers.length - 1).fill(409)]);
  for (const { body } of answers.filter(({ status }) => status === 409)) expect(body.code).toBe('wrong_state');
}

export async function times(rounds: number, round: (n: number) => Promise<void>): Promise<void> {
  for (let n = 0; n < rounds; n++) await round(n);
}

/** How often the log tells of a type about an item. */
export async function told({ app }: Races, itemId: string, type: string): Promise<number> {
  const [{ n }] = await app.database.query(
    `select count(*)::int as n from events where type = $2 and payload::jsonb -> 'itemIds' ? $1`,
    [itemId, type],
  );
  return n;
}

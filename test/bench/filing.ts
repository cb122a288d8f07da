import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import pg from 'pg';
import { readConfiguration } from '#kernel';
import { createApi } from '../../apps/api/src/start-api.js';
import { complaintOf } from './complaints.js';
import type { LoadJob, LoadResult } from './load.js';
import type { Figure } from './report.js';
import { type BenchDatabase, pause, type Product, residentMegabytes, type Stage } from './stage.js';
import { median } from './statistics.js';

const route = '/v1/complaints';

/** Asks the load process and waits for its result. */
export async function load(loader: ChildProcess, job: LoadJob): Promise<LoadResult> {
  loader.send(job);
  const [{ result, failure }] = (await once(loader, 'message')) as [{ result?: LoadResult; failure?: string }];
  if (!result) throw new Error(failure);
  return result;
}

/**
 * (a) Filing a complaint against answering 422 to the same body with one unknown field: what the domain and the
 * database cost above what every request of that size costs.
 */
export async function measureFiling(stage: Stage, isQuick: boolean, profile: readonly string[]): Promise<Figure[]> {
  const database = await stage.database('filing');
  const statements = await statementsOfFiling(
    database,
    stage.environment(database),
    isQuick ? [1, 3] : [1, 3, 50, 500],
  );
  const { process: loader } = await stage.beside('load.ts');
  const api = await stage.api(database, profile);
  const milliseconds = isQuick ? 500 : 3_000;
  const ask = (connections: number, targets: number, unknownField: boolean) =>
    load(loader, {
      url: `${api.url}${route}`,
      key: database.keys['rights@demo.test']!,
      connections,
      milliseconds,
      filing: { targets, unknownField },
      expected: unknownField ? 422 : 201,
    });

  await ask(32, 3, false);
  await ask(32, 3, true);
  await database.own.query('analyze');
  const alone = await compare(ask, isQuick ? 1 : 5);
  const figures: Figure[] = [
    {
      name: '(a) filing / 422, 32 connections, 3 targets on 2 platforms, API process alone',
      ratio: alone.ratio,
      goal: '>= 0.12',
      absolute: {
        'filings/s': alone.filings.perSecond,
        '422/s': alone.refusals.perSecond,
        'filing p50 ms': alone.filings.p50,
        'filing p99 ms': alone.filings.p99,
        'resident MiB of the API process': await residentMegabytes(api.process.pid!),
        ...Object.fromEntries(
          statements.map(([targets, n]) => [`statements in the transaction, ${targets} targets`, n]),
        ),
      },
    },
  ];
  for (const connections of [1, 8]) {
    const { ratio, filings, refusals } = await compare((_c, targets, bad) => ask(connections, targets, bad), 1);
    figures.push({
      name: `(a) the same, ${connections} connection${connections > 1 ? 's' : ''}`,
      ratio,
      absolute: { 'filings/s': filings.perSecond, '422/s': refusals.perSecond, 'filing p50 ms': filings.p50 },
    });
  }
  figures.push(...(await perTarget(ask, isQuick)));
  if (!isQuick) figures.push(await besideWorker(stage, database, ask));
  await api.stop();
  return figures;
}

type Ask = (connections: number, targets: number, unknownField: boolean) => Promise<LoadResult>;

/** Both sides by turns, so that what else the machine does falls on both; medians of the rounds. */
async function compare(ask: Ask, rounds: number) {
  const filings: LoadResult[] = [];
  const refusals: LoadResult[] = [];
  for (let round = 0; round < rounds; round++) {
    filings.push(await ask(32, 3, false));
    refusals.push(await ask(32, 3, true));
  }
  const ratio = median(filings.map(({ perSecond }, round) => perSecond / refusals[round]!.perSecond));
  return { ratio, filings: middle(filings), refusals: middle(refusals) };
}

function middle(results: readonly LoadResult[]): LoadResult {
  const of = (what: keyof LoadResult) => median(results.map((result) => result[what]));
  return { perSecond: of('perSecond'), count: of('count'), p50: of('p50'), p95: of('p95'), p99: of('p99') };
}

async function perTarget(ask: Ask, isQuick: boolean): Promise<Figure[]> {
  const single = await ask(8, 1, false);
  const cost = (targets: number, { perSecond }: LoadResult) => 1000 / (perSecond * targets);
  const figures: Figure[] = [];
  for (const targets of isQuick ? [50] : [50, 500]) {
    const many = await ask(8, targets, false);
    figures.push({
      name: `(a) cost of a target in a filing of ${targets} / in a filing of 1, 8 connections`,
      ratio: cost(targets, many) / cost(1, single),
      absolute: {
        'filings/s': many.perSecond,
        'filings/s with 1': single.perSecond,
        'ms per target': cost(targets, many),
        'ms per target with 1': cost(1, single),
        'filing p50 ms': many.p50,
      },
    });
  }
  return figures;
}

/** The same with the worker as a process beside it, which positions, announces and writes letters meanwhile. */
async function besideWorker(stage: Stage, database: BenchDatabase, ask: Ask): Promise<Figure> {
  const worker: Product = await stage.worker(database);
  await pause(3_000);
  const filings = await ask(32, 3, false);
  await worker.stop();
  const refusals = await ask(32, 3, true);
  return {
    name: '(a) the same, 32 connections, with a worker process catching up beside it',
    ratio: filings.perSecond / refusals.perSecond,
    absolute: { 'filings/s': filings.perSecond, '422/s (no worker)': refusals.perSecond, 'filing p50 ms': filings.p50 },
  };
}

/** Counts what goes to the database between `begin` and `commit`, in an API of this process. */
async function statementsOfFiling(
  database: BenchDatabase,
  environment: Record<string, string>,
  sizes: readonly number[],
): Promise<Array<[targets: number, statements: number]>> {
  const api = await createApi(readConfiguration(environment));
  await api.listen(0, '127.0.0.1');
  const address = (await api.getUrl()).replace('[::1]', '127.0.0.1');
  const log = watchStatements();
  const found: Array<[number, number]> = [];
  try {
    // the first one reads the directory and the calendar, which stay in memory
    for (const targets of [1, ...sizes]) {
      log.texts.length = 0;
      const headers = {
        authorization: `Bearer ${database.keys['rights@demo.test']}`,
        'content-type': 'application/json',
      };
      const answer = await fetch(address + route, { method: 'POST', headers, body: complaintOf(targets, false) });
      if (answer.status !== 201) throw new Error(`filing ${targets} targets answered ${answer.status}`);
      await answer.arrayBuffer();
      const from = log.texts.findIndex((text) => /^start transaction|^begin/i.test(text));
      const to = log.texts.findIndex((text) => /^commit/i.test(text));
      found.push([targets, to - from - 1]);
    }
  } finally {
    log.stop();
    await api.close();
  }
  return found.slice(1);
}

function watchStatements() {
  const texts: string[] = [];
  const original = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const watched = function (this: pg.Client, ...given: unknown[]) {
    const [query] = given;
    texts.push(typeof query === 'string' ? query : ((query as { text?: string }).text ?? ''));
    return original.apply(this, given);
  };
  Object.assign(pg.Client.prototype, { query: watched });
  return { texts, stop: () => Object.assign(pg.Client.prototype, { query: original }) };
}

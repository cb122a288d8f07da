import { load } from './filing.js';
import type { Figure } from './report.js';
import { fillInbox } from './rows.js';
import type { BenchDatabase, Stage } from './stage.js';
import { median } from './statistics.js';

const runningClocks = { from: `interval '1 day'`, until: `interval '60 days'`, isWhole: false };

/** The database of (b) and (c): one platform with a million notices and running clocks, another with ten thousand. */
export async function fillLarge(stage: Stage, isQuick: boolean): Promise<BenchDatabase> {
  const database = await stage.database('large');
  const notices = isQuick ? 50_000 : 1_000_000;
  // the few first: indexes are made anew with each filling
  await fillInbox(database.own, { platformSlug: 'douyin', notices: 10_000, ...runningClocks }, 2);
  await fillInbox(database.own, { platformSlug: 'baidu-pan', notices, ...runningClocks }, 1);
  return database;
}

export async function fillSmall(stage: Stage): Promise<BenchDatabase> {
  const database = await stage.database('small');
  await fillInbox(database.own, { platformSlug: 'baidu-pan', notices: 10_000, ...runningClocks }, 1);
  return database;
}

/** (b) The first page of an inbox, over HTTP, four connections, both platforms in one database by turns. */
export async function measureInbox(stage: Stage, large: BenchDatabase, isQuick: boolean): Promise<Figure[]> {
  const api = await stage.api(large);
  const { process: loader } = await stage.beside('load.ts');
  const ask = (key: string, milliseconds: number) =>
    load(loader, {
      url: `${api.url}/v1/notices`,
      key: large.keys[key]!,
      connections: 4,
      milliseconds,
      expected: 200,
    });
  const ratios: number[] = [];
  const figures: Record<'large' | 'small', number[]> = { large: [], small: [] };
  for (const key of ['platform@demo.test', 'platform2@demo.test']) await ask(key, 1_500);
  for (let round = 0; round < (isQuick ? 3 : 15); round++) {
    const many = await ask('platform@demo.test', 1_000);
    const few = await ask('platform2@demo.test', 1_000);
    ratios.push(many.p95 / few.p95);
    figures.large.push(many.p95, many.p50);
    figures.small.push(few.p95, few.p50);
  }
  await api.stop();
  const at = (values: readonly number[], place: number) =>
    median(values.filter((_value, index) => index % 2 === place));
  return [
    {
      name: `(b) inbox, first page: ${isQuick ? '50,000' : '1,000,000'} notices / 10,000, p95`,
      ratio: median(ratios),
      goal: '<= 1.5',
      absolute: {
        'p95 ms': at(figures.large, 0),
        'p95 ms of 10,000': at(figures.small, 0),
        'p50 ms': at(figures.large, 1),
        'p50 ms of 10,000': at(figures.small, 1),
      },
    },
  ];
}

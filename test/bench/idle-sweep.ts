import { databaseOptions } from '#database';
import { DataSource } from 'typeorm';
import { Sweep } from '../../apps/worker/src/sweep.js';
import type { Figure } from './report.js';
import type { BenchDatabase } from './stage.js';
import { median, percentile } from './statistics.js';

/** (c) The sweep as the worker runs it, finding nothing due, on both databases by turns. */
export async function measureIdleSweep(
  large: BenchDatabase,
  small: BenchDatabase,
  isQuick: boolean,
): Promise<Figure[]> {
  const sides = await Promise.all([large, small].map(openSweep));
  const times: number[][] = [[], []];
  for (let round = 0; round < (isQuick ? 300 : 3_000); round++) {
    for (const [side, { sweep }] of sides.entries()) {
      const begun = performance.now();
      if ((await sweep.sweepOnce()) > 0) throw new Error('something was due');
      if (round >= 100) times[side]!.push(performance.now() - begun);
    }
  }
  await Promise.all(sides.map(({ database }) => database.destroy()));
  const [many, few] = [times[0]!, times[1]!];
  return [
    {
      name: `(c) sweep with nothing due: ${isQuick ? '50,000' : '1,000,000'} running clocks / 10,000, median`,
      ratio: median(many) / median(few),
      goal: '<= 1.5',
      absolute: {
        'p50 ms': median(many),
        'p50 ms of 10,000': median(few),
        'p95 ms': percentile(many, 0.95),
        'p95 ms of 10,000': percentile(few, 0.95),
      },
    },
  ];
}

async function openSweep({ url }: BenchDatabase) {
  const database = await new DataSource(databaseOptions(url, [], { poolSize: 2 })).initialize();
  return { database, sweep: new Sweep(database) };
}

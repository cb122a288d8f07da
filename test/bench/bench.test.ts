import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Figure } from './report.js';
import { median, percentile } from './statistics.js';

const root = join(import.meta.dirname, '../..');

const folder = await mkdtemp(join(tmpdir(), 'tongshan-bench-test-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the benchmark says of some figures, quickly taken. */
async function quickly(only: string): Promise<Figure[]> {
  const json = join(folder, `${only}.json`);
  const bench = ['--import', './test/support/register-source.mjs', 'test/bench/main.ts'];
  const { NODE_OPTIONS: _options, ...env } = process.env;
  await promisify(execFile)(process.execPath, [...bench, '--quick', '--only', only, '--json', json], {
    cwd: root,
    env,
  });
  return (JSON.parse(await readFile(json, 'utf8')) as { figures: Figure[] }).figures;
}

it('measures filing on the compiled product, by the same number of statements for one target and for three, and webhooks', async () => {
  const figures = await quickly('filing,fan-out');
  const [filing, fanOut] = [figures[0]!, figures.at(-1)!];
  expect(filing.ratio).toBeGreaterThan(0.02);
  expect(filing.ratio).toBeLessThan(1);
  expect(filing.absolute['statements in the transaction, 1 targets']).toBeGreaterThan(2);
  expect(filing.absolute['statements in the transaction, 3 targets']).toBe(
    filing.absolute['statements in the transaction, 1 targets'],
  );
  expect(fanOut.name).toMatch(/200 endpoints of which 5 % hang/);
  // a receiver that hangs does so for 15 seconds
  expect(fanOut.absolute['seconds']).toBeLessThan(10);
}, 400_000);

it('takes the middle and the edge of what it has measured', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(percentile([...Array(100).keys()], 0.95)).toBe(94);
});

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Figure } from './report.js';
import { median, percentile } from './statistics.js';

const root = join(import.meta.dirname, '../..');

it('measures filing on the compiled product, by the same number of statements for one target and for three', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tongshan-bench-test-'));
  const json = join(folder, 'figures.json');
  try {
    const bench = ['--import', './test/support/register-source.mjs', 'test/bench/main.ts'];
    const { NODE_OPTIONS: _options, ...env } = process.env;
    await promisify(execFile)(process.execPath, [...bench, '--quick', '--only', 'filing', '--json', json], {
      cwd: root,
      env,
    });
    const { figures } = JSON.parse(await readFile(json, 'utf8')) as { figures: Figure[] };
    const [{ ratio, absolute }] = figures as [Figure];
    expect(ratio).toBeGreaterThan(0.02);
    expect(ratio).toBeLessThan(1);
    expect(absolute['statements in the transaction, 1 targets']).toBeGreaterThan(2);
    expect(absolute['statements in the transaction, 3 targets']).toBe(
      absolute['statements in the transaction, 1 targets'],
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);

it('takes the middle and the edge of what it has measured', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(percentile([...Array(100).keys()], 0.95)).toBe(94);
});

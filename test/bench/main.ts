import 'reflect-metadata';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { writeFile } from 'node:fs/promises';
import { measureConsole } from './console.js';
import { measureDeliveries } from './deliveries.js';
import { measureDue } from './due.js';
import { measureFanOut } from './fan-out.js';
import { measureFiling } from './filing.js';
import { measureIdleSweep } from './idle-sweep.js';
import { fillLarge, fillSmall, measureInbox } from './inbox.js';
import { type Figure, table } from './report.js';
import { measureStarting } from './starting.js';
import { type BenchDatabase, openStage, type Stage } from './stage.js';

/** `npm run bench -- --quick --only filing,inbox --json figures.json --profile folder` */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string' },
    profile: { type: 'string' },
  },
});

const measurements: Record<string, (stage: Stage) => Promise<Figure[]>> = {
  filing: (stage) => measureFiling(stage, values.quick, profiling()),
  inbox: async (stage) => measureInbox(stage, await large(stage), values.quick),
  idle: async (stage) => measureIdleSweep(await large(stage), await fillSmall(stage), values.quick),
  due: (stage) => measureDue(stage, values.quick),
  deliveries: (stage) => measureDeliveries(stage, values.quick, profiling()),
  'fan-out': (stage) => measureFanOut(stage, values.quick, profiling()),
  console: (stage) => measureConsole(stage, values.quick),
  starting: () => measureStarting(values.quick),
};

let filled: Promise<BenchDatabase> | undefined;
const large = (stage: Stage) => (filled ??= fillLarge(stage, values.quick));

/** V8's own profiler, in the measured processes. */
function profiling(): string[] {
  return values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
}

async function main(): Promise<void> {
  const wanted = values.only?.split(',') ?? Object.keys(measurements);
  const unknown = wanted.filter((name) => !measurements[name]);
  if (unknown.length > 0)
    throw new Error(`no such figure: ${unknown.join(', ')}; there are ${Object.keys(measurements).join(', ')}`);
  const stage = await openStage();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stage.close().finally(() => process.exit(130)));
  }
  const figures: Figure[] = [];
  try {
    for (const name of wanted) {
      const begun = performance.now();
      figures.push(...(await measurements[name]!(stage)));
      process.stderr.write(`${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s\n`);
    }
  } finally {
    await stage.close();
  }
  const machine = {
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    architecture: process.arch,
    node: process.version,
    postgres: stage.postgresVersion,
  };
  const json = JSON.stringify({ machine, isQuick: values.quick, figures }, null, 2);
  process.stdout.write(`${table(figures)}\n\n${json}\n`);
  if (values.json) await writeFile(values.json, `${json}\n`);
}

await main();

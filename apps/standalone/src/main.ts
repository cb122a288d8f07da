import 'reflect-metadata';
import { createServer } from 'node:net';
import { startApi } from '../../api/src/start-api.js';
import { install } from '../../api/src/install.js';
import { startWorker } from '../../worker/src/start-worker.js';
import { type Configuration, readConfiguration } from '#kernel';
import { DataSource } from 'typeorm';
import { demoKeys } from './demo/demo-keys.js';
import { seedDemo } from './demo/seed-demo.js';
import { startEmbeddedPostgres } from './postgres/embedded-postgres.js';
import { standaloneEnvironment } from './standalone-environment.js';
import { welcome } from './welcome.js';

/** Everything in one process, for a laptop: embedded PostgreSQL, migrations, demo data, api and worker. */
async function main(): Promise<void> {
  const started = performance.now();
  const { dataFolder, variables, demoPassword } = await standaloneEnvironment(process.env);
  const stops: Array<() => Promise<unknown>> = [];
  const stop = stopOnce(stops);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  try {
    const placeholder = 'postgres://embedded.invalid/tongshan';
    const { host, port } = readConfiguration({ ...variables, DATABASE_URL: variables['DATABASE_URL'] ?? placeholder });
    await requireFreePort(host, port);
    if (!variables['DATABASE_URL']) {
      const postgres = await startEmbeddedPostgres({ dataFolder });
      stops.unshift(() => postgres.stop());
      variables['DATABASE_URL'] = postgres.url;
    }
    const configuration = readConfiguration(variables);
    await install(configuration.databaseUrl);
    const api = await startApi(configuration);
    stops.unshift(() => api.close());
    const keys = demoPassword === null ? null : await demo(api.get(DataSource), demoPassword, dataFolder);
    const worker = await startWorker(configuration);
    stops.unshift(() => worker.close());
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(`${welcome({ ...links(configuration), keys, password: demoPassword, seconds })}\n`);
  } catch (failure) {
    process.stderr.write(`\n  ${failure instanceof Error ? failure.message : String(failure)}\n\n`);
    if (process.env['LOG_LEVEL'] === 'debug') console.error(failure);
    await stop(1);
  }
}

async function demo(database: DataSource, password: string, dataFolder: string): Promise<Record<string, string>> {
  await seedDemo(database, password);
  return demoKeys(database, dataFolder);
}

function links({ publicUrl, mailUrl }: Configuration) {
  return { publicUrl, mailUrl };
}

/** Stops in the reverse order of starting; a second Ctrl-C does not wait. */
function stopOnce(stops: ReadonlyArray<() => Promise<unknown>>): (code: number) => Promise<void> {
  let isStopping = false;
  return async (code) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    for (const stop of stops) await stop().catch((failure: unknown) => console.error(String(failure)));
    process.exit(code);
  };
}

/** Asked first, so that a taken port is told in a second and nothing else has been touched. */
function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (failure: NodeJS.ErrnoException) =>
      reject(
        failure.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`,
            )
          : failure,
      ),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

await main();

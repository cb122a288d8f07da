import 'reflect-metadata';
import { readConfiguration } from '#kernel';
import { startWorker } from './start-worker.js';

/** The worker as a process of its own: any number may run beside each other. */
const configuration = readConfiguration(process.env);
const worker = await startWorker(configuration);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void worker.close().then(() => process.exit(0)));
}

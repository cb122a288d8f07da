import 'reflect-metadata';
import { readConfiguration } from '#kernel';
import { startApi } from './start-api.js';

/** The API as a process of its own. */
const api = await startApi(readConfiguration(process.env));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void api.close().then(() => process.exit(0)));
}

import pg from 'pg';
import type { DataSourceOptions, EntitySchema, MixedList } from 'typeorm';

/**
 * A server that ends can say so in the same breath in which a new connection becomes ready, before whoever asked for it
 * listens: nobody hears it, and Node would end the process. The query that follows fails all the same.
 */
class HeardClient extends pg.Client {
  constructor(configuration?: string | pg.ClientConfig) {
    super(configuration);
    this.on('error', () => undefined);
  }
}

/** How every process connects: no schema changes by itself, bounded waits, instants in UTC. */
export function databaseOptions(
  url: string,
  entities: MixedList<Function | string | EntitySchema>,
  settings: { poolSize?: number; applicationName?: string } = {},
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    logging: false,
    poolSize: settings.poolSize ?? 20,
    applicationName: settings.applicationName ?? 'tongshan',
    connectTimeoutMS: 3_000,
    extra: {
      Client: HeardClient,
      idleTimeoutMillis: 30_000,
      // A lock that is not granted in this time is a fault to be told, not to be waited for.
      options:
        '-c timezone=UTC -c lock_timeout=10s -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s',
    },
  };
}

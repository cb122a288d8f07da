import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  /** Seconds by method, route pattern and status; never by the concrete address. */
  requests: Histogram<'method' | 'route' | 'status'>;
  /** Read from the database when somebody asks. */
  state: Gauge<'what'>;
  problems: Counter<'code'>;
  /** What no request waits for: settlements of counts that failed, lines of the keys' log that were dropped. */
  givenUp: Counter<'what'>;
}

/** The figures of one process, in the Prometheus text format. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'tongshan_' });
  return {
    registry,
    requests: new Histogram({
      name: 'tongshan_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [registry],
    }),
    state: new Gauge({
      name: 'tongshan_state',
      help: 'jobs_waiting, queue_lag_seconds, sweep_lateness_seconds, events_unpositioned, deliveries_pending, deadlines_overdue, letters_pending',
      labelNames: ['what'],
      registers: [registry],
    }),
    problems: new Counter({
      name: 'tongshan_problems_total',
      help: 'Problem answers by code',
      labelNames: ['code'],
      registers: [registry],
    }),
    givenUp: new Counter({
      name: 'tongshan_given_up_total',
      help: 'rate_settlement: counts of requests that could not be settled with the other processes; key_request: lines of the request log of API keys that were dropped',
      labelNames: ['what'],
      registers: [registry],
    }),
  };
}

import { Client } from 'undici';
import { complaintOf } from './complaints.js';
import { percentile } from './statistics.js';

/** What the load process is asked for: one address again and again, or filings of which no two are the same. */
export interface LoadJob {
  url: string;
  key: string;
  connections: number;
  milliseconds: number;
  /** Left out: GET. */
  filing?: { targets: number; unknownField: boolean };
  expected: number;
}

export interface LoadResult {
  perSecond: number;
  count: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
}

interface Filed {
  targets: Array<{ outcome: string }>;
}

/** Load comes from a process of its own, so that it does not take turns with what it measures. */
process.on('message', (job: LoadJob) => {
  run(job).then(
    (result) => process.send!({ result }),
    (failure: unknown) => process.send!({ failure: String(failure) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send!('ready');

async function run(job: LoadJob): Promise<LoadResult> {
  const times: number[] = [];
  const begun = performance.now();
  await Promise.all(Array.from({ length: job.connections }, () => one(job, begun + job.milliseconds, times)));
  const seconds = (performance.now() - begun) / 1000;
  return {
    perSecond: times.length / seconds,
    count: times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
  };
}

/** One connection: the next request goes out when the last one is answered. */
async function one(job: LoadJob, end: number, times: number[]): Promise<void> {
  const { origin, pathname, search } = new URL(job.url);
  const client = new Client(origin, { pipelining: 1 });
  const headers = { authorization: `Bearer ${job.key}`, ...(job.filing && { 'content-type': 'application/json' }) };
  try {
    for (let first = true, now = performance.now(); now < end; first = false) {
      const body = job.filing && complaintOf(job.filing.targets, job.filing.unknownField);
      const begun = performance.now();
      const method = body === undefined ? 'GET' : 'POST';
      const answer = await client.request({ path: pathname + search, method, headers, body });
      if (answer.statusCode !== job.expected) {
        throw new Error(`${answer.statusCode} instead of ${job.expected}: ${await answer.body.text()}`);
      }
      if (first && job.filing && job.expected === 201) requireNew((await answer.body.json()) as Filed);
      else await answer.body.dump({ limit: 10_000_000 });
      now = performance.now();
      times.push(now - begun);
    }
  } finally {
    await client.close();
  }
}

/** Repeats of what is pending cost less: none may be among what is measured. */
function requireNew({ targets }: Filed): void {
  const other = targets.find(({ outcome }) => outcome !== 'served');
  if (other) throw new Error(`a target of the benchmark ended as ${other.outcome}`);
}

import pg from 'pg';
import { createGuardedAgent, postMessage, signedHeaders } from '#webhooks';

/** What is sent, by whom, and into which table each delivery is written. */
export interface PlainDeliveries {
  databaseUrl: string;
  url: string;
  secret: string;
  concurrency: number;
  ids: string[];
  body: string;
}

/**
 * The least that a delivery is: sign, post through the guarded agent, insert one row. As many at once as the worker
 * runs, in a process of its own, as the worker is; nothing is claimed, nothing would survive a crash, nothing is retried.
 */
process.on('message', (job: PlainDeliveries) => {
  deliver(job).then(
    (perSecond) => process.send!({ perSecond }),
    (failure: unknown) => process.send!({ failure: String(failure) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send!('ready');

async function deliver(job: PlainDeliveries): Promise<number> {
  const pool = new pg.Pool({ connectionString: job.databaseUrl, max: job.concurrency });
  const agent = createGuardedAgent({ allowLoopback: true, ownPorts: [] });
  const url = new URL(job.url);
  const waiting = [...job.ids];
  const one = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'Tongshan-Webhooks/1',
        ...signedHeaders([{ secret: job.secret, signingKey: null }], `msg_${id}`, new Date(), job.body),
      };
      const { statusCode } = await postMessage(agent, url, headers, job.body);
      await pool.query('insert into plain_deliveries (id, body, status_code, at) values ($1, $2, $3, now())', [
        id,
        job.body,
        statusCode,
      ]);
    }
  };
  await Promise.all(Array.from({ length: job.concurrency }, () => pool.query('select 1')));
  const begun = performance.now();
  await Promise.all(Array.from({ length: job.concurrency }, one));
  const seconds = (performance.now() - begun) / 1000;
  await pool.end();
  await agent.close();
  return job.ids.length / seconds;
}

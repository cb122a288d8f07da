import { once } from 'node:events';
import { domainNow, inTransaction, type Tx } from '#database';
import { appendEvents, assignPositions, eventsByIds, systemActor } from '#events';
import { keyFor, newId, readConfiguration } from '#kernel';
import { announceEvents, registerEndpoint } from '#webhooks';
import type { PlainDeliveries } from './plain-deliveries.js';
import type { ReceiverPorts } from './receiver.js';
import type { Figure } from './report.js';
import { pause, type BenchDatabase, type Stage } from './stage.js';
import { median } from './statistics.js';

/**
 * (d) Deliveries through the worker's own process (claim, sign, post, record, each safe against a crash) against a loop
 * that does only what cannot be left out. Both at the worker's usual concurrency, by turns, to a receiver of its own process.
 */
export async function measureDeliveries(stage: Stage, isQuick: boolean, profile: readonly string[]): Promise<Figure[]> {
  const database = await stage.database('deliveries');
  const { said: ports } = await stage.beside<ReceiverPorts>('receiver.ts');
  const configuration = readConfiguration(stage.environment(database));
  const url = `http://localhost:${ports.healthy}/hooks`;
  const organizationId = await organizationOf(database);
  const { secret } = await inTransaction(database.own, (tx) =>
    registerEndpoint(
      tx,
      new Date(),
      { organizationId, url, events: ['*'] },
      { allowLoopback: true, ownPorts: [], isSandbox: true, sealingKey: keyFor(configuration, 'sealing') },
    ),
  );
  await database.own.query(
    'create table plain_deliveries (id uuid primary key, body text not null, status_code integer, at timestamptz not null)',
  );
  const deliveries = isQuick ? 500 : 3_000;
  const concurrency = configuration.workerConcurrency;
  const worker: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < (isQuick ? 1 : 3); round++) {
    const body = await announce(database, organizationId, deliveries, configuration.publicUrl);
    worker.push(await throughWorker(stage, database, profile));
    const ids = Array.from({ length: deliveries }, newId);
    plain.push(await inLoop(stage, { databaseUrl: database.url, url, secret, concurrency, ids, body }));
  }
  return [
    {
      name: `(d) webhook deliveries through the worker / a loop that signs, posts and inserts, ${concurrency} at once`,
      ratio: median(worker.map((perSecond, round) => perSecond / plain[round]!)),
      goal: '>= 0.5',
      absolute: { 'deliveries/s': median(worker), 'deliveries/s of the loop': median(plain), deliveries },
    },
  ];
}

async function organizationOf(database: BenchDatabase): Promise<string> {
  const [row] = await database.own.query<Array<{ id: string }>>(
    `select organization_id as id from members where email = 'platform@demo.test'`,
  );
  return row!.id;
}

/** Events of as many matters, as their part of the domain would write them; returns their ids. */
export function writeEvents(
  tx: Tx,
  now: Date,
  { audience, count, type = 'notice.served' }: { audience: string[]; count: number; type?: string },
): Promise<string[]> {
  return appendEvents(
    tx,
    now,
    Array.from({ length: count }, () => ({
      matterKind: 'notice' as const,
      matterId: newId(),
      opensMatter: true,
      type,
      actor: systemActor,
      data: { itemCount: 3, regime: 'cn.reg468', complaintId: newId() },
      audience,
    })),
  );
}

/** Such events, positioned and announced as the relay and its listener do; returns one of the bodies. */
async function announce(
  { own }: BenchDatabase,
  organizationId: string,
  count: number,
  publicUrl: string,
): Promise<string> {
  return inTransaction(own, async (tx) => {
    const now = await domainNow(tx);
    const ids = await writeEvents(tx, now, { audience: [organizationId], count });
    await assignPositions(tx, count);
    await announceEvents(tx, now, await eventsByIds(tx, ids), { publicUrl });
    const [row] = await tx.query<Array<{ body: string }>>('select body from webhook_deliveries limit 1');
    return row!.body;
  });
}

/** From the first recorded delivery to the last, so that the start of the process does not count. */
async function throughWorker(stage: Stage, database: BenchDatabase, profile: readonly string[]): Promise<number> {
  const [{ at: from }] = await database.own.query<[{ at: Date }]>('select domain_now() as at');
  const worker = await stage.worker(database, profile);
  const progress = async () => {
    const [row] = await database.own.query<Array<{ left: number; failed: number; done: number; seconds: number }>>(
      `select count(*) filter (where state = 'pending')::int as left,
         count(*) filter (where attempt_count > 1 or state = 'exhausted')::int as failed,
         count(*) filter (where ended_at >= $1)::int as done,
         extract(epoch from max(ended_at) - min(ended_at) filter (where ended_at >= $1))::float as seconds
       from webhook_deliveries`,
      [from],
    );
    return row!;
  };
  for (;;) {
    await pause(300);
    const { left, failed, done, seconds } = await progress();
    if (failed > 0) throw new Error(`${failed} deliveries failed`);
    if (left > 0) continue;
    await worker.stop();
    return done / seconds;
  }
}

async function inLoop(stage: Stage, job: PlainDeliveries): Promise<number> {
  const { process: loop } = await stage.beside('plain-deliveries.ts');
  loop.send(job);
  const [{ perSecond, failure }] = (await once(loop, 'message')) as [{ perSecond?: number; failure?: string }];
  loop.disconnect();
  if (perSecond === undefined) throw new Error(failure);
  return perSecond;
}

import { domainNow, inTransaction } from '#database';
import { keyFor, newId, readConfiguration } from '#kernel';
import { registerEndpoint } from '#webhooks';
import { writeEvents } from './deliveries.js';
import type { ReceiverPorts } from './receiver.js';
import type { Figure } from './report.js';
import { type BenchDatabase, pause, type Stage } from './stage.js';
import { median } from './statistics.js';

/** What every endpoint wants, and what the healthy alone want. */
const toAll = 'notice.closed';
const toHealthy = 'notice.served';

/** One organization has as many as it may, the last of them sick. */
const endpointsOfOne = 20;

/**
 * (g) One event to a thousand endpoints, each a host of its own, of which one in twenty accepts the connection and never
 * answers: until the others have it, against the same event to the others alone. By turns, through one worker.
 */
export async function measureFanOut(stage: Stage, isQuick: boolean, profile: readonly string[]): Promise<Figure[]> {
  const database = await stage.database('fan_out');
  const { said: ports } = await stage.beside<ReceiverPorts>('receiver.ts');
  const configuration = readConfiguration(stage.environment(database));
  const organizations = isQuick ? 10 : 50;
  const healthy = organizations * (endpointsOfOne - 1);
  const audience = await register(database, ports, organizations, keyFor(configuration, 'sealing'));
  const worker = await stage.worker(database, profile);
  const send = async (type: string, sick: number) => {
    await database.own.query('delete from webhook_deliveries');
    await inTransaction(database.own, async (tx) => writeEvents(tx, await domainNow(tx), { audience, count: 1, type }));
    return secondsToHealthy(database, type, healthy, sick);
  };
  await send(toHealthy, 0); // the first finds a worker that starts
  const alone: number[] = [];
  const withSick: number[] = [];
  for (let round = 0; round < (isQuick ? 1 : 3); round++) {
    if (round > 0) await pause(16_000); // what hangs from the round before has been given up
    alone.push(await send(toHealthy, 0));
    withSick.push(await send(toAll, organizations));
  }
  if (isQuick) worker.process.kill('SIGKILL'); // it would wait for those that hang
  await worker.stop();
  return [
    {
      name: `(g) one event to ${healthy + organizations} endpoints of which 5 % hang, until the others have it / to the others alone`,
      ratio: median(withSick.map((seconds, round) => seconds / alone[round]!)),
      goal: '<= 2',
      absolute: { seconds: median(withSick), 'seconds without the sick': median(alone) },
    },
  ];
}

/** Organizations with twenty endpoints each; returns their ids. */
async function register(
  { own }: BenchDatabase,
  ports: ReceiverPorts,
  organizations: number,
  sealingKey: Buffer,
): Promise<string[]> {
  const policy = { allowLoopback: true, ownPorts: [], isSandbox: true, sealingKey };
  const ids = Array.from({ length: organizations }, newId);
  await inTransaction(own, async (tx) => {
    for (const [place, organizationId] of ids.entries()) {
      await tx.query(
        `insert into organizations (id, kind, name, created_at) values ($1, 'platform', '平台', clock_timestamp())`,
        [organizationId],
      );
      for (let n = 1; n <= endpointsOfOne; n++) {
        const isSick = n === endpointsOfOne;
        const url = `http://hooks-${place}-${n}.localhost:${isSick ? ports.hanging : ports.healthy}/`;
        const events = isSick ? [toAll] : [toAll, toHealthy];
        await registerEndpoint(tx, new Date(), { organizationId, url, events }, policy);
      }
    }
  });
  await own.query('vacuum analyze webhook_endpoints');
  return ids;
}

/** From the event to the last of the healthy; the sick must have been tried by then, or there was nothing to suffer from. */
async function secondsToHealthy({ own }: BenchDatabase, type: string, healthy: number, sick: number): Promise<number> {
  for (;;) {
    const [row] = await own.query<[{ delivered: number; hanging: number; seconds: number }]>(
      `select count(*) filter (where state = 'delivered' and attempt_count = 1)::int as delivered,
         count(*) filter (where state = 'pending' and (leased_until is not null or attempt_count > 0))::int as hanging,
         extract(epoch from max(ended_at) - (select max(at) from events where type = $1))::float as seconds
       from webhook_deliveries`,
      [type],
    );
    if (row.delivered < healthy) {
      await pause(50);
      continue;
    }
    if (row.hanging < sick * 0.9) throw new Error(`${row.hanging} of ${sick} receivers hang`);
    return row.seconds;
  }
}

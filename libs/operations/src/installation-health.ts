import { calendarOutlook, sweepLateness, warningsOf } from '#deadlines';
import { domainNow } from '#database';
import { queueState } from '#events';
import { lastHeadAt } from '#record';
import type { DataSource } from 'typeorm';

/** How an installation is, part by part, as its operator has to know. */
export interface InstallationHealth {
  database: { version: string; sizeBytes: number };
  queue: { waiting: number; failed: number; lagSeconds: number };
  relay: { unpositioned: number };
  sweep: { latenessSeconds: number };
  webhooks: { pending: number; exhausted: number; oldestPendingSeconds: number; disabledEndpoints: number };
  letters: { waiting: number; failed: number };
  calendars: { coveredUntil: string; warning?: string };
  record: { lastHeadAt: Date | null };
  workers: { alive: number };
}

/** One statement a part at most, one after the other: it must not be what keeps the database busy. */
export async function installationHealth(database: DataSource): Promise<InstallationHealth> {
  const outlook = await calendarOutlook(database, await domainNow(database));
  const [warning] = warningsOf(outlook);
  const { unpositioned, ...queue } = await queueState(database);
  const { alive, ...server } = await serverState(database);
  const { lettersWaiting, lettersFailed, ...webhooks } = await outgoing(database);
  return {
    database: server,
    queue,
    relay: { unpositioned },
    sweep: { latenessSeconds: Math.round(await sweepLateness(database)) },
    webhooks,
    letters: { waiting: lettersWaiting, failed: lettersFailed },
    calendars: { coveredUntil: outlook.coveredUntil, ...(warning && { warning: warning.detail }) },
    record: { lastHeadAt: await lastHeadAt(database) },
    workers: { alive },
  };
}

/** A worker holds a session of its own for as long as it lives (pool liveness): those are counted. */
async function serverState(database: DataSource) {
  const [row] = await database.query<[{ version: string; sizeBytes: number; alive: number }]>(
    `select current_setting('server_version') as version, pg_database_size(current_database())::float as "sizeBytes",
       (select count(*)::int from pg_stat_activity
        where datname = current_database() and application_name = 'tongshan-pool') as alive`,
  );
  return row;
}

/** Each figure from an index that holds only what it counts. */
async function outgoing(database: DataSource) {
  const [row] = await database.query<
    [
      {
        pending: number;
        exhausted: number;
        oldestPendingSeconds: number;
        disabledEndpoints: number;
        lettersWaiting: number;
        lettersFailed: number;
      },
    ]
  >(
    `select pending, round("oldestPendingSeconds")::int as "oldestPendingSeconds",
       (select count(*)::int from webhook_deliveries where state = 'exhausted') as exhausted,
       (select count(*)::int from webhook_endpoints where state = 'disabled') as "disabledEndpoints",
       (select count(*)::int from letters where state = 'pending') as "lettersWaiting",
       (select count(*)::int from letters where state = 'failed') as "lettersFailed"
     from (select count(*)::int as pending,
             coalesce(greatest(0, extract(epoch from domain_now() - min(created_at))), 0) as "oldestPendingSeconds"
           from webhook_deliveries where state = 'pending') waiting`,
  );
  return row;
}

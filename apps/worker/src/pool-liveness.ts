import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Configuration } from '#kernel';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { CONFIGURATION } from './tokens.js';

const lockSpace = 7;

/**
 * Jobs of a killed process must not wait for hours. Each pool holds a lock of a session of its own; PostgreSQL frees it
 * when the process is gone, and whoever then gets the lock gives the dead pool's jobs back to the queue.
 */
@Injectable()
export class PoolLiveness implements OnApplicationShutdown {
  private readonly log = new Logger('pool-liveness');
  private poolId: string | null = null;
  private session: pg.Client | null = null;

  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Shows that this pool is alive for as long as this process is. */
  async hold(poolId: string): Promise<void> {
    this.poolId = poolId;
    await this.session?.end().catch(() => undefined);
    await this.lock(poolId);
  }

  private async lock(poolId: string): Promise<void> {
    const session = new pg.Client({
      connectionString: this.configuration.databaseUrl,
      application_name: 'tongshan-pool',
      keepAlive: true,
    });
    session.on('error', () => undefined); // told by its end
    session.on('end', () => {
      if (this.session === session) this.session = null;
    });
    this.session = session;
    try {
      await session.connect();
      await session.query('select pg_advisory_lock(hashtextextended($1, $2))', [poolId, lockSpace]);
    } catch (failure) {
      if (this.session === session) this.session = null;
      await session.end().catch(() => undefined);
      this.log.warn({ failure: String(failure) }, 'the pool could not show that it is alive');
    }
  }

  @Interval('dead-pools', 3_000)
  async release(): Promise<void> {
    // a pool may outlive the database's absence, its session does not
    if (this.poolId && !this.session) await this.lock(this.poolId);
    try {
      const dead = await this.database.query<Array<{ id: string }>>(
        `with holders as materialized (
           select distinct locked_by as id from graphile_worker._private_jobs
           where locked_by is not null and locked_at < clock_timestamp() - interval '3 seconds'
         ), dead as materialized (
           select id from holders where pg_try_advisory_xact_lock(hashtextextended(id, $1))
         )
         select id from dead, lateral (select graphile_worker.force_unlock_workers(array[dead.id])) freed`,
        [lockSpace],
      );
      for (const { id } of dead) this.log.warn({ pool: id }, 'a pool died; its jobs go back to the queue');
    } catch (failure) {
      this.log.debug({ failure: String(failure) }, 'dead pools could not be looked for');
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.poolId = null;
    await this.session?.end().catch(() => undefined);
  }
}

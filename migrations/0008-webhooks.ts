import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receivers of signed events, and every delivery to them. */
export class Webhooks1732300000008 implements MigrationInterface {
  readonly name = 'Webhooks1732300000008';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table webhook_endpoints (
        id uuid not null constraint webhook_endpoints_pk primary key,
        organization_id uuid not null constraint webhook_endpoints_organization references organizations,
        url text not null,
        description text,
        events text[] not null,
        state text not null constraint webhook_endpoints_state check (state in ('enabled', 'disabled')),
        disabled_because text,
        -- AES-256-GCM under the installation's key
        secret_sealed text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index webhook_endpoints_of_organization on webhook_endpoints (organization_id, id desc);

      create table webhook_deliveries (
        id uuid not null constraint webhook_deliveries_pk primary key,
        endpoint_id uuid not null constraint webhook_deliveries_endpoint references webhook_endpoints on delete cascade,
        -- the event's id, or for a test send an id of its own: what goes out as webhook-id
        event_id uuid not null,
        event_type text not null,
        body text not null,
        state text not null constraint webhook_deliveries_state check (state in ('pending', 'delivered', 'exhausted')),
        attempts jsonb not null default '[]',
        attempt_count smallint not null default 0,
        -- domain time; null once ended, and while the endpoint is disabled
        next_attempt_at timestamptz,
        -- real time: until then one process holds the delivery, so that no two send it at once
        leased_until timestamptz,
        created_at timestamptz not null,
        ended_at timestamptz,
        constraint webhook_deliveries_once unique (event_id, endpoint_id)
      ) with (fillfactor = 70);
      -- the delivery list of an endpoint, newest first
      create index webhook_deliveries_of_endpoint on webhook_deliveries (endpoint_id, id desc);
      -- what is waiting: for health figures and for finding deliveries whose job was lost
      create index webhook_deliveries_waiting on webhook_deliveries (next_attempt_at) where state = 'pending';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table webhook_deliveries;
      drop table webhook_endpoints;
    `);
  }
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Attempt } from './domain/attempt.js';

/** A receiver that an organization registered for signed events of the matters it is party to. */
@Entity('webhook_endpoints')
export class WebhookEndpointEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') url: string;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text', { array: true }) events: string[];
  @Column('text') state: 'enabled' | 'disabled';
  @Column('text', { name: 'disabled_because', nullable: true }) disabledBecause: string | null;
  /** Counts what its owner, or its failing, changed: the entity tag. */
  @Column('integer') version: number;
  @Column('text', { array: true }) signatures: string[];
  @Column('text', { name: 'secret_sealed' }) secretSealed: string;
  @Column('text', { name: 'signing_key_sealed', nullable: true }) signingKeySealed: string | null;
  @Column('text', { name: 'public_key', nullable: true }) publicKey: string | null;
  @Column('text', { name: 'previous_secret_sealed', nullable: true }) previousSecretSealed: string | null;
  @Column('text', { name: 'previous_signing_key_sealed', nullable: true }) previousSigningKeySealed: string | null;
  @Column('timestamptz', { name: 'previous_valid_until', nullable: true }) previousValidUntil: Date | null;
  @Column('timestamptz', { name: 'paused_until', nullable: true }) pausedUntil: Date | null;
  @Column('timestamptz', { name: 'failing_since', nullable: true }) failingSince: Date | null;
  @Column('integer', { name: 'failed_attempts' }) failedAttempts: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}

/** One event on its way to one endpoint, with everything that was tried. */
@Entity('webhook_deliveries')
export class WebhookDeliveryEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'endpoint_id' }) endpointId: string;
  @Column('uuid', { name: 'event_id' }) eventId: string;
  @Column('text', { name: 'event_type' }) eventType: string;
  @Column('text') body: string;
  /** The request that it goes back to, and its place in that caller's trace. */
  @Column('text', { name: 'request_id', nullable: true }) requestId: string | null;
  @Column('text', { nullable: true }) traceparent: string | null;
  @Column('text') state: 'pending' | 'delivered' | 'exhausted';
  @Column('jsonb') attempts: Attempt[];
  @Column('smallint', { name: 'attempt_count' }) attemptCount: number;
  @Column('timestamptz', { name: 'next_attempt_at', nullable: true }) nextAttemptAt: Date | null;
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}

/** That an event was announced to an endpoint: never twice, as long as its delivery is kept. */
@Entity('webhook_announcements')
export class WebhookAnnouncementEntity {
  @PrimaryColumn('uuid', { name: 'event_id' }) eventId: string;
  @PrimaryColumn('uuid', { name: 'endpoint_id' }) endpointId: string;
}

export const webhooksEntities = [WebhookEndpointEntity, WebhookDeliveryEntity, WebhookAnnouncementEntity];

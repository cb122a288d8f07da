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
  @Column('text', { name: 'secret_sealed' }) secretSealed: string;
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
  @Column('text') state: 'pending' | 'delivered' | 'exhausted';
  @Column('jsonb') attempts: Attempt[];
  @Column('smallint', { name: 'attempt_count' }) attemptCount: number;
  @Column('timestamptz', { name: 'next_attempt_at', nullable: true }) nextAttemptAt: Date | null;
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}

export const webhooksEntities = [WebhookEndpointEntity, WebhookDeliveryEntity];

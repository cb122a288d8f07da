import {
  signatureSchemes,
  type SignatureScheme,
  webhookEventFilters,
  type WebhookEventType,
  webhookEventTypes,
} from '#webhooks';
import { Instant, OneOf, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const urlField = {
  max: 2_000,
  description: 'Where events are posted: https, public; in a sandbox also http and this machine’s own loopback.',
  example: 'https://example.com/tongshan',
};
const eventsField = {
  max: 64,
  maxItems: webhookEventFilters.length,
  minItems: 1,
  oneOf: webhookEventFilters,
  description: 'Event types to be told of; `*` for all.',
  example: ['notice.served', 'deadline.breached'],
};
const descriptionField = { optional: true, max: 500, description: 'For your own memory.' };
const signaturesField = {
  optional: true,
  max: 8,
  maxItems: signatureSchemes.length,
  minItems: 1,
  oneOf: signatureSchemes,
  description: '`v1` (HMAC with the secret) is always there; `v1a` adds Ed25519, verified with `publicKey`.',
  example: ['v1'],
};

export class RegisterEndpointRequest {
  @Text(urlField) url: string;
  @Texts(eventsField) events: string[];
  @Text(descriptionField) description?: string;
  @Texts(signaturesField) signatures?: SignatureScheme[];
}

export class ChangeEndpointRequest {
  @Text({ ...urlField, optional: true }) url?: string;
  @Texts({ ...eventsField, optional: true }) events?: string[];
  @Text({ ...descriptionField, nullable: true }) description?: string | null;

  @OneOf(['enabled', 'disabled'], { optional: true, description: 'Disabled, it gets nothing until enabled again.' })
  state?: 'enabled' | 'disabled';

  @Texts(signaturesField) signatures?: SignatureScheme[];
}

export class TestEndpointRequest {
  @OneOf(webhookEventTypes, { optional: true, description: 'Which event to send an example of; `notice.served`.' })
  type?: WebhookEventType;
}

export class RecoverEndpointRequest {
  @Instant({ description: 'From when on; at most 30 days ago.', example: '2026-11-23T06:00:00Z' })
  since: string;
}

export class DeliveriesQuery extends PageQuery {
  @OneOf(['pending', 'delivered', 'exhausted'], { optional: true })
  state?: 'pending' | 'delivered' | 'exhausted';

  @OneOf(webhookEventTypes, { optional: true, description: 'Only deliveries of this event type.' })
  event?: WebhookEventType;
}

export class EventsQuery extends PageQuery {
  @Text({
    optional: true,
    max: 2_000,
    description: 'Only these types, with commas between; all that webhooks announce when left out.',
    example: 'notice.served,deadline.breached',
  })
  types?: string;
}

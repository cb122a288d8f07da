import { webhookEventFilters, type WebhookEventType, webhookEventTypes } from '#webhooks';
import { OneOf, Text, Texts } from '../http/fields.js';
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

export class RegisterEndpointRequest {
  @Text(urlField) url: string;
  @Texts(eventsField) events: string[];
  @Text(descriptionField) description?: string;
}

export class ChangeEndpointRequest {
  @Text({ ...urlField, optional: true }) url?: string;
  @Texts({ ...eventsField, optional: true }) events?: string[];
  @Text(descriptionField) description?: string | null;

  @OneOf(['enabled', 'disabled'], { optional: true, description: 'Disabled, it gets nothing until enabled again.' })
  state?: 'enabled' | 'disabled';
}

export class TestEndpointRequest {
  @OneOf(webhookEventTypes, { optional: true, description: 'Which event to send an example of; `notice.served`.' })
  type?: WebhookEventType;
}

export class DeliveriesQuery extends PageQuery {
  @OneOf(['pending', 'delivered', 'exhausted'], { optional: true })
  state?: 'pending' | 'delivered' | 'exhausted';
}

import type { OpenAPIObject } from '@nestjs/swagger';
import { type WebhookEventType, webhookEventTypes } from '#webhooks';
import { eventCatalogue } from './event-catalogue.js';
import { eventDetails } from './event-details.js';

const text = { type: 'string' } as const;
const uuid = { type: 'string', format: 'uuid' } as const;

const header = (description: string) => ({ in: 'header', required: true, description, schema: text });

/** Members can be added to an event; of those here, only what applies to the event is there. */
const detailsOf = (type: WebhookEventType) => ({
  type: 'object',
  additionalProperties: true,
  properties: Object.fromEntries(
    eventCatalogue[type].details.map((name) => [
      name,
      { ...eventDetails[name].schema, description: eventDetails[name].en },
    ]),
  ),
});

const payload = (type: WebhookEventType) => ({
  type: 'object',
  required: ['type', 'timestamp', 'data'],
  properties: {
    type: { const: type },
    timestamp: { type: 'string', format: 'date-time', description: 'When it happened.' },
    data: {
      type: 'object',
      required: ['matter', 'sequence', 'itemIds', 'itemCount', 'details', 'url'],
      properties: {
        eventId: uuid,
        isTest: { type: 'boolean' },
        matter: { type: 'object', properties: { kind: text, id: uuid } },
        sequence: { type: 'integer', description: 'Place in the log of the matter; a filtered endpoint sees gaps.' },
        itemIds: { type: 'array', items: uuid, description: 'At most 100 where there are more; see itemCount.' },
        itemCount: { type: 'integer' },
        details: detailsOf(type),
        url: { type: ['string', 'null'], description: 'Where to read the matter whole.' },
      },
    },
  },
});

/** The `webhooks` section of the OpenAPI document: what we send, by event type, signed by Standard Webhooks. */
export function webhookDocumentation(): Pick<OpenAPIObject, 'webhooks'> {
  const entries = webhookEventTypes.map((type) => {
    const post = {
      operationId: `webhook.${type}`,
      tags: ['webhooks'],
      summary: type,
      description: eventCatalogue[type].en,
      parameters: [
        { name: 'webhook-id', ...header('The same on every try of one delivery: drop what you have seen.') },
        { name: 'webhook-timestamp', ...header('Seconds; refuse what is older than five minutes.') },
        {
          name: 'webhook-signature',
          ...header(
            '`v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`; several with blanks between after a rotation, and `v1a,` (Ed25519) where asked for. One that fits is enough.',
          ),
        },
        {
          name: 'traceparent',
          ...header('W3C Trace Context: the trace of the request that caused the event, and a span of this try.'),
        },
      ],
      requestBody: { required: true, content: { 'application/json': { schema: payload(type) } } },
      responses: {
        '2XX': { description: 'Taken. Answer within 15 seconds.' },
        '410': { description: 'Gone: the endpoint is disabled.' },
        '429': {
          description:
            'Too many: everything for the endpoint waits, as long as `Retry-After` says or until the next step.',
        },
        default: { description: 'Tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h.' },
      },
    };
    return [type, { post }];
  });
  return { webhooks: Object.fromEntries(entries) as OpenAPIObject['webhooks'] };
}

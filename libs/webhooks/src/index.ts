export { announceEvents, type AnnouncedEvent } from './announce-events.js';
export { changeEndpoint, removeEndpoint, type EndpointChange } from './change-endpoint.js';
export { deliverWebhook, type DeliveryContext } from './deliver-webhook.js';
export { deliverWebhookTaskName, type DeliverWebhookPayload } from './delivery-job.js';
export type { Attempt, AttemptFault } from './domain/attempt.js';
export {
  isWebhookEventType,
  webhookEventFilters,
  type WebhookEventType,
  webhookEventTypes,
} from './domain/event-types.js';
export type { WebhookMessage } from './domain/message.js';
export type { ReceiverPolicy } from './domain/receiver-url.js';
export { retrySchedule } from './domain/retry-schedule.js';
export { findForgottenDeliveries } from './find-forgotten-deliveries.js';
export { createGuardedAgent } from './guarded-agent.js';
export { postMessage, type PostResult } from './post-message.js';
export {
  type EndpointPolicy,
  endpointsPerOrganization,
  type NewEndpoint,
  registerEndpoint,
} from './register-endpoint.js';
export { receiverPolicyOf } from './receiver-policy.js';
export type { ResolveName } from './resolve-name.js';
export { sendTestEvent } from './send-test-event.js';
export { signedHeaders } from './sign-message.js';
export { WebhookDeliveryEntity, WebhookEndpointEntity, webhooksEntities } from './webhooks.entity.js';
export { deliveriesOf, type Delivery, type Endpoint, endpointOf, endpointsOf } from './webhooks.queries.js';

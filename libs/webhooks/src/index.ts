export { announceEvents, type AnnouncedEvent } from './announce-events.js';
export { changeEndpoint, removeEndpoint, type EndpointChange } from './change-endpoint.js';
export { type AttemptEnd, deliverWebhook, deliveryContext, type DeliveryMeans } from './deliver-webhook.js';
export { type DeliverWebhookPayload, deliverWebhookTaskName, deliveryJobs } from './delivery-job.js';
export { checkReceiver, type ReceiverCheck } from './check-receiver.js';
export { DeliveryLanes } from './delivery-lanes.js';
export type { Attempt, AttemptFault } from './domain/attempt.js';
export { webhookEventFilters, type WebhookEventType, webhookEventTypes } from './domain/event-types.js';
export { newSecret, signatureSchemes, type SignatureScheme } from './endpoint-keys.js';
export { eventsFor, type FeedEntry } from './events-for.js';
export type { WebhookMessage } from './domain/message.js';
export { type ReceiverCheckName, receiverCheckNames, receiverChecks } from './domain/receiver-checks.js';
export { type ReceiverPolicy, readReceiverUrl } from './domain/receiver-url.js';
export { retrySchedule } from './domain/retry-schedule.js';

export { findForgottenDeliveries } from './find-forgotten-deliveries.js';
export { createGuardedAgent } from './guarded-agent.js';
export { keepDeliveries } from './keep-deliveries.js';
export { postMessage, type PostResult } from './post-message.js';
export { type EndpointPolicy, type NewEndpoint, registerEndpoint } from './register-endpoint.js';
export { recoverEndpoint, type Recovery } from './recover-endpoint.js';
export { resendDelivery } from './resend-delivery.js';
export { retryDelivery } from './retry-delivery.js';
export { rotateSecret } from './rotate-secret.js';
export { receiverOf } from './receiver-of.js';
export { receiverPolicyOf } from './receiver-policy.js';
export type { ResolveName } from './resolve-name.js';
export { sendTestEvent } from './send-test-event.js';
export { signedHeaders } from './sign-message.js';
export { webhooksEntities } from './webhooks.entity.js';
export {
  deliveriesOf,
  type Delivery,
  deliveryOf,
  type DeliveryState,
  disabledBecause,
  type DisabledBecause,
  type Endpoint,
  endpointOf,
  endpointsOf,
} from './webhooks.queries.js';

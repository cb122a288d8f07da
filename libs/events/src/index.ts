export { appendEvents, type Actor, type NewEvent, systemActor } from './append-events.js';
export { assignPositions, type PositionedEvent } from './assign-positions.js';
export { EventAudienceEntity, EventChainEntity, EventEntity } from './event.entity.js';
export { type EventPayload, eventsByIds, eventsOfMatter, type RecordedEvent } from './events.queries.js';
export { enqueueJobs, bringJobsForward, type Job } from './jobs.js';
export { type FailedJob, failedJobs, retryFailedJob } from './failed-jobs.js';
export { installQueue, isRelayBusy, queueLag, queueState, type QueueState } from './queue-state.js';
export type { ChainFault } from './domain/chain-walk.js';
export { verifyChain, verifyChains } from './verify-chain.js';

export { appendEvents, type Actor, type NewEvent, systemActor } from './append-events.js';
export { assignPositions, type RecordedEvent } from './assign-positions.js';
export { EventChainEntity, EventEntity } from './event.entity.js';
export { eventsOfMatter, type EventPayload } from './events.queries.js';
export { enqueueJobs, bringJobsForward, type Job } from './jobs.js';
export { verifyChain, type BrokenChain } from './verify-chain.js';

export { claimEscalation } from './claim-escalation.js';
export { dismissEscalation } from './dismiss-escalation.js';
export { type EscalationReason, escalationReasons } from './domain/grounds.js';
export {
  type EscalationEvent,
  escalationEvents,
  escalationLifecycle,
  type EscalationState,
  escalationStates,
} from './domain/lifecycle.js';
export type { EscalationPacket, PacketTrigger } from './domain/packet.js';
export { escalationEntities, EscalationEntity } from './escalation.entity.js';
export { type EscalationEntry, type EscalationFilter, listEscalations } from './escalations.queries.js';
export { type Breach, openForBreaches } from './open-for-breaches.js';
export { readEscalation } from './read-escalation.js';
export { resolveLate } from './resolve-late.js';

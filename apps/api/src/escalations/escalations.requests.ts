import { type EscalationReason, escalationReasons, type EscalationState, escalationStates } from '#escalations';
import { OneOf, Text } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

export class EscalationsQuery extends PageQuery {
  @OneOf(escalationStates, { optional: true, description: 'Open and claimed ones when left out.' })
  state?: EscalationState;

  @OneOf(escalationReasons, { optional: true })
  reason?: EscalationReason;

  @Text({
    optional: true,
    max: 6,
    pattern: /^\d{6}$/,
    description: 'Of one region only (GB/T 2260), for the national regulator, whose queue holds all.',
    example: '110000',
  })
  region?: string;

  @Text({
    optional: true,
    max: 36,
    pattern: /^(me|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/,
    description: 'In the hands of this member: an id, or `me`.',
  })
  claimedBy?: string;
}

export class DismissalRequest {
  @Text({ max: 2_000, description: 'Why it is laid aside, in words.' })
  reason: string;
}

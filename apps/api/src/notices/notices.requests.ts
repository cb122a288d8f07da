import { decisionOutcomes, noticeStates, waitingItemStates } from '#notices';
import { refusalReasons, regimeIds } from '#law';
import { Flag, Instant, Nested, NestedList, OneOf, Text, Texts, Uuid } from '../http/fields.js';
import { Include } from '../http/include.js';
import { PageQuery } from '../http/paging.js';
import { entryPartNames } from './entry-parts.js';
import { noticePartNames } from './notice-parts.js';

const optional = true;
const state = noticeStates.join('|');
const anyStates = new RegExp(`^(${state})(,(${state}))*$`);
const anyAssignee = /^(me|none|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/;

export class NoticesQuery extends PageQuery {
  @Text({ optional, max: 100, pattern: anyStates, description: 'One, or several with commas between: any of them.' })
  state?: string;
  @OneOf(['running', 'due_soon', 'breached', 'own_due_soon'], {
    optional,
    description:
      'Of the platform’s nearest clock; `own_due_soon`: one that the complainant owes ends within three days.',
  })
  deadline?: 'running' | 'due_soon' | 'breached' | 'own_due_soon';
  @OneOf(regimeIds, { optional }) regime?: string;
  @OneOf(waitingItemStates, { optional, description: 'With an item in this state.' })
  itemState?: (typeof waitingItemStates)[number];
  @OneOf(['requested', 'answered'], {
    optional,
    description: 'That the platform waits for; that it has, and owes a decision on.',
  })
  supplement?: 'requested' | 'answered';
  @Text({ optional, max: 36, pattern: anyAssignee, description: 'A member’s id, `me`, or `none`.' }) assignee?: string;
  @Uuid({ optional }) platform?: string;
  @Text({ optional, max: 500, description: 'A number, a pasted address or item id, or words of a title.' }) q?: string;
  @Include(entryPartNames, 'What each entry holds beside itself; a page then has at most 50.')
  include?: Array<(typeof entryPartNames)[number]>;
  @OneOf(['due', 'newest'], { optional, description: 'Default: `due` for a platform, `newest` for others.' }) sort?:
    'due' | 'newest';
}

export class NoticeQuery {
  @Include(noticePartNames, 'Only these parts, beside what is always there; all of them when left out.')
  include?: Array<(typeof noticePartNames)[number]>;
}

export class NoticeEventsQuery extends PageQuery {}
export class NotesQuery extends PageQuery {}
export class TemplatesQuery extends PageQuery {}

export class AcknowledgementRequest {
  @Text({ optional, max: 200, description: 'Your own ticket number.' }) reference?: string;
}

export class DecisionRequest {
  @Uuid() itemId: string;
  @OneOf(decisionOutcomes) outcome: string;
  @OneOf(refusalReasons, { optional, description: 'Required with `refused`.' }) reasonCode?: string;
  @Text({ optional, max: 2000, description: 'Required with the reason `other`, and to restore on your own motion.' })
  note?: string;
  @Instant({ optional, description: 'When you acted, between service and now; the clock stops at receipt here.' })
  actedAt?: string;
}

export class ForwardingFields {
  @OneOf(['message', 'email', 'publication']) method: 'message' | 'email' | 'publication';
  @Instant({ description: 'Between service and now.' }) at: string;
  @Text({ optional, max: 2000 }) url?: string;
}

export class DecisionsRequest {
  @NestedList(() => DecisionRequest, { minItems: 1, maxItems: 500 }) decisions: DecisionRequest[];
  @Nested(() => ForwardingFields, {
    optional,
    description: 'That you passed the notice on to the user for these items.',
  })
  forwarding?: ForwardingFields;
}

export class BulkDecisionsRequest {
  @NestedList(() => DecisionRequest, { minItems: 1, maxItems: 500 }) decisions: DecisionRequest[];
}

export class ForwardingRequest extends ForwardingFields {
  @Texts({
    optional,
    max: 36,
    minItems: 1,
    maxItems: 500,
    description: 'All that can still be forwarded when left out.',
  })
  itemIds?: string[];
}

export class AssigneeRequest {
  @Text({ optional, max: 36, description: 'A member’s id, `me`, or left out for nobody.' }) memberId?: string;
}

export class BulkAssignmentsRequest {
  @Texts({ max: 36, minItems: 1, maxItems: 200 }) noticeIds: string[];
  @Text({ optional, nullable: true, max: 36, description: 'A member’s id, `me`, or null for nobody.' }) memberId?:
    string | null;
}

export class ClaimRequest {
  @Flag({ optional, description: 'Take it from whoever holds it.' }) takeOver?: boolean;
  @Flag({ optional, description: 'Let go of it.' }) release?: boolean;
}

export class NoteRequest {
  @Text({ max: 4000 }) text: string;
}

export class TemplateRequest {
  @Text({ max: 100 }) name: string;
  @OneOf(refusalReasons) reasonCode: string;
  @Text({ max: 2000 }) text: string;
}

export class TemplateChange {
  @Text({ optional, max: 100 }) name?: string;
  @OneOf(refusalReasons, { optional }) reasonCode?: string;
  @Text({ optional, max: 2000 }) text?: string;
}

import { counterElementIds, counterReasons } from '#law';
import { type CounterNoticeState, counterNoticeStates } from '#notices';
import { EvidenceRequest } from '../complaints/complaints.requests.js';
import { Flag, Instant, Nested, NestedList, OneOf, Text, Texts, Uuid } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const optional = true;

class RespondentRequest {
  @Text({ max: 200 }) name: string;
  @Text({ optional, max: 64, example: 'resident_id' }) idType?: string;
  @Text({ optional, max: 64 }) idNumber?: string;
  @Text({ optional, max: 200 }) contact?: string;
  @Text({ optional, max: 500 }) address?: string;
  @Text({ optional, max: 64 }) phone?: string;
  @Text({ optional, max: 320 }) email?: string;
}

class CounterStatementsRequest {
  @Flag({ optional }) accuracy?: boolean;
  @Flag({ optional, description: 'Under penalty of perjury (17 USC 512(g)(3)(C)).' }) perjury?: boolean;
  @Flag({ optional, description: 'Consent to jurisdiction (17 USC 512(g)(3)(D)).' }) jurisdiction?: boolean;
  @Text({ optional, max: 200 }) signature?: string;
}

export class CounterNoticeRequest {
  @Nested(() => RespondentRequest) respondent: RespondentRequest;
  @Text({ max: 10_000 }) statement: string;
  @OneOf(counterReasons) reasonCode: string;
  @NestedList(() => EvidenceRequest, { optional, maxItems: 100 }) evidence?: EvidenceRequest[];
  @Nested(() => CounterStatementsRequest, { optional }) statements?: CounterStatementsRequest;
  @Instant({ description: 'When you had it from your user, between service and now: the instant the law counts from.' })
  receivedAt: string;
  @Flag({ optional, description: 'Pass it on to the rights holder at once.' }) forward?: boolean;
}

export class CounterNoticesQuery extends PageQuery {
  @OneOf(counterNoticeStates, { optional }) state?: CounterNoticeState;
}

export class RejectionRequest {
  @Texts({ max: 64, minItems: 1, maxItems: 20, oneOf: counterElementIds }) missing: string[];
  @Text({ max: 2000 }) note: string;
}

export class ExtensionRequest {
  @Text({ max: 2000, example: '证据公证办理中，见公证受理单' }) reason: string;
  @Instant({ description: 'Its day is the last; at most 20 working days from arrival.' }) until: string;
  @Uuid({ optional, description: 'The proof.' }) fileId?: string;
}

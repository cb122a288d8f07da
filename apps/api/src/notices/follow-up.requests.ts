import { elementIds, proceedingKinds, type ProceedingKind } from '#law';
import { EvidenceRequest, StatementsRequest } from '../complaints/complaints.requests.js';
import { Instant, Nested, NestedList, OneOf, Text, Texts, Uuid } from '../http/fields.js';

const optional = true;

export class SupplementRequestRequest {
  @Texts({ max: 64, minItems: 1, maxItems: 20, oneOf: elementIds, description: 'Elements that the regime asks for.' })
  elements: string[];
  @Text({ max: 2000, description: 'What the complainant should send.' }) message: string;
}

export class NoticeSupplementRequest {
  @NestedList(() => EvidenceRequest, { optional, maxItems: 100 }) evidence?: EvidenceRequest[];
  @Nested(() => StatementsRequest, { optional }) statements?: StatementsRequest;
  @Text({ optional, max: 4000 }) message?: string;
}

export class ProceedingRequest {
  @OneOf(proceedingKinds) kind: ProceedingKind;
  @Text({ max: 200, example: '（2026）京0491民初12345号' }) number: string;
  @Text({ max: 200, example: '北京互联网法院' }) authority: string;
  @Instant({ description: 'Not after now.' }) filedAt: string;
  @Uuid({ optional, description: 'The notice of acceptance, uploaded before.' }) fileId?: string;
}

export class ProceedingEndRequest {
  @OneOf(['won', 'lost', 'withdrawn']) result: 'won' | 'lost' | 'withdrawn';
  @Text({ max: 2000, description: 'What shows it: number and date of the judgment or of the withdrawal.' })
  note: string;
  @Uuid({ optional }) fileId?: string;
}

export class OrderRequest {
  @OneOf(['takedown', 'restore']) direction: 'takedown' | 'restore';
  @Text({ max: 200, example: '北京市海淀区人民法院' }) issuer: string;
  @Text({ max: 200 }) number: string;
  @Instant({ description: 'Not after now.' }) issuedAt: string;
  @Instant({ optional, description: 'The first instant at which it no longer stands; left out: until it is ended.' })
  expiresAt?: string;
  @Uuid({ optional }) fileId?: string;
}

export class StillLiveRequest {
  @OneOf(['still_live']) kind: 'still_live';
  @Text({ optional, max: 2000 }) text?: string;
  @Uuid({ optional, description: 'A capture.' }) fileId?: string;
}

export class DisputeRequest {
  @Text({ max: 2000 }) note: string;
  @Uuid({ optional }) fileId?: string;
}

export class AppealRequest {
  @Text({ max: 4000 }) text: string;
  @NestedList(() => EvidenceRequest, { optional, maxItems: 100 }) evidence?: EvidenceRequest[];
}

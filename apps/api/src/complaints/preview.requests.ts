import { grounds, workCategories } from '#law';
import { Nested, NestedList, OneOf, Text, TextMap, Texts, Uuid } from '../http/fields.js';
import {
  AccountRequest,
  ComplainantRequest,
  EvidenceRequest,
  PrincipalRequest,
  StatementsRequest,
} from './complaints.requests.js';

const optional = true;

class UnfinishedWorkRequest {
  @Text({ max: 64, example: 'w1' }) ref: string;
  @Uuid({ optional }) workId?: string;
  @Text({ optional, min: 0, max: 500 }) title?: string;
  @OneOf(workCategories, { optional }) category?: string;
  @TextMap({ optional, maxKeys: 10, max: 128 }) identifiers?: Record<string, string>;
  @Texts({ optional, max: 2000, maxItems: 20 }) originalUrls?: string[];
  @Text({ optional, min: 0, max: 128 }) registrationNumber?: string;
}

class UnfinishedTargetRequest {
  @Text({ min: 0, max: 4000 }) text: string;
  @Text({ optional, max: 64, description: 'The first work when left out.' }) workRef?: string;
  @Text({ optional, max: 64 }) right?: string;
  @Text({ optional, min: 0, max: 2000 }) description?: string;
  @Nested(() => AccountRequest, { optional }) account?: AccountRequest;
}

/** A complaint that is still being written: the body of POST /v1/complaints, of which everything can be missing. */
export class PreviewComplaintRequest {
  @Text({ optional, max: 128 }) clientRef?: string;
  @OneOf(grounds, { optional }) ground?: string;
  @Nested(() => ComplainantRequest, { optional, description: "Left out: the organization's own profile." })
  complainant?: ComplainantRequest;
  @Nested(() => PrincipalRequest, { optional }) onBehalfOf?: PrincipalRequest;
  @NestedList(() => UnfinishedWorkRequest, { optional, maxItems: 100 }) works?: UnfinishedWorkRequest[];
  @NestedList(() => UnfinishedTargetRequest, { optional, maxItems: 500 }) targets?: UnfinishedTargetRequest[];
  @OneOf(['remove', 'disable', 'delink'], { optional }) demand?: string;
  @NestedList(() => EvidenceRequest, { optional, maxItems: 100 }) evidence?: EvidenceRequest[];
  @Nested(() => StatementsRequest, { optional }) statements?: StatementsRequest;
}

import { evidenceKinds, grounds, workCategories } from '#law';
import { Flag, Instant, Nested, NestedList, OneOf, Text, TextMap, Texts, Uuid } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const optional = true;

/** A party as the form of the National Copyright Administration asks for it. */
class PartyFields {
  @Text({ optional, max: 64, example: 'business_licence' }) idType?: string;
  @Text({ optional, max: 64 }) idNumber?: string;
  @Text({ optional, max: 200 }) legalRepresentative?: string;
  @Text({ optional, max: 200 }) contact?: string;
  @Text({ optional, max: 320 }) email?: string;
  @Text({ optional, max: 64 }) phone?: string;
  @Text({ optional, max: 64 }) mobile?: string;
  @Text({ optional, max: 64 }) fax?: string;
  @Text({ optional, max: 500 }) address?: string;
  @Text({ optional, max: 20 }) postcode?: string;
}

export class ComplainantRequest extends PartyFields {
  @Text({ max: 200, example: '北京某某影业有限公司' }) name: string;
}

export class PrincipalRequest extends PartyFields {
  @Text({ optional, max: 200, description: 'The rights holder for whom an agent files.' }) name?: string;
  @Uuid({ optional, description: 'Of POST /v1/authorizations; judged at the instant of filing.' })
  authorizationId?: string;
}

export class WorkRequest {
  @Text({ max: 64, example: 'w1' }) ref: string;
  @Uuid({ optional, description: 'A work of your vault, from which is taken what is left out here.' }) workId?: string;
  @Text({ optional, max: 500, example: '流浪地球2', description: 'Required without workId, as is category.' })
  title?: string;
  @OneOf(workCategories, { optional }) category?: string;
  @TextMap({ optional, maxKeys: 10, max: 128, description: 'isan, isbn, isrc, …; a wrong check digit is 422.' })
  identifiers?: Record<string, string>;
  @Texts({ optional, max: 2000, maxItems: 20 }) originalUrls?: string[];
  @Text({ optional, max: 128, example: '国作登字-2025-I-00012345' }) registrationNumber?: string;
}

export class AccountRequest {
  @Text({ optional, max: 200 }) handle?: string;
  @Text({ optional, max: 2000 }) url?: string;
}

export class TargetRequest {
  @Text({
    max: 4000,
    description:
      'What one would paste: a link, a share text with its code, an app link. Several addresses in it give several targets.',
    example: '链接：https://pan.baidu.com/s/1YBeAbCdEfGhIjKlMnOp?pwd=60va 提取码：60va',
  })
  text: string;
  @Text({ max: 64, example: 'w1' }) workRef: string;
  @Text({ optional, max: 64, example: 'information_network' }) right?: string;
  @Text({ optional, max: 2000 }) description?: string;
  @Nested(() => AccountRequest, { optional }) account?: AccountRequest;
}

export class EvidenceRequest {
  @OneOf(evidenceKinds) kind: string;
  @Text({ optional, max: 4000 }) text?: string;
  @Text({ optional, max: 2000 }) url?: string;
  @Uuid({ optional, description: 'A file of your own organization (POST /v1/files).' }) fileId?: string;
  @Flag({
    optional,
    description: 'Whether the platform may pass it on to its user. Default: only proof of infringement.',
  })
  forward?: boolean;
}

export class StatementsRequest {
  @Flag({ optional }) accuracy?: boolean;
  @Flag({ optional }) goodFaith?: boolean;
  @Flag({ optional }) perjury?: boolean;
  @Text({ optional, max: 200, example: '张三' }) signature?: string;
  @Instant({ optional }) signedAt?: string;
}

export class FileComplaintRequest {
  @Text({
    optional,
    max: 128,
    description: 'Your own number; used once per organization (409 with the complaint that has it).',
  })
  clientRef?: string;
  @OneOf(grounds) ground: string;
  @Nested(() => ComplainantRequest, { optional, description: "Left out: the organization's own profile." })
  complainant?: ComplainantRequest;
  @Nested(() => PrincipalRequest, { optional }) onBehalfOf?: PrincipalRequest;
  @NestedList(() => WorkRequest, { minItems: 1, maxItems: 100 }) works: WorkRequest[];
  @NestedList(() => TargetRequest, { minItems: 1, maxItems: 500 }) targets: TargetRequest[];
  @OneOf(['remove', 'disable', 'delink'], { optional }) demand?: string;
  @NestedList(() => EvidenceRequest, { optional, maxItems: 100 }) evidence?: EvidenceRequest[];
  @Nested(() => StatementsRequest, { optional }) statements?: StatementsRequest;
}

/** What was missing: each part takes the place of the one filed, evidence is added. */
export class SupplementComplaintRequest {
  @Nested(() => ComplainantRequest, { optional }) complainant?: ComplainantRequest;
  @Nested(() => PrincipalRequest, { optional }) onBehalfOf?: PrincipalRequest;
  @NestedList(() => WorkRequest, {
    optional,
    minItems: 1,
    maxItems: 100,
    description: 'Keep the refs that targets name.',
  })
  works?: WorkRequest[];
  @NestedList(() => EvidenceRequest, { optional, minItems: 1, maxItems: 100 }) evidence?: EvidenceRequest[];
  @Nested(() => StatementsRequest, { optional }) statements?: StatementsRequest;
}

export class WithdrawalRequest {
  @Texts({ optional, max: 36, minItems: 1, maxItems: 500, description: 'All items when left out.' }) itemIds?: string[];
  @Text({ max: 2000 }) reason: string;
}

export class ComplaintsQuery extends PageQuery {
  @OneOf(['deficient', 'filed', 'withdrawn', 'frozen'], { optional }) state?: string;
  @Text({ optional, max: 128 }) clientRef?: string;
  @OneOf(['unrouted'], { optional, description: 'With a target that waits for somebody who answers for it.' })
  outcome?: 'unrouted';
  @Text({ optional, max: 200, description: 'A number, a clientRef, or part of the first work’s title.' }) q?: string;
}

export class UnroutedQuery extends PageQuery {
  @Text({ optional, max: 253 }) host?: string;
}

export class AssignmentRequest {
  @Uuid({ optional, description: 'The platform that answers for the address; or `noRespondent` with a reason.' })
  platformId?: string;
  @Flag({ optional }) noRespondent?: boolean;
  @Text({ optional, max: 2000 }) reason?: string;
}

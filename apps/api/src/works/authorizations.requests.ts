import { authorizationShownStates, type AuthorizationShownState, grantedRightNames, type GrantedRight } from '#works';
import { Flag, Nested, NestedList, OneOf, Text, Texts, Uuid } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';
import { DocumentRequest, documentsField, territoryField } from './works.requests.js';

const optional = true;
const day = { max: 10, min: 10, pattern: /^\d{4}-\d\d-\d\d$/ };

export class OwnerRequest {
  @Text({ max: 200, example: '中国电影股份有限公司' }) name: string;
  @Uuid({ optional, description: 'Where the owner has an account here: it is told, and may revoke.' })
  organizationId?: string;
}

export class FileAuthorizationRequest {
  @Nested(() => OwnerRequest) owner: OwnerRequest;
  @Texts({ optional, max: 36, maxItems: 500, description: 'Works of your vault; or `catalogue: true`.' })
  workIds?: string[];
  @Flag({ optional, description: 'A catalogue instead of listed works.' }) catalogue?: boolean;
  @Texts({
    optional,
    max: 200,
    maxItems: 50,
    description: 'Of a catalogue: titles, `*` stands for anything; left out, all works of the owner.',
    example: ['流浪地球*'],
  })
  titlePatterns?: string[];
  @Texts({ max: 64, minItems: 1, maxItems: 20, oneOf: grantedRightNames, example: ['information_network'] })
  rights: GrantedRight[];
  @Texts({ ...territoryField, description: `${territoryField.description} Left out: CN.` }) territory?: string[];
  @Text({ ...day, description: 'First day, Beijing time.', example: '2026-01-01' }) validFrom: string;
  @Text({ ...day, optional, description: 'Last day, inclusive; left out: until revoked.', example: '2026-12-31' })
  validUntil?: string;
  @Flag({ optional, description: 'Whether the agent may pass it on.' }) subLicence?: boolean;
  @Uuid({ optional, description: 'The authorization that this one is a sub-licence of.' })
  parentAuthorizationId?: string;
  @NestedList(() => DocumentRequest, documentsField) documents?: DocumentRequest[];
}

export class AuthorizationsQuery extends PageQuery {
  @OneOf(authorizationShownStates, { optional }) state?: AuthorizationShownState;
}

export class ApprovalRequest {
  @OneOf(['approve', 'reject', 'freeze'], {
    description: 'freeze: suspected to be forged, until a person has decided.',
  })
  decision: 'approve' | 'reject' | 'freeze';
  @Text({ optional, max: 2000, description: 'Needed to reject and to freeze; the parties read it.' }) reason?: string;
}

export class RevocationRequest {
  @Text({ max: 2000, description: 'The parties and the operator read it.' }) reason: string;
}

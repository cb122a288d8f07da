import { evidenceKinds } from '#law';
import { Shown } from '../http/shown.js';

const sometimes = { nullable: true, optional: true } as const;

/** A party as it was filed: what was left out is absent; an identity number may show its last four alone. */
export class PartyView {
  @Shown('text', sometimes) name?: string | null;
  @Shown('text', sometimes) idType?: string | null;
  @Shown('text', sometimes) idNumber?: string | null;
  @Shown('text', sometimes) legalRepresentative?: string | null;
  @Shown('text', sometimes) contact?: string | null;
  @Shown('text', sometimes) email?: string | null;
  @Shown('text', sometimes) phone?: string | null;
  @Shown('text', sometimes) mobile?: string | null;
  @Shown('text', sometimes) fax?: string | null;
  @Shown('text', sometimes) address?: string | null;
  @Shown('text', sometimes) postcode?: string | null;
}

export class PrincipalView extends PartyView {
  @Shown('text', { ...sometimes, description: 'Of GET /v1/authorizations.' }) authorizationId?: string | null;
}

export class PartiesView {
  @Shown(() => PartyView) complainant: PartyView;
  @Shown(() => PrincipalView, { nullable: true, description: 'The rights holder, where an agent filed.' })
  onBehalfOf: PrincipalView | null;
}

export class FiledWorkView {
  @Shown('text') ref: string;
  @Shown('uuid', { optional: true, description: 'In the vault of whoever filed.' }) workId?: string;
  @Shown('text') title: string;
  @Shown('text') category: string;
  @Shown('texts', { optional: true, description: 'By scheme: isan, isbn, isrc, …' }) identifiers?: Record<
    string,
    string
  >;
  @Shown('text', { optional: true, list: true }) originalUrls?: string[];
  @Shown('text', { optional: true }) registrationNumber?: string;
}

export class FiledEvidenceView {
  @Shown(evidenceKinds) kind: string;
  @Shown('text', sometimes) text?: string | null;
  @Shown('text', sometimes) url?: string | null;
  @Shown('text', sometimes) fileId?: string | null;
  @Shown('flag', { description: 'Whether the platform may pass it on to its user.' }) forward: boolean;
}

export class StatementsView {
  @Shown('flag', sometimes) accuracy?: boolean | null;
  @Shown('flag', sometimes) goodFaith?: boolean | null;
  @Shown('flag', sometimes) perjury?: boolean | null;
  @Shown('text', sometimes) signature?: string | null;
  @Shown('text', sometimes) signedAt?: string | null;
}

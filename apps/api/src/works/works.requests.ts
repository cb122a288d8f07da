import { workCategories, type WorkCategory } from '#law';
import { NestedList, OneOf, Text, TextMap, Texts, Uuid } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const optional = true;

/** Proof of ownership or authority; at least one of the three. */
export class DocumentRequest {
  @Uuid({ optional, description: 'A file that you uploaded.' }) fileId?: string;
  @Text({ optional, max: 2000 }) url?: string;
  @Text({ optional, max: 4000 }) text?: string;
}

export const documentsField = { optional, maxItems: 20, description: 'Each with fileId, url or text.' };
export const territoryField = {
  optional,
  max: 8,
  maxItems: 60,
  description: 'WORLD, or countries and regions by two letters (ISO 3166-1).',
  example: ['CN'],
};

const titleField = { max: 500, example: '流浪地球2' };
const identifiersField = {
  optional,
  maxKeys: 10,
  max: 128,
  description:
    'isbn, issn, isrc, iswc, isan, eidr, isni, orcid, software_registration, dci …; a wrong check digit is 422, an unknown scheme a warning.',
  example: { isan: '0000-0000-D07A-0090-Q' },
};
const registrationField = {
  optional,
  nullable: true,
  max: 128,
  description: '作品登记号 or 软件著作权登记号; one of another country is kept with a warning. Once per vault (409).',
  example: '国作登字-2025-I-00012345',
};
const urlsField = { optional, max: 2000, maxItems: 20, description: 'Where the work is lawfully shown.' };
const holderField = { optional, nullable: true, max: 200, description: 'The rights holder, where it is not you.' };

export class AddWorkRequest {
  @Text(titleField) title: string;
  @OneOf(workCategories) category: WorkCategory;
  @TextMap(identifiersField) identifiers?: Record<string, string>;
  @Text(registrationField) registrationNumber?: string | null;
  @Texts(urlsField) originalUrls?: string[];
  @Texts(territoryField) territory?: string[];
  @Text(holderField) holderName?: string | null;
  @NestedList(() => DocumentRequest, documentsField) documents?: DocumentRequest[];
}

export class AmendWorkRequest {
  @Text({ ...titleField, optional }) title?: string;
  @OneOf(workCategories, { optional }) category?: WorkCategory;
  @TextMap(identifiersField) identifiers?: Record<string, string>;
  @Text(registrationField) registrationNumber?: string | null;
  @Texts(urlsField) originalUrls?: string[];
  @Texts(territoryField) territory?: string[];
  @Text(holderField) holderName?: string | null;
  @NestedList(() => DocumentRequest, documentsField) documents?: DocumentRequest[];
  @OneOf(['active', 'archived'], { optional }) state?: 'active' | 'archived';
}

export class WorksQuery extends PageQuery {
  @Text({ optional, max: 200, description: 'Part of a title, or a whole identifier or registration number.' })
  q?: string;

  @OneOf(['active', 'archived'], { optional }) state?: 'active' | 'archived';
  @OneOf(workCategories, { optional }) category?: string;
}

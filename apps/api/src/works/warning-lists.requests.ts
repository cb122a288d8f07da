import { workCategories, type WorkCategory } from '#law';
import { worksPerWarningList } from '#works';
import { NestedList, OneOf, Text, Texts, Whole } from '../http/fields.js';

const optional = true;
const day = { max: 10, min: 10, pattern: /^\d{4}-\d\d-\d\d$/ };

export class WarningListWorkRequest {
  @Text({ max: 500, example: '流浪地球2' }) title: string;
  @OneOf(workCategories) category: WorkCategory;
  @Text({ optional, max: 500 }) rightsHolder?: string;
  @Texts({ optional, max: 200, maxItems: 50, description: 'Who may show it, by name.' }) licensedPlatforms?: string[];
  @Text({
    ...day,
    optional,
    description: 'First day, Beijing time; never before publication, which it is when left out.',
  })
  windowFrom?: string;
  @Text({ ...day, optional, description: 'Last day, inclusive; left out: one year after the first (assumption).' })
  windowUntil?: string;
}

export class ImportWarningListRequest {
  @Whole({ min: 2010, max: 2100, example: 2026 }) year: number;
  @Whole({ min: 1, max: 999, example: 1 }) batch: number;
  @Text({ ...day, description: 'The day of publication, Beijing time.', example: '2026-01-20' }) publishedOn: string;
  @Text({ max: 300, example: '2026年度第一批重点作品版权保护预警名单' }) title: string;
  @Text({ max: 2000, description: 'Where it was published: an address or a document number.' }) source: string;
  @NestedList(() => WarningListWorkRequest, { minItems: 1, maxItems: worksPerWarningList })
  works: WarningListWorkRequest[];
}

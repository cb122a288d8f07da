import { jurisdictions } from '#deadlines';
import {
  bases,
  type Basis,
  type ClockUnit,
  clockUnits,
  type ServiceType,
  serviceTypes,
  type Tier,
  tiers,
  type WorkCategory,
  workCategories,
} from '#law';
import { Instant, Nested, NestedList, OneOf, Text, Texts, Uuid, Whole } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const notBlank = /\S/;
const date = /^\d{4}-\d\d-\d\d$/;
export const versionPattern = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/;

export class CalendarDayRequest {
  @Text({ max: 10, pattern: date, example: '2027-02-06' }) date: string;
  @OneOf(['holiday', 'working'], { description: 'working: a weekend day on which people work (调休).' })
  kind: 'holiday' | 'working';
  @Text({ max: 60, pattern: notBlank, example: '春节' }) name: string;
}

export class ImportCalendarRequest {
  @Text({ max: 64, pattern: versionPattern, description: 'A new one for each paper.', example: 'cn-2027' })
  version: string;
  @OneOf(jurisdictions) jurisdiction: string;
  @Text({ max: 10, pattern: date, example: '2027-01-01' }) coveredFrom: string;
  @Text({ max: 10, pattern: date, example: '2027-12-31' }) coveredUntil: string;
  @NestedList(() => CalendarDayRequest, {
    maxItems: 800,
    minItems: 1,
    description: 'The days that depart from the week.',
  })
  days: CalendarDayRequest[];
  @Text({ max: 300, pattern: notBlank, example: '国务院办公厅关于2027年部分节假日安排的通知 国办发明电〔2026〕X号' })
  source: string;
  @Instant({
    optional: true,
    description: 'A later paper overrides an earlier one for the days it names; now when left out.',
  })
  publishedAt?: string;
}

const positive = { min: 1, max: 10_000 };
export const dayAndHourUnits = clockUnits.filter((unit) => unit !== 'month');

export class OverrideScopeRequest {
  @Uuid({ optional: true }) platformId?: string;
  @OneOf(tiers, { optional: true, description: 'And every faster tier.' }) tier?: Tier;
  @Text({ optional: true, max: 100, pattern: notBlank, example: '剑网2026' }) campaign?: string;
  @Texts({ optional: true, max: 20, maxItems: 17, minItems: 1, oneOf: serviceTypes }) serviceTypes?: ServiceType[];
  @Texts({ optional: true, max: 20, maxItems: 15, minItems: 1, oneOf: workCategories }) workCategories?: WorkCategory[];
}

export class AddRuleOverrideRequest {
  @Text({ max: 64, example: 'cn.ecl.takedown' }) rule: string;
  @Nested(() => OverrideScopeRequest) scope: OverrideScopeRequest;
  @Whole(positive) length: number;
  @OneOf(dayAndHourUnits) unit: ClockUnit;
  @OneOf(bases, { optional: true, description: 'platform_practice when left out.' }) basis?: Basis;
  @Text({ max: 500, pattern: notBlank }) reason: string;
  @Instant({ optional: true, description: 'Now when left out.' }) validFrom?: string;
  @Instant({ optional: true, description: 'The first instant at which it starts no clock; left out: until ended.' })
  validUntil?: string;
}

export class GrantTierRequest {
  @Uuid() organizationId: string;
  @OneOf(['green_channel']) tier: 'green_channel';
  @Text({ max: 500, pattern: notBlank }) reason: string;
  @Instant({ optional: true, description: 'Now when left out.' }) validFrom?: string;
  @Instant({ optional: true }) validUntil?: string;
}

export class ListRuleOverridesQuery extends PageQuery {
  @Text({ optional: true, max: 64 }) rule?: string;
}

export class ListTierGrantsQuery extends PageQuery {
  @Uuid({ optional: true }) organizationId?: string;
}

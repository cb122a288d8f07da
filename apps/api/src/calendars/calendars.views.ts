import type { CalendarRow, RuleOverrideRow, TierGrantRow } from '#deadlines';
import { instant } from '#kernel';
import { bases, clockUnits, type OverrideScope } from '#law';
import { Shown } from '../http/shown.js';

export class CalendarDayView {
  @Shown('text') date: string;
  @Shown(['holiday', 'working']) kind: string;
  @Shown('text') name: string;
}

export class CalendarSummaryView {
  @Shown('text') version: string;
  @Shown('text') jurisdiction: string;
  @Shown('text') coveredFrom: string;
  @Shown('text') coveredUntil: string;
  @Shown('text') source: string;
  @Shown('instant', { nullable: true, description: 'Null: comes with the release and lies beneath every paper.' })
  publishedAt: string | null;
  @Shown('instant') createdAt: string;
  @Shown('whole') dayCount: number;
}

export class CalendarView extends CalendarSummaryView {
  @Shown(() => CalendarDayView, { list: true }) days: CalendarDayView[];
}

export class PlaceView {
  @Shown('text') pointer: string;
  @Shown('text') code: string;
  @Shown('text') detail: string;
}

export class DaySpanView {
  @Shown('text') from: string;
  @Shown('text') until: string;
}

export class ImportedCalendarView extends CalendarView {
  @Shown(() => PlaceView, { list: true, description: 'What is accepted and looks odd.' }) warnings: PlaceView[];
  @Shown(() => DaySpanView, {
    nullable: true,
    description: 'The days that are now known otherwise; running clocks that counted one of them are derived again.',
  })
  changed: DaySpanView | null;
}

export class CalendarWarningView {
  @Shown(['coverage_ends', 'deadlines_uncovered']) code: string;
  @Shown('text') detail: string;
}

export class CalendarPageView {
  @Shown(() => CalendarSummaryView, { list: true }) data: CalendarSummaryView[];
  @Shown('text', { nullable: true }) next: string | null;
  @Shown(() => CalendarWarningView, {
    list: true,
    description: 'What has to be mended; how many clocks, operators alone see.',
  })
  warnings: CalendarWarningView[];
}

export class MergedDayView extends CalendarDayView {
  @Shown('text', { description: 'The paper whose word on this day governs.' }) version: string;
}

export class MergedYearView {
  @Shown('whole') year: number;
  @Shown('text', { description: 'As clocks carry it in calendarVersion.' }) version: string;
  @Shown('flag', { description: 'False where papers do not speak of the whole year: weekends alone are assumed.' })
  covered: boolean;
  @Shown(() => MergedDayView, { list: true }) days: MergedDayView[];
}

export function calendarSummary(row: CalendarRow): CalendarSummaryView {
  const { version, jurisdiction, coveredFrom, coveredUntil, source, publishedAt, createdAt, days } = row;
  return {
    version,
    jurisdiction,
    coveredFrom,
    coveredUntil,
    source,
    publishedAt: instant(publishedAt),
    createdAt: instant(createdAt),
    dayCount: days.length,
  };
}

export function calendarView(row: CalendarRow): CalendarView {
  return { ...calendarSummary(row), days: row.days };
}

export class OverrideScopeView {
  @Shown('uuid', { optional: true }) platformId?: string;
  @Shown('text', { optional: true }) tier?: string;
  @Shown('text', { optional: true }) campaign?: string;
  @Shown('text', { optional: true, list: true }) serviceTypes?: readonly string[];
  @Shown('text', { optional: true, list: true }) workCategories?: readonly string[];
}

export class RuleOverrideView {
  @Shown('uuid') id: string;
  @Shown('text') rule: string;
  @Shown(() => OverrideScopeView) scope: OverrideScope;
  @Shown('whole') length: number;
  @Shown(clockUnits) unit: string;
  @Shown(bases) basis: string;
  @Shown('text') reason: string;
  @Shown('instant') validFrom: string;
  @Shown('instant', { nullable: true }) validUntil: string | null;
  @Shown('uuid', { nullable: true, description: 'Null: came with the product.' }) createdBy: string | null;
  @Shown('instant') createdAt: string;
  @Shown('instant', { nullable: true }) endedAt: string | null;
}

export function ruleOverrideView(row: RuleOverrideRow): RuleOverrideView {
  const { id, rule, scope, length, unit, basis, reason, createdBy } = row;
  return {
    id,
    rule,
    scope,
    length,
    unit,
    basis,
    reason,
    validFrom: instant(row.validFrom),
    validUntil: instant(row.validUntil),
    createdBy,
    createdAt: instant(row.createdAt),
    endedAt: instant(row.endedAt),
  };
}

export class RuleOverridePageView {
  @Shown(() => RuleOverrideView, { list: true }) data: RuleOverrideView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export class GrantedOrganizationView {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
}

export class TierGrantView {
  @Shown('uuid') id: string;
  @Shown(() => GrantedOrganizationView) organization: GrantedOrganizationView;
  @Shown(['green_channel']) tier: string;
  @Shown('text') reason: string;
  @Shown('instant') validFrom: string;
  @Shown('instant', { nullable: true }) validUntil: string | null;
  @Shown('instant') createdAt: string;
  @Shown('instant', { nullable: true }) endedAt: string | null;
}

export function tierGrantView(row: TierGrantRow): TierGrantView {
  return {
    id: row.id,
    organization: { id: row.organizationId, name: row.organizationName },
    tier: row.tier,
    reason: row.reason,
    validFrom: instant(row.validFrom),
    validUntil: instant(row.validUntil),
    createdAt: instant(row.createdAt),
    endedAt: instant(row.endedAt),
  };
}

export class TierGrantPageView {
  @Shown(() => TierGrantView, { list: true }) data: TierGrantView[];
  @Shown('text', { nullable: true }) next: string | null;
}

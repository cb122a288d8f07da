import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { calendarsInForce, overridesInForce } from '#deadlines';
import { directorySnapshot } from '#directory';
import { instant, Problem } from '#kernel';
import {
  type ClockRule,
  clockRule,
  clockRules,
  type ClockTerms,
  computeDue,
  termsFor,
  type Tier,
  tiers,
  zoneOfClock,
} from '#law';
import { DataSource } from 'typeorm';
import { Public } from '../http/access.js';
import { Instant, OneOf, Text, Uuid } from '../http/fields.js';
import { instantOf } from '../http/instant-of.js';
import { Shown } from '../http/shown.js';
import { SkippedDay, SourceView } from '../notices/deadline.views.js';

class DeadlinePreviewQuery {
  @Text({ max: 64, example: 'cn.ecl.wait' }) rule: string;
  @Instant({ example: '2026-11-23T10:00:00+08:00' }) start: string;
  @Text({ optional: true, max: 64, description: 'IANA name; Asia/Shanghai, for us.* America/New_York, when left out.' })
  zone?: string;
  @OneOf(tiers, { optional: true, description: 'With the terms that this tier enjoys; needs platform.' }) tier?: Tier;
  @Uuid({ optional: true, description: 'With the terms and, under us.*, the zone of this platform.' })
  platform?: string;
}

class DeadlinePreviewView {
  @Shown('text') rule: string;
  @Shown('instant') nominalDueAt: string;
  @Shown('instant', { description: 'The first instant that is too late.' }) dueAt: string;
  @Shown(() => SkippedDay, { list: true }) skipped: SkippedDay[];
  @Shown('flag') covered: boolean;
  @Shown('uuid', { nullable: true, description: 'The override by which it runs shorter than its rule.' })
  overrideId: string | null;
  @Shown('text') calendarVersion: string;
  @Shown(['statutory', 'departmental', 'platform_practice', 'assumption']) basis: string;
  @Shown(() => SourceView) source: SourceView;
}

/** 时限计算器: the same arithmetic that governs notices, for everybody. */
@ApiTags('deadlines')
@Controller('v1/deadlines')
export class DeadlinesController {
  constructor(private readonly database: DataSource) {}

  @Get('preview')
  @Public()
  @ApiOperation({ summary: 'When a clock that starts then would fall due, and why', description: 'No account needed.' })
  @ApiOkResponse({ type: DeadlinePreviewView })
  async preview(@Query() query: DeadlinePreviewQuery): Promise<DeadlinePreviewView> {
    const { rule: id, start } = query;
    const rule = clockRule(id);
    if (!rule) {
      const detail = `Known rules: ${clockRules.map((known) => known.id).join(', ')}.`;
      throw new Problem('unknown_rule', {
        detail,
        errors: [{ pointer: '#/rule', code: 'unknown_rule', detail }],
      });
    }
    const { terms, zone } = await this.termsOf(rule, query);
    const { overrideId, ...shortened } = terms;
    const due = computeDue({ ...rule, ...shortened }, start, await calendarsInForce(this.database), zone);
    const { skipped, covered, calendarVersion } = due;
    return {
      rule: rule.id,
      nominalDueAt: instant(new Date(due.nominalDueAt)),
      dueAt: instant(new Date(due.dueAt)),
      skipped,
      covered,
      calendarVersion,
      overrideId,
      basis: rule.basis,
      source: rule.source,
    };
  }

  /** The rule's own terms, or those of a platform and tier; works and campaigns are not asked for here. */
  private async termsOf(
    rule: ClockRule,
    { start, zone, tier, platform: platformId }: DeadlinePreviewQuery,
  ): Promise<{ terms: ClockTerms; zone: string | undefined }> {
    const refuse = (pointer: string, code: string, detail: string): never => {
      throw new Problem('validation_failed', { errors: [{ pointer, code, detail }] });
    };
    if (platformId === undefined) {
      if (tier !== undefined) refuse('#/platform', 'required', 'A tier’s terms depend on the platform: give it too.');
      return { terms: { length: rule.length, unit: rule.unit, overrideId: null }, zone };
    }
    const platform = (await directorySnapshot(this.database)).platforms.get(platformId);
    if (!platform) return refuse('#/platform', 'dangling_reference', 'There is no such platform.');
    const facts = { platformId, tier: tier ?? 'ordinary', serviceType: platform.serviceType, workCategories: [] };
    const overrides = await overridesInForce(this.database);
    const terms = termsFor(rule, { ...facts, at: instantOf(start, '#/start') }, overrides);
    return { terms, zone: zone ?? zoneOfClock(rule.id, platform.timeZone) ?? undefined };
  }
}

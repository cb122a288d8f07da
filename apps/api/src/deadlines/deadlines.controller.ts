import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { calendarsInForce } from '#deadlines';
import { instant, Problem } from '#kernel';
import { clockRule, clockRules, computeDue } from '#law';
import { DataSource } from 'typeorm';
import { Public } from '../http/access.js';
import { Instant, Text } from '../http/fields.js';
import { Shown } from '../http/shown.js';

class PreviewQuery {
  @Text({ max: 64, example: 'cn.ecl.wait' }) rule: string;
  @Instant({ example: '2026-11-23T10:00:00+08:00' }) start: string;
  @Text({ optional: true, max: 64, description: 'IANA name; Asia/Shanghai, for us.* America/New_York, when left out.' })
  zone?: string;
}

class SkippedDay {
  @Shown('text') date: string;
  @Shown('text') reason: string;
}

class SourceView {
  @Shown('text') law: string;
  @Shown('text', { optional: true }) lawEn?: string;
  @Shown('text') article: string;
}

class PreviewView {
  @Shown('text') rule: string;
  @Shown('instant') nominalDueAt: string;
  @Shown('instant', { description: 'The first instant that is too late.' }) dueAt: string;
  @Shown(() => SkippedDay, { list: true }) skipped: SkippedDay[];
  @Shown('flag') covered: boolean;
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
  @ApiOkResponse({ type: PreviewView })
  async preview(@Query() { rule: id, start, zone }: PreviewQuery): Promise<PreviewView> {
    const rule = clockRule(id);
    if (!rule) {
      const detail = `Known rules: ${clockRules.map((known) => known.id).join(', ')}.`;
      throw new Problem('unknown_rule', {
        detail,
        errors: [{ pointer: '#/rule', code: 'unknown_rule', detail }],
      });
    }
    const due = computeDue(rule, start, await calendarsInForce(this.database), zone);
    const { skipped, covered, calendarVersion } = due;
    return {
      rule: rule.id,
      nominalDueAt: instant(new Date(due.nominalDueAt)),
      dueAt: instant(new Date(due.dueAt)),
      skipped,
      covered,
      calendarVersion,
      basis: rule.basis,
      source: rule.source,
    };
  }
}

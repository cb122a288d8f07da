import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { domainNow } from '#database';
import {
  calendarOutlook,
  findCalendar,
  forgetCalendars,
  importCalendar,
  listCalendars,
  mergedYear,
  warningsOf,
} from '#deadlines';
import type { Caller } from '#identity';
import { Problem } from '#kernel';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Public, Request, SignedIn } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { instantOf } from '../http/instant-of.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, PageQuery, pageOf } from '../http/paging.js';
import { Tagged } from '../http/tagged.js';
import { ImportCalendarRequest, versionPattern } from './calendars.requests.js';
import {
  CalendarPageView,
  calendarSummary,
  CalendarView,
  calendarView,
  ImportedCalendarView,
  MergedYearView,
} from './calendars.views.js';

const yearPattern = /^(19[7-9]|2\d\d)\d$/;

/** 放假安排: the State Council's papers, by which working days and rolling ends are counted. */
@ApiTags('deadlines')
@Controller('v1/calendars')
export class CalendarsController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'The papers, the last imported first, and what has to be mended' })
  @ListOf(CalendarPageView)
  async list(@Query() { limit = 50, after }: PageQuery, @CallerOf() caller: Caller): Promise<CalendarPageView> {
    const rows = await listCalendars(this.database, decodeCursor(after, 'instant', 'text'), limit + 1);
    const page = pageOf(rows, limit, (row) => [row.createdKey, row.version], calendarSummary);
    const warnings = warningsOf(await calendarOutlook(this.database, await domainNow(this.database)));
    const isOperator = caller.organizationKind === 'operator';
    return { ...page, warnings: warnings.filter(({ code }) => isOperator || code === 'coverage_ends') };
  }

  @Get('year/:year')
  @Public()
  @ApiOperation({ summary: 'One year as all papers together make it', description: 'No account needed.' })
  @ApiParam({ name: 'year', schema: { type: 'string', pattern: yearPattern.source } })
  @ApiOkResponse({ type: MergedYearView })
  @Tagged()
  year(@Param('year') year: string): Promise<MergedYearView> {
    if (!yearPattern.test(year)) throw new Problem('not_found', { detail: 'A year from 1970 to 2999.' });
    return mergedYear(this.database, Number(year));
  }

  @Get(':version')
  @Public()
  @ApiOperation({ summary: 'One paper with its days', description: 'No account needed.' })
  @ApiParam({ name: 'version', schema: { type: 'string', maxLength: 64, pattern: versionPattern.source } })
  @ApiOkResponse({ type: CalendarView })
  @Tagged()
  async one(@Param('version') version: string): Promise<CalendarView> {
    const row = versionPattern.test(version) ? await findCalendar(this.database, version) : null;
    if (!row) throw new Problem('not_found');
    return calendarView(row);
  }

  @Post()
  @Needs('directory:manage')
  @ApiOperation({
    summary: 'Imports a paper and derives running clocks again by it',
    description: 'A later paper overrides an earlier one for the days that it names. A paper is never changed.',
  })
  @ApiCreatedResponse({ type: ImportedCalendarView })
  async import(
    @Request() request: ApiRequest,
    @Body() body: ImportCalendarRequest,
    @CallerOf() caller: Caller,
  ): Promise<ImportedCalendarView> {
    const answer = await this.commands.run(request, async (tx, now) => {
      const { version, coveredFrom, coveredUntil, source } = body;
      const days = body.days.map(({ date, kind, name }) => ({ date, kind, name }));
      const publishedAt = body.publishedAt === undefined ? now : instantOf(body.publishedAt, '#/publishedAt');
      const createdBy = caller.responsibleMemberId;
      const paper = { version, coveredFrom, coveredUntil, days, source, publishedAt, createdBy };
      const { warnings, changed } = await importCalendar(tx, now, paper);
      return { ...calendarView((await findCalendar(tx, version))!), warnings, changed };
    });
    forgetCalendars(this.database);
    return answer;
  }
}

import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { jurisdictionOf, overdueMap, platformFigures } from '#statistics';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { AlsoAsCsv, answerOrCsv } from '../http/csv.js';
import { FiguresQuery } from './statistics.requests.js';
import { OverdueMapView, PlatformFiguresList } from './statistics.views.js';

const columnsOfPlatforms = [
  'platformId',
  'platformName',
  'served',
  'decidedInTime',
  'decidedLate',
  'medianHours',
  'overdueOpen',
  'escalationsOpen',
] as const;

/** The figures of a regulator: of its regions, the national one's of the whole country. */
@ApiTags('statistics')
@ApiBearerAuth()
@Controller('v1/statistics')
export class OversightController {
  constructor(private readonly database: DataSource) {}

  @Get('platforms')
  @Needs('escalations:read')
  @ApiOperation({ summary: 'How the platforms of your jurisdiction answer, most overdue first; at most fifty' })
  @AlsoAsCsv(PlatformFiguresList)
  async platforms(
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CallerOf() { organizationId }: Caller,
    @Query() { days = 30, format }: FiguresQuery,
  ): Promise<PlatformFiguresList | string> {
    const jurisdiction = await jurisdictionOf(this.database, organizationId);
    const platforms = await platformFigures(this.database, jurisdiction, days);
    const table = { name: 'platforms', columns: columnsOfPlatforms, rows: platforms };
    return answerOrCsv({ request, reply, format }, { platforms }, table);
  }

  @Get('overdue-map')
  @Needs('escalations:read')
  @ApiOperation({ summary: 'How many clocks of platforms ran out, by region and week' })
  @AlsoAsCsv(OverdueMapView)
  async overdueMap(
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CallerOf() { organizationId }: Caller,
    @Query() { days = 30, format }: FiguresQuery,
  ): Promise<OverdueMapView | string> {
    const jurisdiction = await jurisdictionOf(this.database, organizationId);
    const map = await overdueMap(this.database, jurisdiction, days);
    const columns = ['regionCode', 'regionName', 'week', 'breaches'] as const;
    return answerOrCsv({ request, reply, format }, map, { name: 'overdue-map', columns, rows: map.cells });
  }
}

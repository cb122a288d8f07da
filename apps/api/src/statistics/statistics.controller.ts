import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { Problem } from '#kernel';
import { ageingOf, decisionTimesOf, decisionUnit, funnelOf, inflowOf } from '#statistics';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { AlsoAsCsv, answerOrCsv, FormatQuery } from '../http/csv.js';
import { FiguresQuery } from './statistics.requests.js';
import { AgeingView, DecisionTimesView, FunnelView, InflowView } from './statistics.views.js';

/** The figures of those who file and those who answer, each of their own matters. */
@ApiTags('statistics')
@ApiBearerAuth()
@Controller('v1/statistics')
export class StatisticsController {
  constructor(private readonly database: DataSource) {}

  @Get('inflow')
  @Needs('notices:read')
  @ApiOperation({ summary: 'Items that came in, were handled and stayed, day by day; of a platform' })
  @AlsoAsCsv(InflowView)
  async inflow(
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CallerOf() caller: Caller,
    @Query() { days: asked = 30, format }: FiguresQuery,
  ): Promise<InflowView | string> {
    const days = await inflowOf(this.database, platformOf(caller), asked);
    const columns = ['date', 'received', 'handled', 'backlog'] as const;
    return answerOrCsv({ request, reply, format }, { days }, { name: 'inflow', columns, rows: days });
  }

  @Get('decision-times')
  @Needs('notices:read')
  @ApiOperation({ summary: 'How long decisions took, against the clock; of a platform' })
  @AlsoAsCsv(DecisionTimesView)
  async decisionTimes(
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CallerOf() caller: Caller,
    @Query() { days = 30, format }: FiguresQuery,
  ): Promise<DecisionTimesView | string> {
    const periods = await decisionTimesOf(this.database, platformOf(caller), days);
    const columns = ['from', 'decided', 'withinClock', 'p50Seconds', 'p90Seconds', 'clockSeconds'] as const;
    const answer = { unit: decisionUnit(days), periods };
    return answerOrCsv({ request, reply, format }, answer, { name: 'decision-times', columns, rows: periods });
  }

  @Get('ageing')
  @Needs('notices:read')
  @ApiOperation({ summary: 'What is owed now, by age, and how much of it is overdue; of a platform' })
  @AlsoAsCsv(AgeingView)
  async ageing(
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CallerOf() caller: Caller,
    @Query() { format }: FormatQuery,
  ): Promise<AgeingView | string> {
    const buckets = await ageingOf(this.database, platformOf(caller));
    const columns = ['bucket', 'open', 'overdue'] as const;
    return answerOrCsv({ request, reply, format }, { buckets }, { name: 'ageing', columns, rows: buckets });
  }

  @Get('funnel')
  @Needs('complaints:read')
  @ApiOperation({ summary: 'How far the items got that you filed in a period: notified, served, … restored' })
  @AlsoAsCsv(FunnelView)
  async funnel(
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CallerOf() { organizationId }: Caller,
    @Query() { days = 30, format }: FiguresQuery,
  ): Promise<FunnelView | string> {
    const steps = await funnelOf(this.database, organizationId, days);
    return answerOrCsv(
      { request, reply, format },
      { steps },
      { name: 'funnel', columns: ['step', 'items'], rows: steps },
    );
  }
}

/** Others read notices too, but have no inbox to count. */
function platformOf({ organizationKind, organizationId }: Caller): string {
  if (organizationKind === 'platform') return organizationId;
  throw new Problem('forbidden', { detail: 'These are the figures of an inbox; only a platform has one.' });
}

import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { timingSafeEqual } from 'node:crypto';
import { sweepLateness } from '#deadlines';
import { queueLag } from '#events';
import { type Configuration, Problem, sha256Hex } from '#kernel';
import type { Metrics } from '#telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Public } from '../http/access.js';
import { Counts } from '../limits/counts-as.js';
import { CONFIGURATION } from '../http/configuration.js';
import { METRICS } from './tokens.js';

/** Prometheus figures. Outside the sandbox they ask for `METRICS_TOKEN`: how busy one is, is nobody else's business. */
@ApiExcludeController()
@Counts('nothing')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {}

  @Get()
  @Public()
  async read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    this.checkToken(request.headers.authorization);
    const [state] = await this.database.query<Array<Record<string, number>>>(stateFigures);
    const { waiting, seconds } = await queueLag(this.database);
    const figures = {
      ...state,
      jobs_waiting: waiting,
      queue_lag_seconds: seconds,
      sweep_lateness_seconds: await sweepLateness(this.database),
    };
    for (const [what, value] of Object.entries(figures)) this.metrics.state.set({ what }, value);
    reply.header('Content-Type', this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }

  private checkToken(authorization: string | undefined): void {
    const { isSandbox, metricsToken } = this.configuration;
    if (isSandbox && metricsToken === null) return;
    const digest = (text: string) => Buffer.from(sha256Hex(text), 'hex');
    const sent = authorization?.replace(/^Bearer +/i, '') ?? '';
    if (metricsToken === null || !timingSafeEqual(digest(sent), digest(metricsToken)))
      throw new Problem('unauthenticated');
  }
}

/** Each figure is answered from an index that holds only what it counts. */
const stateFigures = `
  select
    (select count(*)::float from events where position is null) as events_unpositioned,
    (select count(*)::float from webhook_deliveries where state = 'pending') as deliveries_pending,
    (select count(*)::float from letters where state = 'pending') as letters_pending,
    (select count(*)::float from deadlines where state = 'breached') as deadlines_overdue`;

import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { type Configuration, Problem, unique } from '#kernel';
import { eventsFor, type WebhookEventType, webhookEventTypes } from '#webhooks';
import { DataSource } from 'typeorm';
import { CallerOf, Needs } from '../http/access.js';
import { CONFIGURATION } from '../http/configuration.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, type Page, pageOf } from '../http/paging.js';
import { EventsQuery } from './webhooks.requests.js';
import { FeedEntryView, feedEntryView, FeedPageView } from './webhooks.views.js';

/** The stream of events to read instead of being called: for whoever cannot receive, or must catch up. */
@ApiTags('Webhooks')
@ApiBearerAuth()
@Controller('v1/events')
export class EventsController {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get()
  @Needs('complaints:read', 'notices:read', 'escalations:read', 'webhooks:manage')
  @ApiOperation({ summary: 'What happened in your matters, oldest first, in commit order; nothing is skipped' })
  @ListOf(FeedPageView)
  async list(@CallerOf() { organizationId }: Caller, @Query() query: EventsQuery): Promise<Page<FeedEntryView>> {
    const after = decodeCursor(query.after, 'position')?.[0] ?? '0';
    const limit = query.limit ?? 50;
    const page = { after, limit: limit + 1, types: typesAsked(query.types) };
    const rows = await eventsFor(this.database, organizationId, page, this.configuration);
    return pageOf(rows, limit, ({ position }) => [position], feedEntryView);
  }
}

function typesAsked(text: string | undefined): WebhookEventType[] | undefined {
  if (text === undefined) return undefined;
  const types = unique(text.split(',')) as WebhookEventType[];
  if (types.every((type) => webhookEventTypes.includes(type))) return types;
  const detail = `Name event types with commas between: ${webhookEventTypes.slice(0, 3).join(', ')} …`;
  throw new Problem('validation_failed', { errors: [{ pointer: '#/types', code: 'not_allowed', detail }] });
}

import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { endTierGrant, findTierGrant, grantTier, listTierGrants } from '#deadlines';
import type { Caller } from '#identity';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { instantOf } from '../http/instant-of.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, type Page, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { GrantTierRequest, ListTierGrantsQuery } from './calendars.requests.js';
import { TierGrantPageView, TierGrantView, tierGrantView } from './calendars.views.js';

/** 绿色通道: who is in it, since when and why. */
@ApiTags('deadlines')
@Controller('v1/tier-grants')
export class TierGrantsController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Needs('directory:manage')
  @ApiOperation({ summary: 'Grants of a faster tier, ended ones too, newest first' })
  @ListOf(TierGrantPageView)
  async list(@Query() { limit = 50, after, organizationId }: ListTierGrantsQuery): Promise<Page<TierGrantView>> {
    const before = decodeCursor(after, 'id')?.[0] ?? null;
    const rows = await listTierGrants(this.database, { organizationId }, before, limit + 1);
    return pageOf(rows, limit, (row) => [row.id], tierGrantView);
  }

  @Post()
  @Needs('directory:manage')
  @ApiOperation({ summary: 'Gives an organization that files a faster tier' })
  @ApiCreatedResponse({ type: TierGrantView })
  grant(
    @Request() request: ApiRequest,
    @Body() body: GrantTierRequest,
    @CallerOf() caller: Caller,
  ): Promise<TierGrantView> {
    return this.commands.run(request, async (tx, now) => {
      const { organizationId, tier, reason } = body;
      const id = await grantTier(tx, now, {
        organizationId,
        tier,
        reason,
        validFrom: body.validFrom === undefined ? now : instantOf(body.validFrom, '#/validFrom'),
        validUntil: body.validUntil === undefined ? null : instantOf(body.validUntil, '#/validUntil'),
        grantedBy: caller.responsibleMemberId,
      });
      return tierGrantView((await findTierGrant(tx, id))!);
    });
  }

  @Post(':id/end')
  @Needs('directory:manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ends a grant; clocks that run keep their tier' })
  @ApiOkResponse({ type: TierGrantView })
  end(
    @Request() request: ApiRequest,
    @Param('id', UuidParam) id: string,
    @CallerOf() caller: Caller,
  ): Promise<TierGrantView> {
    return this.commands.run(request, async (tx, now) => {
      await endTierGrant(tx, now, id, caller.responsibleMemberId);
      return tierGrantView((await findTierGrant(tx, id))!);
    });
  }
}

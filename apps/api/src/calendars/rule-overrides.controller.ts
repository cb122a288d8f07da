import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { addRuleOverride, endRuleOverride, findRuleOverride, forgetOverrides, listRuleOverrides } from '#deadlines';
import type { Caller } from '#identity';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { instantOf } from '../http/instant-of.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, type Page, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { AddRuleOverrideRequest, ListRuleOverridesQuery } from './calendars.requests.js';
import { RuleOverridePageView, RuleOverrideView, ruleOverrideView } from './calendars.views.js';

/** Rules made stricter for a platform, a tier or a campaign; never looser. */
@ApiTags('deadlines')
@Controller('v1/rule-overrides')
export class RuleOverridesController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Needs('directory:manage')
  @ApiOperation({ summary: 'Overrides, ended ones too, newest first' })
  @ListOf(RuleOverridePageView)
  async list(@Query() { limit = 50, after, rule }: ListRuleOverridesQuery): Promise<Page<RuleOverrideView>> {
    const before = decodeCursor(after, 'id')?.[0] ?? null;
    const rows = await listRuleOverrides(this.database, { rule }, before, limit + 1);
    return pageOf(rows, limit, (row) => [row.id], ruleOverrideView);
  }

  @Post()
  @Needs('directory:manage')
  @ApiOperation({
    summary: 'Makes a rule stricter for some matters',
    description: 'Refused unless it ends earlier than the rule for every start. Clocks that run keep their terms.',
  })
  @ApiCreatedResponse({ type: RuleOverrideView })
  async add(
    @Request() request: ApiRequest,
    @Body() body: AddRuleOverrideRequest,
    @CallerOf() caller: Caller,
  ): Promise<RuleOverrideView> {
    const answer = await this.commands.run(request, async (tx, now) => {
      const { rule, length, unit, basis = 'platform_practice', reason } = body;
      const id = await addRuleOverride(tx, now, {
        rule,
        scope: { ...body.scope },
        length,
        unit,
        basis,
        reason,
        validFrom: body.validFrom === undefined ? now : instantOf(body.validFrom, '#/validFrom'),
        validUntil: body.validUntil === undefined ? null : instantOf(body.validUntil, '#/validUntil'),
        createdBy: caller.responsibleMemberId,
      });
      return ruleOverrideView((await findRuleOverride(tx, id))!);
    });
    forgetOverrides(this.database);
    return answer;
  }

  @Post(':id/end')
  @Needs('directory:manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ends an override; clocks that run keep it' })
  @ApiOkResponse({ type: RuleOverrideView })
  async end(
    @Request() request: ApiRequest,
    @Param('id', UuidParam) id: string,
    @CallerOf() caller: Caller,
  ): Promise<RuleOverrideView> {
    const answer = await this.commands.run(request, async (tx, now) => {
      await endRuleOverride(tx, now, id, caller.responsibleMemberId);
      return ruleOverrideView((await findRuleOverride(tx, id))!);
    });
    forgetOverrides(this.database);
    return answer;
  }
}

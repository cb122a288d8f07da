import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { instant } from '#kernel';
import { addTemplate, amendTemplate, type RefusalTemplateEntity, removeTemplate, templatesOf } from '#notices';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { TemplatePage, TemplateView } from './act.views.js';
import { TemplateChange, TemplateRequest, TemplatesQuery } from './notices.requests.js';

/** Prepared refusals: each organization keeps its own. */
@ApiTags('work inside a platform')
@Controller('v1/templates')
export class TemplatesController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Needs('notices:act')
  @ApiOperation({ summary: 'Prepared refusals of the caller’s organization' })
  @ListOf(TemplatePage)
  async templates(
    @CallerOf() { organizationId }: Caller,
    @Query() { limit = 50, after }: TemplatesQuery,
  ): Promise<TemplatePage> {
    const rows = await templatesOf(this.database, organizationId, { limit, after: decodeCursor(after, 'text') });
    return pageOf(rows, limit, (row) => [row.name], templateView);
  }

  @Post()
  @Needs('notices:act')
  @ApiOperation({ summary: 'Keeps a prepared refusal; a name is used once' })
  @ApiCreatedResponse({ type: TemplateView })
  add(
    @Request() request: ApiRequest,
    @CallerOf() { organizationId }: Caller,
    @Body() body: TemplateRequest,
  ): Promise<TemplateView> {
    return this.commands.run(request, async (tx, now) =>
      templateView(await addTemplate(tx, now, organizationId, body)),
    );
  }

  @Patch(':id')
  @Needs('notices:act')
  @ApiOperation({ summary: 'Changes its name, reason or text' })
  @ApiOkResponse({ type: TemplateView })
  amend(
    @Request() request: ApiRequest,
    @CallerOf() { organizationId }: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: TemplateChange,
  ): Promise<TemplateView> {
    return this.commands.run(request, async (tx) => templateView(await amendTemplate(tx, organizationId, id, body)));
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('notices:act')
  @ApiOperation({ summary: 'Removes it; refusals that were written with it keep their words' })
  @ApiNoContentResponse()
  async remove(
    @Request() request: ApiRequest,
    @CallerOf() { organizationId }: Caller,
    @Param('id', UuidParam) id: string,
  ): Promise<void> {
    await this.commands.run(request, (tx) => removeTemplate(tx, organizationId, id));
  }
}

function templateView({ id, name, reasonCode, text, createdAt }: RefusalTemplateEntity): TemplateView {
  return { id, name, reasonCode, text, createdAt: instant(createdAt) };
}

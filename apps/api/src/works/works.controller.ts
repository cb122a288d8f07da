import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, requireConfirmedEmail } from '#identity';
import { Problem } from '#kernel';
import { addWork, amendWork, findWork, type WorkChange, type WorkRow, worksOf } from '#works';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { entityTag, versionMatched } from '../http/versions.js';
import { AddWorkRequest, AmendWorkRequest, WorksQuery } from './works.requests.js';
import { WorkPage, WorkView, workView } from './works.views.js';

/** Works proved once and used again; each organization keeps its own. */
@ApiTags('works')
@ApiBearerAuth()
@Controller('v1/works')
export class WorksController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Needs('complaints:read')
  @ApiOperation({ summary: 'Your works, newest first' })
  @ListOf(WorkPage)
  async list(@CallerOf() { organizationId }: Caller, @Query() query: WorksQuery): Promise<WorkPage> {
    const { limit = 50, after, q, state, category } = query;
    const page = { before: decodeCursor(after, 'id')?.[0] ?? null, limit: limit + 1 };
    const rows = await worksOf(this.database, organizationId, { q, state, category }, page);
    return pageOf(rows, limit, ({ id }) => [id], workView);
  }

  @Get(':id')
  @Needs('complaints:read')
  @ApiOperation({ summary: 'One work, with its version as ETag' })
  @ApiOkResponse({ type: WorkView })
  async one(
    @CallerOf() { organizationId }: Caller,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkView> {
    const work = await findWork(this.database, organizationId, id);
    if (!work) throw new Problem('not_found');
    return tagged(reply, work);
  }

  @Post()
  @Needs('complaints:write')
  @ApiOperation({ summary: 'Put a work into your vault; 409 with its id where the registration number is there' })
  @ApiCreatedResponse({ type: WorkView })
  add(@Request() request: ApiRequest, @CallerOf() caller: Caller, @Body() body: AddWorkRequest): Promise<WorkView> {
    requireConfirmedEmail(caller);
    const draft = {
      title: body.title,
      category: body.category,
      identifiers: body.identifiers ?? {},
      registrationNumber: body.registrationNumber ?? null,
      originalUrls: body.originalUrls ?? [],
      territories: body.territory ?? [],
      holderName: body.holderName ?? null,
      documents: body.documents ?? [],
    };
    return this.commands.run(request, async (tx, now) =>
      workView(await addWork(tx, now, caller.organizationId, draft)),
    );
  }

  @Patch(':id')
  @Needs('complaints:write')
  @ApiOperation({
    summary: 'Change what is given; null takes away registration number and holder',
    description: 'With `If-Match`: 412 `stale_version` with the current version where somebody was faster.',
  })
  @ApiOkResponse({ type: WorkView })
  async amend(
    @Request() request: ApiRequest,
    @CallerOf() { organizationId }: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: AmendWorkRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkView> {
    const change = changeOf(body);
    const work = await this.commands.run(request, (tx, now) =>
      amendWork(tx, now, organizationId, id, versionMatched(request), change),
    );
    return tagged(reply, work);
  }
}

function tagged(reply: FastifyReply, work: WorkRow): WorkView {
  reply.header('ETag', entityTag(work.version));
  return workView(work);
}

/** Only what the body names. */
function changeOf({ territory, ...body }: AmendWorkRequest): WorkChange {
  const named = Object.entries({ ...body, territories: territory }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as WorkChange;
}

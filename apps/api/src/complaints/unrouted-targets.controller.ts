import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { directorySnapshot } from '#directory';
import type { Caller } from '#identity';
import { assignTarget } from '#intake';
import { listUnroutedTargets } from '#notices';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { candidatesFor } from './candidates.js';
import { AssignmentRequest, UnroutedQuery } from './complaints.requests.js';
import { AssignedTargetView, unroutedTarget, UnroutedTargetPage } from './complaints.views.js';
import { assignmentOf } from './filing-of.js';

/** 待归属: addresses that nobody in the directory answers for, until the operator says who does or that nobody does. */
@ApiTags('directory')
@Controller('v1/unrouted-targets')
export class UnroutedTargetsController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Needs('directory:manage')
  @ApiOperation({ summary: 'Targets without a platform, oldest first' })
  @ListOf(UnroutedTargetPage)
  async list(@Query() { limit = 50, after, host }: UnroutedQuery): Promise<UnroutedTargetPage> {
    const rows = await listUnroutedTargets(this.database, { host }, { limit, after: decodeCursor(after, 'id') });
    const candidatesOf = candidatesFor(await directorySnapshot(this.database));
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => unroutedTarget(row, candidatesOf(row.host)),
    );
  }

  @Post(':id/assignment')
  @HttpCode(200)
  @Needs('directory:manage')
  @ApiOperation({ summary: 'Says which platform answers, and serves the notice; or that nobody does, with the reason' })
  @ApiOkResponse({ type: AssignedTargetView })
  assign(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: AssignmentRequest,
  ): Promise<AssignedTargetView> {
    const assignment = assignmentOf(body);
    return this.commands.run(request, (tx, now) => assignTarget(tx, now, caller, id, assignment));
  }
}

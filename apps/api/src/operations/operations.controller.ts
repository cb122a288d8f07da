import { Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { Problem } from '#kernel';
import {
  type DeadLetterKind,
  deadLetterKinds,
  installationHealth,
  listDeadLetters,
  retryDeadLetter,
} from '#operations';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { DeadLettersQuery } from './operations.requests.js';
import {
  DeadLetterPage,
  deadLetterView,
  InstallationHealthView,
  installationHealthView,
  RetriedView,
} from './operations.views.js';
import { release } from './release.js';

/** 死信 and 健康: for the operator, who sees no matters. */
@ApiTags('operations')
@ApiBearerAuth()
@Controller('v1')
export class OperationsController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get('dead-letters')
  @Needs('directory:manage')
  @ApiOperation({
    summary: 'Deliveries, letters and jobs that were given up, the last one first; never what they hold',
  })
  @ListOf(DeadLetterPage)
  async list(@Query() { limit = 50, after, kind }: DeadLettersQuery): Promise<DeadLetterPage> {
    const page = { after: decodeCursor(after, 'instant', 'text'), limit: limit + 1 };
    const rows = await listDeadLetters(this.database, kind, page);
    return pageOf(rows, limit, ({ failedKey, id }) => [failedKey, id], deadLetterView);
  }

  @Post('dead-letters/:kind/:id/retry')
  @Needs('directory:manage')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Puts it back to the beginning of its schedule',
    description: 'Asked for twice it is put back once. 409 `wrong_state` where the endpoint of a delivery is disabled.',
  })
  @ApiParam({ name: 'kind', enum: deadLetterKinds })
  @ApiParam({ name: 'id', schema: { type: 'string', maxLength: 300 } })
  @ApiOkResponse({ type: RetriedView })
  retry(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('kind') kind: string,
    @Param('id') id: string,
  ): Promise<RetriedView> {
    if (!isKind(kind)) throw new Problem('not_found');
    return this.commands.run(request, (tx, now) => retryDeadLetter(tx, now, caller, kind, id));
  }

  @Get('operations/health')
  @Needs('directory:manage')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'How the installation is, part by part' })
  @ApiOkResponse({ type: InstallationHealthView })
  async health(): Promise<InstallationHealthView> {
    return installationHealthView(await installationHealth(this.database), release());
  }
}

function isKind(kind: string): kind is DeadLetterKind {
  return (deadLetterKinds as readonly string[]).includes(kind);
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '#identity';
import { Problem } from '#kernel';
import { listHeads, proveInclusion } from '#record';
import { DataSource } from 'typeorm';
import { CallerOf, Public, SignedIn } from '../http/access.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf, PageQuery } from '../http/paging.js';
import { Tagged } from '../http/tagged.js';
import { UuidParam } from '../http/uuid-param.js';
import { HeadPageView, headView, InclusionProofView, proofView } from './record.views.js';

/** The published heads of the log: whoever keeps one can show later that an event was in it, or that it is gone. */
@ApiTags('record')
@Controller('v1/record')
export class RecordController {
  constructor(private readonly database: DataSource) {}

  @Get('heads')
  @Public()
  @ApiOperation({ summary: 'The daily heads of the log, newest first', description: 'Fetch and keep them elsewhere.' })
  @ListOf(HeadPageView)
  async heads(@Query() { limit = 50, after }: PageQuery): Promise<HeadPageView> {
    const before = decodeCursor(after, 'whole');
    const rows = await listHeads(this.database, before && Number(before[0]), limit);
    return pageOf(rows, limit, ({ number }) => [String(number)], headView);
  }

  @Get('proofs/:eventId')
  @SignedIn()
  @ApiOperation({ summary: 'That an event of a matter of yours is in a published head' })
  @ApiOkResponse({ type: InclusionProofView })
  @Tagged()
  async proof(
    @CallerOf() { organizationId }: Caller,
    @Param('eventId', UuidParam) eventId: string,
  ): Promise<InclusionProofView> {
    const proof = await proveInclusion(this.database, eventId, organizationId);
    if (!proof) throw new Problem('not_found');
    return proofView(proof);
  }
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { inTransaction } from '#database';
import { claimEscalation, dismissEscalation, listEscalations, readEscalation } from '#escalations';
import type { Caller } from '#identity';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { entityTag, versionMatched } from '../http/versions.js';
import { DismissalRequest, EscalationsQuery } from './escalations.requests.js';
import {
  EndedEscalationView,
  endedEscalationView,
  EscalationDetailView,
  escalationDetailView,
  EscalationPage,
  escalationView,
} from './escalations.views.js';

/** Matters put before a regulator. */
@ApiTags('escalations')
@ApiBearerAuth()
@Controller('v1/escalations')
export class EscalationsController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Needs('escalations:read')
  @ApiOperation({ summary: 'Your queue, gravest first, then oldest; without packets' })
  @ListOf(EscalationPage)
  async list(@CallerOf() caller: Caller, @Query() query: EscalationsQuery): Promise<EscalationPage> {
    const { limit = 50, state, reason, region } = query;
    const claimedBy = query.claimedBy === 'me' ? caller.responsibleMemberId : query.claimedBy;
    const page = { after: placeOf(query.after), limit: limit + 1 };
    const rows = await listEscalations(this.database, caller, { state, reason, region, claimedBy }, page);
    return pageOf(rows, limit, ({ severity, id }) => [String(severity), id], escalationView);
  }

  @Get(':id')
  @Needs('escalations:read')
  @ApiOperation({
    summary: 'One escalation with its evidence packet',
    description: 'The packet holds names and contacts: every reading is written down, with who and when.',
  })
  @ApiOkResponse({ type: EscalationDetailView })
  async one(
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EscalationDetailView> {
    const escalation = await inTransaction(this.database, (tx) => readEscalation(tx, caller, id));
    reply.header('ETag', entityTag(escalation.version));
    return escalationDetailView(escalation);
  }

  @Post(':id/claim')
  @Needs('escalations:act')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take it in hand; 409 `claimed_by_other` with the holder where a colleague has' })
  @ApiOkResponse({ type: EndedEscalationView })
  claim(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
  ): Promise<EndedEscalationView> {
    const expectedVersion = versionMatched(request);
    return this.commands.run(request, async (tx, now) =>
      endedEscalationView(await claimEscalation(tx, now, caller, id, { expectedVersion })),
    );
  }

  @Post(':id/dismissal')
  @Needs('escalations:act')
  @HttpCode(200)
  @ApiOperation({ summary: 'Lay it aside, with the reason' })
  @ApiOkResponse({ type: EndedEscalationView })
  dismiss(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: DismissalRequest,
  ): Promise<EndedEscalationView> {
    const input = { ...body, expectedVersion: versionMatched(request) };
    return this.commands.run(request, async (tx, now) =>
      endedEscalationView(await dismissEscalation(tx, now, caller, id, input)),
    );
  }
}

function placeOf(cursor: string | undefined): { severity: number; id: string } | null {
  const [severity, id] = decodeCursor(cursor, 'whole', 'id') ?? [];
  return id === undefined ? null : { severity: Number(severity), id };
}

import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { domainNow, type Tx } from '#database';
import { type Caller, requireConfirmedEmail } from '#identity';
import { Problem } from '#kernel';
import {
  type AuthorizationDraft,
  decideAuthorization,
  fileAuthorization,
  findAuthorization,
  listAuthorizations,
  worksOfAuthorization,
} from '#works';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { authorizationReaderOf } from './authorization-reader-of.js';
import {
  ApprovalRequest,
  AuthorizationsQuery,
  FileAuthorizationRequest,
  RevocationRequest,
} from './authorizations.requests.js';
import {
  AuthorizationDetailView,
  authorizationDetailView,
  AuthorizationPage,
  authorizationView,
} from './authorizations.views.js';
import { entityTag, versionMatched } from '../http/versions.js';

/** What owners let agents do: on record once, judged at each filing. */
@ApiTags('authorizations')
@ApiBearerAuth()
@Controller('v1/authorizations')
export class AuthorizationsController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Needs('complaints:read', 'directory:manage')
  @ApiOperation({ summary: 'Those that you filed, granted or passed on, newest first; to the operator all' })
  @ListOf(AuthorizationPage)
  async list(@CallerOf() caller: Caller, @Query() query: AuthorizationsQuery): Promise<AuthorizationPage> {
    const { limit = 50, after, state = null } = query;
    const now = await domainNow(this.database);
    const page = { before: decodeCursor(after, 'id')?.[0] ?? null, limit: limit + 1 };
    const rows = await listAuthorizations(this.database, now, authorizationReaderOf(caller), state, page);
    return pageOf(
      rows,
      limit,
      ({ id }) => [id],
      (row) => authorizationView(row, caller, now),
    );
  }

  @Get(':id')
  @Needs('complaints:read', 'directory:manage')
  @ApiOperation({ summary: 'One authorization with the works that it lists, and its version as ETag' })
  @ApiOkResponse({ type: AuthorizationDetailView })
  async one(
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuthorizationDetailView> {
    const view = await detailOf(this.database, caller, id, await domainNow(this.database));
    reply.header('ETag', entityTag(view.version));
    return view;
  }

  @Post()
  @Needs('complaints:write')
  @ApiOperation({
    summary: 'Put an authorization on record, as its agent; it waits for approval and may be used meanwhile',
  })
  @ApiCreatedResponse({ type: AuthorizationDetailView })
  file(@Request() request: ApiRequest, @CallerOf() caller: Caller, @Body() body: FileAuthorizationRequest) {
    requireConfirmedEmail(caller);
    return this.commands.run(request, async (tx, now) => {
      const id = await fileAuthorization(tx, now, caller, draftOf(body));
      return detailOf(tx, caller, id, now);
    });
  }

  @Post(':id/approval')
  @Needs('directory:manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve, reject or freeze; owner and agent are told' })
  @ApiOkResponse({ type: AuthorizationDetailView })
  approve(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() { decision, reason }: ApprovalRequest,
  ): Promise<AuthorizationDetailView> {
    return this.decide(request, caller, id, decision, reason ?? null);
  }

  @Post(':id/revocation')
  @Needs('complaints:write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Revoke it: the agent its own, the owner or whoever passed it on what was granted' })
  @ApiOkResponse({ type: AuthorizationDetailView })
  revoke(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() { reason }: RevocationRequest,
  ): Promise<AuthorizationDetailView> {
    return this.decide(request, caller, id, 'revoke', reason);
  }

  private decide(
    request: ApiRequest,
    caller: Caller,
    id: string,
    act: ApprovalRequest['decision'] | 'revoke',
    reason: string | null,
  ): Promise<AuthorizationDetailView> {
    const expectedVersion = versionMatched(request);
    return this.commands.run(request, async (tx, now) => {
      await decideAuthorization(tx, now, caller, id, { act, reason, expectedVersion });
      return detailOf(tx, caller, id, now);
    });
  }
}

async function detailOf(db: Tx | DataSource, caller: Caller, id: string, now: Date): Promise<AuthorizationDetailView> {
  const row = await findAuthorization(db, authorizationReaderOf(caller), id);
  if (!row) throw new Problem('not_found');
  return authorizationDetailView(row, await worksOfAuthorization(db, id), caller, now);
}

function draftOf(body: FileAuthorizationRequest): AuthorizationDraft {
  return {
    owner: { name: body.owner.name, organizationId: body.owner.organizationId ?? null },
    workIds: body.workIds ?? [],
    coversCatalogue: body.catalogue ?? false,
    titlePatterns: body.titlePatterns ?? [],
    rights: body.rights,
    territories: body.territory ?? ['CN'],
    validFrom: body.validFrom,
    validUntil: body.validUntil ?? null,
    allowsSublicence: body.subLicence ?? false,
    parentAuthorizationId: body.parentAuthorizationId ?? null,
    documents: body.documents ?? [],
  };
}

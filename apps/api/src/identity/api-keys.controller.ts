import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Tx } from '#database';
import { apiKeyById, apiKeysOf, type Caller, keyOverlapHours, mintApiKey, revokeApiKey, rollApiKey } from '#identity';
import { type Configuration, Problem } from '#kernel';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { CONFIGURATION } from '../http/configuration.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, PageQuery, pageOf } from '../http/paging.js';
import { Tagged } from '../http/tagged.js';
import { UuidParam } from '../http/uuid-param.js';
import { ApiKeyCallers } from './api-key-callers.js';
import { CreateApiKeyRequest, RollApiKeyRequest } from './identity.requests.js';
import { ApiKeyPage, ApiKeyView, apiKeyView, NewApiKeyView } from './identity.views.js';

/** Keys are kept by owners who signed in as persons; no key has the scope that these routes need. */
@ApiTags('administration')
@Controller('v1/api-keys')
@Needs('members:manage')
export class ApiKeysController {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: DataSource,
    private readonly commands: Commands,
    private readonly callers: ApiKeyCallers,
  ) {}

  @Get()
  @ApiOperation({ summary: "The organization's keys, newest first, ended ones too" })
  @ListOf(ApiKeyPage)
  async list(@CallerOf() caller: Caller, @Query() { limit = 50, after }: PageQuery): Promise<ApiKeyPage> {
    await this.callers.writeLastUses();
    const before = decodeCursor(after, 'id')?.[0] ?? null;
    const rows = await apiKeysOf(this.database, caller.organizationId, before, limit + 1);
    return pageOf(rows, limit, (row) => [row.id], apiKeyView);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One key' })
  @ApiOkResponse({ type: ApiKeyView })
  @Tagged()
  async one(@CallerOf() { organizationId }: Caller, @Param('id', UuidParam) id: string): Promise<ApiKeyView> {
    await this.callers.writeLastUses();
    const row = await apiKeyById(this.database, id);
    if (row?.organization_id !== organizationId) throw new Problem('not_found');
    return apiKeyView(row);
  }

  @Post()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Makes a key; the answer shows it once', description: 'Its scopes lie within your own.' })
  @ApiCreatedResponse({ type: NewApiKeyView })
  create(@Request() request: ApiRequest, @CallerOf() caller: Caller, @Body() body: CreateApiKeyRequest) {
    const createdBy = personOf(caller);
    return this.commands.run(request, async (tx) => {
      const minted = await mintApiKey(tx, {
        organizationId: caller.organizationId,
        createdBy,
        name: body.name,
        scopes: body.scopes,
        mode: body.mode ?? (this.configuration.isSandbox ? 'sandbox' : 'live'),
        expiresAt: body.expiresAt ? new Date(body.expiresAt) : null,
        allowedCidrs: body.allowedCidrs ?? [],
        creatorScopes: caller.scopes,
      });
      return newApiKeyView(tx, minted);
    });
  }

  @Post(':id/roll')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'A successor with the same rights; the old key works for the overlap' })
  @ApiCreatedResponse({ type: NewApiKeyView })
  roll(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) apiKeyId: string,
    @Body() body: RollApiKeyRequest,
  ) {
    const memberId = personOf(caller);
    const { organizationId, scopes: memberScopes } = caller;
    const overlapHours = body.overlapHours ?? keyOverlapHours.otherwise;
    return this.commands.run(request, async (tx) =>
      newApiKeyView(tx, await rollApiKey(tx, { organizationId, memberId, memberScopes, apiKeyId, overlapHours })),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ends a key at once' })
  @ApiNoContentResponse()
  async revoke(@Request() request: ApiRequest, @CallerOf() caller: Caller, @Param('id', UuidParam) id: string) {
    await this.commands.run(request, (tx) => revokeApiKey(tx, caller.organizationId, id));
  }
}

function personOf(caller: Caller): string {
  if (!caller.memberId) throw new Problem('forbidden', { detail: 'Keys are made by signed-in persons, not by keys.' });
  return caller.memberId;
}

async function newApiKeyView(tx: Tx, { id, key }: { id: string; key: string }): Promise<NewApiKeyView> {
  return { ...apiKeyView((await apiKeyById(tx, id))!), key };
}

import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { amendPlatform, findPlatform, listPlatforms, lockPlatform, registerPlatform } from '#directory';
import { actorOf, type Caller } from '#identity';
import { resolveTargets } from '#intake';
import { Problem } from '#kernel';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Public, Request, SignedIn } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { requireTag, Tagged, TaggedChange } from '../http/tagged.js';
import { UuidParam } from '../http/uuid-param.js';
import { Counts } from '../limits/counts-as.js';
import {
  AmendPlatformRequest,
  ListPlatformsQuery,
  RegisterPlatformRequest,
  ResolveQuery,
  ResolveRequest,
} from './directory.requests.js';
import { PlatformPage, PlatformView, platformView } from './directory.views.js';
import { changesOf, draftOf } from './platform-drafts.js';
import { ResolvedView, resolvedView } from './resolve.views.js';

@ApiTags('directory')
@Controller('v1/platforms')
export class PlatformsController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get('resolve')
  @Public()
  @Counts('heavy')
  @ApiOperation({ summary: 'Who a pasted text would go to, and why' })
  @ApiOkResponse({ type: ResolvedView })
  async resolveOne(@Query() { target }: ResolveQuery): Promise<ResolvedView> {
    return resolvedView(await resolveTargets(this.database, [target]));
  }

  @Post('resolve')
  @Public()
  @Counts('heavy')
  @HttpCode(200)
  @ApiOperation({ summary: 'Who pasted texts would go to, and why' })
  @ApiOkResponse({ type: ResolvedView })
  async resolve(@Body() { texts }: ResolveRequest): Promise<ResolvedView> {
    return resolvedView(await resolveTargets(this.database, texts));
  }

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'The platforms of the directory, by slug' })
  @ListOf(PlatformPage)
  async list(@Query() query: ListPlatformsQuery, @CallerOf() caller: Caller): Promise<PlatformPage> {
    const { limit = 50, after, q, serviceType, regime, regionCode } = query;
    const joined = query.joined === undefined ? undefined : query.joined === 'true';
    const from = decodeCursor(after, 'text')?.[0] ?? null;
    const rows = await listPlatforms(this.database, { q, serviceType, regime, regionCode, joined }, from, limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => [row.slug],
      (row) => platformView(row, caller),
    );
  }

  @Get(':id')
  @SignedIn()
  @ApiOperation({ summary: 'One platform' })
  @ApiOkResponse({ type: PlatformView })
  @Tagged()
  async one(@Param('id', UuidParam) id: string, @CallerOf() caller: Caller): Promise<PlatformView> {
    const platform = await findPlatform(this.database, id);
    if (!platform) throw new Problem('not_found');
    return platformView(platform, caller);
  }

  @Post()
  @Needs('directory:manage')
  @ApiOperation({ summary: 'Puts a platform into the directory' })
  @ApiCreatedResponse({ type: PlatformView })
  register(@Request() request: ApiRequest, @Body() body: RegisterPlatformRequest, @CallerOf() caller: Caller) {
    return this.commands.run(request, async (tx, now) => {
      const id = await registerPlatform(tx, now, actorOf(caller), draftOf(body));
      return platformView((await findPlatform(tx, id))!, caller);
    });
  }

  @Patch(':id')
  @Needs('directory:manage')
  @ApiOperation({
    summary: 'Changes what is given of a platform; joins it with organizationId and joinedAt',
    description: 'With `If-Match`: 412 `stale_version` with the platform as it is where somebody was faster.',
  })
  @ApiOkResponse({ type: PlatformView })
  @TaggedChange()
  amend(
    @Request() request: ApiRequest,
    @Param('id', UuidParam) id: string,
    @Body() body: AmendPlatformRequest,
    @CallerOf() caller: Caller,
  ) {
    return this.commands.run(request, async (tx, now) => {
      await requireTag(request, async () => {
        await lockPlatform(tx, id);
        return platformView((await findPlatform(tx, id))!, caller);
      });
      await amendPlatform(tx, now, actorOf(caller), id, changesOf(body));
      return platformView((await findPlatform(tx, id))!, caller);
    });
  }
}

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Tx } from '#database';
import type { Caller } from '#identity';
import { Problem } from '#kernel';
import {
  dutiesOf,
  findWarningList,
  importWarningList,
  listWarningLists,
  serviceTypesOf,
  type WarningListDraft,
  warningListDuties,
  type WarningListRow,
  worksOfWarningList,
} from '#works';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request, SignedIn } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf, PageQuery } from '../http/paging.js';
import { Tagged } from '../http/tagged.js';
import { UuidParam } from '../http/uuid-param.js';
import { ImportWarningListRequest } from './warning-lists.requests.js';
import {
  WarningListDetailView,
  warningListDetailView,
  WarningListPage,
  warningListView,
  WarningListWorkPage,
  warningListWorkView,
} from './warning-lists.views.js';

/** 重点作品版权保护预警名单: read by everybody here, imported by the operator. */
@ApiTags('warning lists')
@ApiBearerAuth()
@Controller('v1/warning-lists')
export class WarningListsController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'The batches, newest import first' })
  @ListOf(WarningListPage)
  async list(@Query() { limit = 50, after }: PageQuery): Promise<WarningListPage> {
    const before = decodeCursor(after, 'id')?.[0] ?? null;
    const rows = await listWarningLists(this.database, { before, limit: limit + 1 });
    return pageOf(rows, limit, ({ id }) => [id], warningListView);
  }

  @Get(':id')
  @SignedIn()
  @ApiOperation({ summary: 'One batch and the duties that follow from it; to a platform its own' })
  @ApiOkResponse({ type: WarningListDetailView })
  @Tagged()
  one(@CallerOf() caller: Caller, @Param('id', UuidParam) id: string): Promise<WarningListDetailView> {
    return detailOf(this.database, caller, id);
  }

  @Get(':id/works')
  @SignedIn()
  @ApiOperation({ summary: 'The works of a batch, in its order' })
  @ListOf(WarningListWorkPage)
  async works(
    @Param('id', UuidParam) id: string,
    @Query() { limit = 50, after }: PageQuery,
  ): Promise<WarningListWorkPage> {
    const position = decodeCursor(after, 'whole')?.[0];
    await found(this.database, id);
    const page = { after: position === undefined ? -1 : Number(position), limit: limit + 1 };
    const rows = await worksOfWarningList(this.database, id, page);
    return pageOf(rows, limit, (row) => [String(row.position)], warningListWorkView);
  }

  @Post()
  @Needs('directory:manage')
  @ApiOperation({ summary: 'Import a batch whole; platforms that owe something are told' })
  @ApiCreatedResponse({ type: WarningListDetailView })
  import(@Request() request: ApiRequest, @CallerOf() caller: Caller, @Body() body: ImportWarningListRequest) {
    return this.commands.run(request, async (tx, now) => {
      const id = await importWarningList(tx, now, caller, draftOf(body));
      return detailOf(tx, caller, id);
    });
  }
}

async function detailOf(db: Tx | DataSource, caller: Caller, id: string): Promise<WarningListDetailView> {
  const list = await found(db, id);
  const isPlatform = caller.organizationKind === 'platform';
  const duties = isPlatform ? dutiesOf(await serviceTypesOf(db, caller.organizationId)) : warningListDuties;
  return warningListDetailView(list, duties);
}

async function found(db: Tx | DataSource, id: string): Promise<WarningListRow> {
  const list = await findWarningList(db, id);
  if (!list) throw new Problem('not_found');
  return list;
}

function draftOf(body: ImportWarningListRequest): WarningListDraft {
  return {
    ...body,
    works: body.works.map((work) => ({
      title: work.title,
      category: work.category,
      rightsHolder: work.rightsHolder ?? null,
      licensedPlatforms: work.licensedPlatforms ?? [],
      windowFrom: work.windowFrom ?? null,
      windowUntil: work.windowUntil ?? null,
    })),
  };
}

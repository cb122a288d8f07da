import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, membersOf } from '#identity';
import { DataSource } from 'typeorm';
import { CallerOf, Needs } from '../http/access.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, PageQuery, pageOf } from '../http/paging.js';
import { Shown } from '../http/shown.js';

class ColleagueView {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
  @Shown('flag', { description: 'Work can be given to them.' }) isActive: boolean;
}

export class ColleaguePage {
  @Shown(() => ColleagueView, { list: true }) data: ColleagueView[];
  @Shown('text', { nullable: true }) next: string | null;
}

/** Names within an organization: to whom a matter can be given, who did what. */
@ApiTags('work inside a platform')
@Controller('v1/colleagues')
export class ColleaguesController {
  constructor(private readonly database: DataSource) {}

  @Get()
  @Needs('notices:act', 'escalations:act')
  @ApiOperation({
    summary: 'The people of the caller’s organization by name, oldest first, for whoever works on matters',
  })
  @ListOf(ColleaguePage)
  async list(
    @CallerOf() { organizationId }: Caller,
    @Query() { limit = 50, after }: PageQuery,
  ): Promise<ColleaguePage> {
    const cursor = decodeCursor(after, 'id')?.[0] ?? null;
    const rows = await membersOf(this.database, organizationId, cursor, limit + 1);
    const view = (row: (typeof rows)[number]) => ({ id: row.id, name: row.name, isActive: !row.is_disabled });
    return pageOf(rows, limit, (row) => [row.id], view);
  }
}

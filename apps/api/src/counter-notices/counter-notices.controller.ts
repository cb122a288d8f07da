import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, recordAccess } from '#identity';
import { Problem, unique } from '#kernel';
import { findCounterNotice, listCounterNotices } from '#notices';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { languageOf } from '../http/language.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { entityTag } from '../http/versions.js';
import { type CounterReader, counterReaderOf } from './counter-reader-of.js';
import { CounterNoticesQuery } from './counter-notices.requests.js';
import { CounterNoticePage, CounterNoticeView, counterNoticeView } from './counter-notices.views.js';

/** 反通知箱: what users said against notices. A rights holder reads what was forwarded, a platform all it relayed. */
@ApiTags('counter-notices')
@Controller('v1/counter-notices')
export class CounterNoticesController {
  constructor(private readonly database: DataSource) {}

  @Get()
  @Needs('notices:read')
  @ApiOperation({ summary: 'Inbox of the complainant, outbox of the platform; newest first' })
  @ListOf(CounterNoticePage)
  async list(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Query() { limit = 50, after, state }: CounterNoticesQuery,
  ): Promise<CounterNoticePage> {
    const side = sideOf(caller);
    const reader = { side, organizationId: caller.organizationId };
    const page = { limit, after: decodeCursor(after, 'id') };
    const rows = await listCounterNotices(this.database, reader, { state }, page);
    // authors are named in the list itself
    if (side === 'regulator') await recordAccess(this.database, caller, ...noticesOf(rows.slice(0, limit)));
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => counterNoticeView(row, side, caller, languageOf(request)),
    );
  }

  @Get(':id')
  @Needs('notices:read')
  @ApiOperation({ summary: 'One counter-notice, as the caller may see its author; its ETag is that of its notice' })
  @ApiOkResponse({ type: CounterNoticeView })
  async one(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CounterNoticeView> {
    const row = await findCounterNotice(this.database, id);
    const side = row && counterReaderOf(row, caller);
    if (!side) throw new Problem('not_found');
    if (side === 'regulator') await recordAccess(this.database, caller, { kind: 'notice', id: row.noticeId });
    reply.header('ETag', entityTag(row.sequence));
    return counterNoticeView(row, side, caller, languageOf(request));
  }
}

function sideOf({ organizationKind }: Caller): CounterReader {
  return organizationKind === 'platform' || organizationKind === 'regulator' ? organizationKind : 'complainant';
}

function noticesOf(rows: ReadonlyArray<{ noticeId: string }>) {
  return unique(rows.map(({ noticeId }) => noticeId)).map((id) => ({ kind: 'notice' as const, id }));
}

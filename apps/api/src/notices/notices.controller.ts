import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { domainNow } from '#database';
import { eventsOfMatter } from '#events';
import { type Caller, can, recordAccess } from '#identity';
import { Problem } from '#kernel';
import { factsOf, findNotice, listNotices, type NoticeDetail, type NoticeFilter, type NoticeReader } from '#notices';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { CallerOf, Needs } from '../http/access.js';
import { sparse, SparseOrWhole } from '../http/include.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { entityTag } from '../http/versions.js';
import { NoticeEventsQuery, NoticeQuery, NoticesQuery } from './notices.requests.js';
import { noticeEntry, NoticePage } from './entry.views.js';
import { EventPage, eventView } from './event.views.js';
import { entryPartNames, entryParts, mostWithParts } from './entry-parts.js';
import { noticePartNames, noticeParts } from './notice-parts.js';
import { NoticeView, noticeView } from './notice.views.js';
import { searchOf } from './search-of.js';

/** Reading notices: a platform its inbox, a complainant its own, a regulator what reached it. */
@ApiTags('notices')
@Controller('v1/notices')
export class NoticesController {
  constructor(private readonly database: DataSource) {}

  @Get()
  @Needs('notices:read')
  @ApiOperation({
    summary: 'Notices that concern the caller',
    description: 'A platform sees its inbox by nearest unmet clock.',
  })
  // while a file is read clocks move, and with them the order by due
  @ListOf(NoticePage, { sort: 'newest' }, entryPartNames)
  async list(@CallerOf() caller: Caller, @Query() query: NoticesQuery): Promise<NoticePage> {
    const { after, include = [], state, deadline, assignee, platform, q, regime, itemState, supplement } = query;
    const limit = Math.min(query.limit ?? 50, include.length > 0 ? mostWithParts : 200);
    const reader = readerOf(caller);
    const sort = query.sort ?? (reader.side === 'platform' ? 'due' : 'newest');
    const now = await domainNow(this.database);
    const rows = await listNotices(
      this.database,
      reader,
      {
        states: state?.split(',') as NoticeFilter['states'],
        deadline,
        regime,
        itemState,
        supplement,
        assignee: assignee === 'me' ? caller.responsibleMemberId : assignee,
        platformId: platform,
        search: q ? await searchOf(this.database, q) : undefined,
      },
      { sort, after: sort === 'due' ? decodeCursor(after, 'instant', 'id') : decodeCursor(after, 'id'), limit, now },
    );
    const keyset = (row: (typeof rows)[number]) => (sort === 'due' ? [row.dueKey, row.id] : [row.id]);
    const partsOf = await entryParts(this.database, caller, rows.slice(0, limit), include, now);
    const view = (row: (typeof rows)[number]) => ({
      ...noticeEntry(row, now, reader.side, caller.responsibleMemberId),
      ...partsOf(row),
    });
    return pageOf(rows, limit, keyset, view);
  }

  @Get(':id')
  @Needs('notices:read')
  @ApiOperation({ summary: 'One notice: parties, works, items, every clock, and what the caller may do next' })
  @SparseOrWhole(NoticeView, noticePartNames)
  async one(
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Query() { include }: NoticeQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NoticeView> {
    const notice = await this.readable(caller, id);
    const now = await domainNow(this.database);
    const parts = await noticeParts(this.database, notice, caller, include);
    // a regulator reads personal data of a matter that reached it: that is written down (domain.md §7)
    if (caller.organizationKind === 'regulator') await recordAccess(this.database, caller, { kind: 'notice', id });
    reply.header('ETag', entityTag(notice.sequence));
    return sparse(noticeView(notice, parts, caller, now), noticePartNames, include);
  }

  @Get(':id/events')
  @Needs('notices:read')
  @ApiOperation({
    summary: 'The log of the notice, each event hashed together with the one before',
    description:
      'The rights holder’s log leaves out a statement that had no effect: a `sequence` may be missing from it.',
  })
  @ListOf(EventPage)
  async events(
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Query() { limit = 50, after }: NoticeEventsQuery,
  ): Promise<EventPage> {
    const { complainantOrganizationId } = await this.readable(caller, id);
    const [sequence = '0'] = decodeCursor(after, 'whole') ?? [];
    const page = { after: Number(sequence), limit: limit + 1 };
    // who came to the matter later reads what was before; the complainant was there from the first
    const audience = caller.organizationId === complainantOrganizationId ? complainantOrganizationId : null;
    const events = await eventsOfMatter(this.database, id, page, audience);
    return pageOf(events, limit, (event) => [String(event.sequence)], eventView);
  }

  private async readable(caller: Caller, id: string): Promise<NoticeDetail> {
    const notice = await findNotice(this.database, id);
    if (!notice || !can(caller, 'read_notice', factsOf(notice))) throw new Problem('not_found');
    return notice;
  }
}

function readerOf({ organizationKind, organizationId }: Caller): NoticeReader {
  if (organizationKind === 'platform') return { side: 'platform', organizationId };
  return { side: organizationKind === 'regulator' ? 'regulator' : 'complainant', organizationId };
}

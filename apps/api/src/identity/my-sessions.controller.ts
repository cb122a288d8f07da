import { Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, endOwnSession, endSessionsOfMember, type SessionRow, sessionsOf } from '#identity';
import { instant } from '#kernel';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Request, SignedIn } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, PageQuery, pageOf } from '../http/paging.js';
import { Shown } from '../http/shown.js';
import { UuidParam } from '../http/uuid-param.js';
import { BrowserCallers } from './browser-callers.js';
import { personOf } from './person-of.js';

const kinds = ['browser', 'token'] as const;

export class SessionView {
  @Shown('uuid') id: string;
  @Shown('instant') createdAt: string;
  @Shown('instant', { description: 'To the minute; for tokens, the last refresh.' }) lastSeenAt: string;
  @Shown('instant', { description: 'Moves on with use.' }) expiresAt: string;
  @Shown('text', { nullable: true, description: 'As the browser called itself at the sign-in.' })
  userAgent: string | null;
  @Shown('text', { nullable: true, description: 'From where the sign-in came.' }) address: string | null;
  @Shown(kinds) kind: (typeof kinds)[number];
  @Shown('flag', { description: 'The session that asks.' }) isCurrent: boolean;
}

export class SessionPage {
  @Shown(() => SessionView, { list: true }) data: SessionView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export class SessionsEndedView {
  @Shown('whole') ended: number;
}

@ApiTags('sign-in')
@Controller('v1/me/sessions')
@SignedIn()
export class MySessionsController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
    private readonly browsers: BrowserCallers,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Where you are signed in, newest first' })
  @ListOf(SessionPage)
  async list(@CallerOf() caller: Caller, @Query() { limit = 50, after }: PageQuery): Promise<SessionPage> {
    const { memberId, sessionId } = personOf(caller);
    const before = decodeCursor(after, 'id')?.[0] ?? null;
    const rows = await sessionsOf(this.database, memberId, before, limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => sessionView(row, sessionId),
    );
  }

  @Post('end-others')
  @HttpCode(200)
  @ApiOperation({ summary: 'Signs you out everywhere else' })
  @ApiOkResponse({ type: SessionsEndedView })
  endOthers(@Request() request: ApiRequest, @CallerOf() caller: Caller): Promise<SessionsEndedView> {
    const { memberId, sessionId } = personOf(caller);
    return this.commands.run(request, async (tx) => ({
      ended: await endSessionsOfMember(tx, memberId, 'signed_out', new Date(), sessionId),
    }));
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Signs you out everywhere, here too' })
  @ApiNoContentResponse()
  async endAll(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { memberId } = personOf(caller);
    await this.commands.run(request, async (tx) => {
      await endSessionsOfMember(tx, memberId, 'signed_out', new Date());
    });
    this.browsers.takeBack(reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ends one of your sessions' })
  @ApiNoContentResponse()
  async end(@Request() request: ApiRequest, @CallerOf() caller: Caller, @Param('id', UuidParam) id: string) {
    const { memberId } = personOf(caller);
    await this.commands.run(request, (tx) => endOwnSession(tx, memberId, id, new Date()));
  }
}

function sessionView(row: SessionRow, currentId: string): SessionView {
  return {
    id: row.id,
    createdAt: instant(row.created_at),
    lastSeenAt: instant(row.last_seen_at),
    expiresAt: instant(row.expires_at),
    userAgent: row.user_agent,
    address: row.address,
    kind: row.is_browser ? 'browser' : 'token',
    isCurrent: row.id === currentId,
  };
}

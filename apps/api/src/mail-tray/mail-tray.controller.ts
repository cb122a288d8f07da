import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Caller, recordAccess } from '#identity';
import { fileMail, findSource, findTrayEntry, listTray, reopenMail } from '#inbound-mail';
import { Problem } from '#kernel';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { sendFile } from '../files/send-file.js';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { Tagged } from '../http/tagged.js';
import { UuidParam } from '../http/uuid-param.js';
import { FilingRequest, TrayQuery } from './mail-tray.requests.js';
import { MailPage, mailView, MailView, OpenedMailView, openedMailView } from './mail-tray.views.js';

/** 来信: what came in by mail and what became of it. Who opens a message is written down, for it can hold anything. */
@ApiTags('mail')
@Controller('v1/mail/tray')
export class MailTrayController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Needs('directory:manage')
  @ApiOperation({ summary: 'Messages that came in, newest first: header and finding, never what they say' })
  @ListOf(MailPage)
  async list(@Query() { limit = 50, after, state = 'open', kind }: TrayQuery): Promise<MailPage> {
    const page = { after: decodeCursor(after, 'id'), limit: limit + 1 };
    const rows = await listTray(this.database, { state, kind }, page);
    return pageOf(rows, limit, ({ id }) => [id], mailView);
  }

  @Get(':id')
  @Needs('directory:manage')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'One message with its text; that it was opened is written down' })
  @ApiOkResponse({ type: OpenedMailView })
  @Tagged()
  async one(@CallerOf() caller: Caller, @Param('id', UuidParam) id: string): Promise<OpenedMailView> {
    const entry = await findTrayEntry(this.database, id);
    if (!entry) throw new Problem('not_found');
    await recordAccess(this.database, caller, { kind: 'inbound_mail', id });
    return openedMailView(entry);
  }

  @Get(':id/source')
  @Needs('directory:manage')
  @ApiOperation({ summary: 'The message byte for byte, as a file to keep; that it was opened is written down' })
  @ApiProduces('message/rfc822')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async source(
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const source = await findSource(this.database, id);
    if (!source) throw new Problem('not_found');
    await recordAccess(this.database, caller, { kind: 'inbound_mail', id });
    const { raw, sha256 } = source;
    const file = { name: `${id}.eml`, size: raw.length, mediaType: 'message/rfc822', sha256 };
    sendFile(reply, file, Readable.from([raw]));
  }

  @Post(':id/filing')
  @Needs('directory:manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'The operator is done with it', description: 'Filed again, the newer note stands.' })
  @ApiOkResponse({ type: MailView })
  file(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: FilingRequest,
  ): Promise<MailView> {
    return this.commands.run(request, async (tx, now) => {
      await fileMail(tx, now, caller.responsibleMemberId, id, body);
      return mailView((await findTrayEntry(tx, id))!);
    });
  }

  @Delete(':id/filing')
  @Needs('directory:manage')
  @HttpCode(200)
  @ApiOperation({ summary: 'It is open again', description: 'Whoever filed it, or where it was filed by itself.' })
  @ApiOkResponse({ type: MailView })
  reopen(@Request() request: ApiRequest, @Param('id', UuidParam) id: string): Promise<MailView> {
    return this.commands.run(request, async (tx) => {
      await reopenMail(tx, id);
      return mailView((await findTrayEntry(tx, id))!);
    });
  }
}

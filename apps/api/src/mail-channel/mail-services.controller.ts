import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Configuration } from '#kernel';
import { listMailServices, reissueService } from '#mail';
import { DataSource } from 'typeorm';
import { type ApiRequest, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { CONFIGURATION } from '../http/configuration.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { MailServicePage, MailServicesQuery, MailServiceView, mailServiceView } from './mail-services.views.js';

/** What went out to platforms without an account, for those who keep the directory. */
@ApiTags('mail')
@Controller('v1/mail/services')
export class MailServicesController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get()
  @Needs('directory:manage')
  @ApiOperation({ summary: 'Notices on their way by mail, newest first: what was accepted, and what was not' })
  @ListOf(MailServicePage)
  async list(@Query() { limit = 50, after, state }: MailServicesQuery): Promise<MailServicePage> {
    const [before = null] = decodeCursor(after, 'id') ?? [];
    const rows = await listMailServices(this.database, state ?? null, before, limit + 1);
    return pageOf(rows, limit, ({ id }) => [id], mailServiceView);
  }

  @Post(':id/reissue')
  @HttpCode(200)
  @Needs('directory:manage')
  @ApiOperation({
    summary: 'Sends it again to the address on file',
    description: 'A notice that was served gets a new link, and earlier links end; one that was not is sent anew.',
  })
  @ApiOkResponse({ type: MailServiceView })
  reissue(@Request() request: ApiRequest, @Param('id', UuidParam) id: string): Promise<MailServiceView> {
    const { publicUrl, mailReply } = this.configuration;
    const settings = { publicUrl, mailReply };
    return this.commands.run(request, async (tx, now) => mailServiceView(await reissueService(tx, now, id, settings)));
  }
}

import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { filesOfMatters, type LinkedFile, type ObjectStore, openFile } from '#evidence';
import { type Caller, can, recordAccess } from '#identity';
import { Problem } from '#kernel';
import { factsOf, findNotice } from '#notices';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { CallerOf, Needs } from '../http/access.js';
import { UuidParam } from '../http/uuid-param.js';
import { contentSchema } from './content-schema.js';
import { LinkedFilesView, linkedFileView } from './files.views.js';
import { sendFile } from './send-file.js';
import { sideOf } from './side-of.js';
import { OBJECT_STORE } from './tokens.js';

/** The evidence of a notice and of its complaint, for each side what was put before it. */
@ApiTags('notices')
@Controller('v1/notices/:id/files')
export class NoticeFilesController {
  constructor(
    private readonly database: DataSource,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  @Get()
  @Needs('notices:read')
  @ApiOperation({ summary: 'Files that were put before the caller’s side of the notice' })
  @ApiOkResponse({ type: LinkedFilesView })
  async list(@CallerOf() caller: Caller, @Param('id', UuidParam) id: string): Promise<LinkedFilesView> {
    return { data: (await this.readable(caller, id)).map(linkedFileView) };
  }

  @Get(':fileId/content')
  @Needs('notices:read')
  @ApiOperation({ summary: 'The content of one of them, as an attachment' })
  @ApiOkResponse(contentSchema)
  async content(
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Param('fileId', UuidParam) fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = (await this.readable(caller, id)).find((one) => one.id === fileId.toLowerCase());
    if (!file) throw new Problem('not_found');
    sendFile(reply, file, await openFile(this.store, file));
  }

  /** Each file once, though notice and complaint may both have it. A regulator's reading is written down (domain.md §7). */
  private async readable(caller: Caller, noticeId: string): Promise<LinkedFile[]> {
    const notice = await findNotice(this.database, noticeId);
    if (!notice || !can(caller, 'read_notice', factsOf(notice))) throw new Problem('not_found');
    const side = sideOf(caller, factsOf(notice));
    const files = await filesOfMatters(this.database, [notice.id, notice.complaintId]);
    if (side === 'regulator') await recordAccess(this.database, caller, { kind: 'notice', id: notice.id });
    const shown = files.filter(({ readers }) => readers.includes(side));
    return [...new Map(shown.map((file) => [file.id, file])).values()];
  }
}

import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type ObjectStore, openFile } from '#evidence';
import type { Caller } from '#identity';
import { Problem } from '#kernel';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { CallerOf, Needs } from '../http/access.js';
import { UuidParam } from '../http/uuid-param.js';
import { contentSchema } from './content-schema.js';
import { filesForReader } from './files-for-reader.js';
import { LinkedFilesView, linkedFileView } from './files.views.js';
import { sendFile } from './send-file.js';
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
    return { data: (await filesForReader(this.database, caller, id)).map(linkedFileView) };
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
    const file = (await filesForReader(this.database, caller, id)).find((one) => one.id === fileId.toLowerCase());
    if (!file) throw new Problem('not_found');
    sendFile(reply, file, await openFile(this.store, file));
  }
}

import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { fileOf, filesOf, keepContent, type ObjectStore, openFile, recordFile, removeFile } from '#evidence';
import { type Caller, requireConfirmedEmail } from '#identity';
import type { Configuration } from '#kernel';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { CONFIGURATION } from '../http/configuration.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, type Page, pageOf, PageQuery } from '../http/paging.js';
import { Tagged } from '../http/tagged.js';
import { UuidParam } from '../http/uuid-param.js';
import { contentSchema, uploadSchema } from './content-schema.js';
import { FilePageView, FileView, fileView, type OwnFileView, ownFileView } from './files.views.js';
import { receiveUpload } from './receive-upload.js';
import { sendFile } from './send-file.js';
import { takesMultipart } from './take-multipart.js';
import { OBJECT_STORE } from './tokens.js';

/** An organization's own files: uploaded once, then named as evidence by their id. */
@ApiTags('files')
@Controller('v1/files')
export class FilesController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  @Post()
  @RouteConfig(takesMultipart)
  @Needs('complaints:write', 'notices:act', 'escalations:act')
  @ApiOperation({
    summary: 'Uploads one file, to be named as evidence by its id',
    description:
      'It is typed by its bytes. An `Idempotency-Key` stands for the content and its name: the same gives the first ' +
      'answer again, another is refused.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema })
  @ApiCreatedResponse({ type: FileView })
  async upload(@Request() request: ApiRequest, @CallerOf() caller: Caller): Promise<FileView> {
    requireConfirmedEmail(caller);
    const { evidenceFolder, maxFileBytes } = this.configuration;
    const { filename, ...received } = await receiveUpload(request, evidenceFolder, maxFileBytes);
    const kept = await keepContent(this.database, this.store, received, filename);
    // the body was a stream; what makes two of them the same request is known only now
    request.body = { sha256: kept.sha256, name: kept.name };
    return this.commands.run(request, async (tx, now) => fileView(await recordFile(tx, now, caller, kept)));
  }

  @Get()
  @Needs('complaints:read', 'notices:read', 'escalations:read')
  @ApiOperation({ summary: 'Own files, newest first' })
  @ListOf(FilePageView)
  async list(@CallerOf() { organizationId }: Caller, @Query() query: PageQuery): Promise<Page<OwnFileView>> {
    const { limit = 50, after } = query;
    const before = decodeCursor(after, 'id')?.[0] ?? null;
    const rows = await filesOf(this.database, organizationId, { before, limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.id], ownFileView);
  }

  @Get(':id')
  @Needs('complaints:read', 'notices:read', 'escalations:read')
  @ApiOperation({ summary: 'One own file' })
  @ApiOkResponse({ type: FileView })
  @Tagged()
  async one(@CallerOf() { organizationId }: Caller, @Param('id', UuidParam) id: string): Promise<FileView> {
    return fileView(await fileOf(this.database, organizationId, id));
  }

  @Get(':id/content')
  @Needs('complaints:read', 'notices:read', 'escalations:read')
  @ApiOperation({ summary: 'The content of an own file, as an attachment' })
  @ApiOkResponse(contentSchema)
  async content(
    @CallerOf() { organizationId }: Caller,
    @Param('id', UuidParam) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await fileOf(this.database, organizationId, id);
    sendFile(reply, file, await openFile(this.store, file));
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('complaints:write', 'notices:act', 'escalations:act')
  @ApiOperation({ summary: 'Takes an own file back, as long as no matter rests on it (409)' })
  @ApiNoContentResponse()
  remove(
    @Request() request: ApiRequest,
    @CallerOf() { organizationId }: Caller,
    @Param('id', UuidParam) id: string,
  ): Promise<void> {
    return this.commands.run(request, (tx) => removeFile(tx, organizationId, id));
  }
}

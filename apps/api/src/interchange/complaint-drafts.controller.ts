import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, requireConfirmedEmail } from '#identity';
import { confirmDraft, discardDraft, findDraft, listDrafts, originalOfDraft } from '#intake';
import { Problem } from '#kernel';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { FileComplaintRequest } from '../complaints/complaints.requests.js';
import { fileRequest } from '../complaints/file-request.js';
import { FilingView } from '../complaints/filing.views.js';
import { contentSchema } from '../files/content-schema.js';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { languageOf } from '../http/language.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { Tagged } from '../http/tagged.js';
import { UuidParam } from '../http/uuid-param.js';
import { createValidationPipe } from '../http/validation.js';
import { DraftsQuery, FileDraftRequest } from './drafts.requests.js';
import { draftEntry, DraftPage, DraftView, draftView } from './drafts.views.js';

/** 投诉草稿: complaints that other systems wrote and that a member confirms or discards. */
@ApiTags('interchange')
@Controller('v1/complaint-drafts')
export class ComplaintDraftsController {
  private readonly validation = createValidationPipe();

  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Needs('complaints:read')
  @ApiOperation({ summary: 'Own drafts, newest first; those that wait for a member, when no state is asked for' })
  @ListOf(DraftPage)
  async list(@CallerOf() { organizationId }: Caller, @Query() query: DraftsQuery): Promise<DraftPage> {
    const { limit = 50, after, state = 'open' } = query;
    const rows = await listDrafts(this.database, organizationId, state, { limit, after: decodeCursor(after, 'id') });
    return pageOf(rows, limit, ({ id }) => [id], draftEntry);
  }

  @Get(':id')
  @Needs('complaints:read')
  @ApiOperation({ summary: 'One draft: what it would file, what it lacks, what a person should look at' })
  @ApiOkResponse({ type: DraftView })
  @Tagged()
  async one(
    @Request() request: ApiRequest,
    @CallerOf() { organizationId }: Caller,
    @Param('id', UuidParam) id: string,
  ): Promise<DraftView> {
    const draft = await findDraft(this.database, organizationId, id);
    if (!draft) throw new Problem('not_found');
    return draftView(draft, languageOf(request));
  }

  @Get(':id/original')
  @Needs('complaints:read')
  @ApiOperation({ summary: 'The message that the draft was made of, byte for byte, as an attachment' })
  @ApiOkResponse(contentSchema)
  async original(
    @CallerOf() { organizationId }: Caller,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const kept = await originalOfDraft(this.database, organizationId, id);
    if (!kept) throw new Problem('not_found');
    const name = `${id}.${kept.format === 'xarf' ? 'json' : 'xml'}`;
    reply.headers({ 'Content-Security-Policy': "default-src 'none'; sandbox", 'Cache-Control': 'private, no-cache' });
    // never by its own type: what a stranger wrote is to be kept, not shown
    return new StreamableFile(kept.original, {
      type: 'application/octet-stream',
      disposition: `attachment; filename="${name}"`,
      length: kept.original.length,
    });
  }

  @Post(':id/filing')
  @Needs('complaints:write')
  @ApiOperation({
    summary: 'A member makes the draft its own and files it, as POST /v1/complaints does',
    description:
      'The statements are the member’s and must be sent. Not with an API key (403). A draft that was filed or discarded ' +
      'is 409, with the complaint that it became.',
  })
  @ApiCreatedResponse({ type: FilingView })
  file(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: FileDraftRequest,
  ): Promise<FilingView> {
    requireConfirmedEmail(caller);
    return this.commands.run(request, (tx, now) =>
      confirmDraft(tx, now, caller, id, async (document) => {
        const whole: unknown = { ...document, ...sent(body) };
        const checked: FileComplaintRequest = await this.validation.transform(whole, {
          type: 'body',
          metatype: FileComplaintRequest,
        });
        return fileRequest(tx, now, caller, checked, languageOf(request));
      }),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('complaints:write')
  @ApiOperation({ summary: 'Discards a draft; what it said is erased, and that it came stays on record' })
  @ApiNoContentResponse()
  discard(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
  ): Promise<void> {
    return this.commands.run(request, (tx, now) => discardDraft(tx, now, caller, id));
  }
}

/** Without the members that were left out, which must not hide the draft's own. */
function sent(body: FileDraftRequest): Partial<FileDraftRequest> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

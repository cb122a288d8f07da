import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { domainNow, inTrial } from '#database';
import { linkFiles } from '#evidence';
import { type Caller, can, requireConfirmedEmail } from '#identity';
import { supplementComplaint } from '#intake';
import { Problem } from '#kernel';
import { complaintVersion, findComplaint, listComplaints, withdrawComplaint } from '#notices';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { languageOf } from '../http/language.js';
import { ListOf } from '../http/list-of.js';
import { decodeCursor, pageOf } from '../http/paging.js';
import { UuidParam } from '../http/uuid-param.js';
import { entityTag } from '../http/versions.js';
import { Counts } from '../limits/counts-as.js';
import { Steps } from '../notices/steps.js';
import {
  ComplaintsQuery,
  FileComplaintRequest,
  SupplementComplaintRequest,
  WithdrawalRequest,
} from './complaints.requests.js';
import { complaintEntry, ComplaintPage, ComplaintView, complaintView, WithdrawalView } from './complaints.views.js';
import { fileRequest } from './file-request.js';
import { FilingView, storedFilingView } from './filing.views.js';
import { PreviewComplaintRequest } from './preview.requests.js';
import { ComplaintPreviewView } from './preview.views.js';
import { previewOf } from './preview-of.js';
import { evidenceLinks, supplementOf } from './filing-of.js';

@ApiTags('complaints')
@Controller('v1/complaints')
export class ComplaintsController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
    private readonly steps: Steps,
  ) {}

  @Post()
  @Needs('complaints:write')
  @ApiOperation({
    summary: 'Files one complaint, which becomes a notice for every platform that must act',
    description:
      'A missing legal element is no fault of the request: the answer is 201 and says what is missing for which targets. ' +
      'Every target ends in an outcome.',
  })
  @ApiCreatedResponse({ type: FilingView })
  file(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Body() body: FileComplaintRequest,
  ): Promise<FilingView> {
    requireConfirmedEmail(caller);
    return this.commands.run(request, (tx, now) => fileRequest(tx, now, caller, body, languageOf(request)));
  }

  @Post('preview')
  @HttpCode(200)
  @Needs('complaints:write')
  @Counts('heavy')
  @ApiOperation({
    summary: 'What would come of a complaint if it were filed now; nothing is kept',
    description:
      'Takes a complaint that is still being written. Says of every target what it would become, of every element that ' +
      'the law asks for whether it is there, and shows each notice as it would be served.',
  })
  @ApiOkResponse({ type: ComplaintPreviewView })
  preview(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Body() body: PreviewComplaintRequest,
  ): Promise<ComplaintPreviewView> {
    return inTrial(this.database, async (tx) => previewOf(tx, await domainNow(tx), caller, body, languageOf(request)));
  }

  @Get()
  @Needs('complaints:read')
  @ApiOperation({ summary: 'Own complaints, newest first' })
  @ListOf(ComplaintPage)
  async list(@CallerOf() caller: Caller, @Query() query: ComplaintsQuery): Promise<ComplaintPage> {
    const { limit = 50, after, format: _format, ...filter } = query;
    const page = { limit, after: decodeCursor(after, 'id') };
    const rows = await listComplaints(this.database, caller.organizationId, filter, page);
    return pageOf(rows, limit, (row) => [row.id], complaintEntry);
  }

  @Get(':id')
  @Needs('complaints:read')
  @ApiOperation({ summary: 'One complaint with what became of every target' })
  @ApiOkResponse({ type: ComplaintView })
  async one(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ComplaintView> {
    const version = await complaintVersion(this.database, id);
    const complaint = await findComplaint(this.database, id);
    const facts = complaint && {
      complainantOrganizationId: complaint.organizationId,
      platformOrganizationId: null,
      regulatorOrganizationIds: [],
      isServed: false,
    };
    if (!facts || !can(caller, 'read_complaint', facts)) throw new Problem('not_found');
    reply.header('ETag', entityTag(version));
    const now = await domainNow(this.database);
    return complaintView(complaint, can(caller, 'withdraw_complaint', facts), now, languageOf(request));
  }

  @Post(':id/supplements')
  @HttpCode(200)
  @Needs('complaints:write')
  @ApiOperation({
    summary: 'Completes what was missing; what is complete now is served now',
    description:
      'Each part takes the place of the one filed, evidence is added. Notices that went out before are not changed. ' +
      '409 where no target waits for a missing element.',
  })
  @ApiOkResponse({ type: FilingView })
  supplement(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: SupplementComplaintRequest,
  ): Promise<FilingView> {
    const language = languageOf(request);
    return this.steps.onComplaint(request, caller, async (tx, now) => {
      const supplement = await supplementOf(tx, now, caller, body);
      await supplementComplaint(tx, now, caller, id, supplement, language);
      await linkFiles(tx, now, caller.organizationId, evidenceLinks(id, supplement.evidence ?? []));
      return storedFilingView((await findComplaint(tx, id))!, now, language);
    });
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Needs('complaints:write')
  @ApiOperation({ summary: 'Takes a complaint back, whole or for some items; what was down comes back' })
  @ApiOkResponse({ type: WithdrawalView })
  withdraw(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Body() body: WithdrawalRequest,
  ): Promise<WithdrawalView> {
    return this.steps.onComplaint(request, caller, (tx, now) => withdrawComplaint(tx, now, caller, id, body));
  }
}

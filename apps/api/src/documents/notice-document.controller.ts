import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { findPlatform } from '#directory';
import { noticeForm } from '#documents';
import { filesOfMatters } from '#evidence';
import { type Caller, can, recordAccess } from '#identity';
import { Problem } from '#kernel';
import { factsOf, findNotice, itemsOfNotice } from '#notices';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { sideOf } from '../files/side-of.js';
import { languageOf } from '../http/language.js';
import { UuidParam } from '../http/uuid-param.js';
import { Counts } from '../limits/counts-as.js';
import { NoticeDocumentQuery } from './documents.requests.js';
import { itemsOfCopy } from './items-of-copy.js';
import { noticeFormOf } from './notice-form-of.js';
import { sendPdf } from './send-pdf.js';

/** The notice on paper: the standard form for this provider, or the copy for its user. */
@ApiTags('notices')
@Controller('v1/notices')
@Counts('heavy')
export class NoticeDocumentController {
  constructor(private readonly database: DataSource) {}

  @Get(':id/document.pdf')
  @Needs('notices:read')
  @ApiOperation({
    summary: 'The notice as the form of the National Copyright Administration, a PDF',
    description: 'Identity numbers by their last four, whole for the complainant; never on the copy for the user.',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Query() { copy = 'served', language, items: named }: NoticeDocumentQuery,
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const notice = await findNotice(this.database, id);
    if (!notice || !can(caller, 'read_notice', factsOf(notice))) throw new Problem('not_found');
    const [items, platform, files] = await Promise.all([
      itemsOfNotice(this.database, id),
      findPlatform(this.database, notice.platformId),
      filesOfMatters(this.database, [id, notice.complaintId]),
    ]);
    const side = sideOf(caller, factsOf(notice));
    // a regulator reads personal data of a matter that reached it: that is written down (domain.md §7)
    if (side === 'regulator') await recordAccess(this.database, caller, { kind: 'notice', id });
    const data = noticeFormOf({
      notice,
      items: itemsOfCopy(items, copy, named?.toLowerCase().split(',') ?? null),
      platform,
      files: files.filter(({ readers }) => readers.includes(side)),
      isForComplainant: side === 'complainant',
      copy,
      language: language ?? languageOf(request),
    });
    return sendPdf(request, reply, notice.number, data, noticeForm);
  }
}

import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { noticeForm } from '#documents';
import type { Caller } from '#identity';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { languageOf } from '../http/language.js';
import { MayBeKnown } from '../http/tagged.js';
import { UuidParam } from '../http/uuid-param.js';
import { Counts } from '../limits/counts-as.js';
import { NoticeDocumentQuery } from './documents.requests.js';
import { noticeFormFor } from './notice-form-for.js';
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
  @MayBeKnown()
  async pdf(
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Query() { copy = 'served', language, items: named }: NoticeDocumentQuery,
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { number, data } = await noticeFormFor(this.database, caller, id, {
      copy,
      language: language ?? languageOf(request),
      items: named?.toLowerCase().split(',') ?? null,
    });
    return sendPdf(request, reply, number, data, noticeForm);
  }
}

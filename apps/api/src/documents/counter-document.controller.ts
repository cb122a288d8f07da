import { Controller, Get, HttpCode, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { findPlatform } from '#directory';
import { counterNoticeForm } from '#documents';
import { filesOfMatters } from '#evidence';
import { type Caller, recordAccess } from '#identity';
import { Problem } from '#kernel';
import { findCounterNotice } from '#notices';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { counterReaderOf } from '../counter-notices/counter-reader-of.js';
import { type ApiRequest, CallerOf, Needs, Request } from '../http/access.js';
import { languageOf } from '../http/language.js';
import { MayBeKnown } from '../http/tagged.js';
import { UuidParam } from '../http/uuid-param.js';
import { Counts } from '../limits/counts-as.js';
import { counterFormOf } from './counter-form-of.js';
import { CounterDocumentQuery } from './documents.requests.js';
import { sendPdf } from './send-pdf.js';

/** The user's statement on paper: the standard form of the counter-notice. */
@ApiTags('counter-notices')
@Controller('v1/counter-notices')
@Counts('heavy')
export class CounterDocumentController {
  constructor(private readonly database: DataSource) {}

  @Get(':id/document.pdf')
  @Needs('notices:read')
  @ApiOperation({
    summary: 'The counter-notice as the form of the National Copyright Administration, a PDF',
    description:
      'The rights holder reads what was forwarded to it, with name, contact and address of the author and no identity number.',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @MayBeKnown()
  async pdf(
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Query() { language }: CounterDocumentQuery,
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const counter = await findCounterNotice(this.database, id);
    const reader = counter && counterReaderOf(counter, caller);
    if (!reader) throw new Problem('not_found');
    const [platform, files] = await Promise.all([
      findPlatform(this.database, counter.platformId),
      filesOfMatters(this.database, [counter.noticeId]),
    ]);
    // a regulator reads personal data of a matter that reached it: that is written down (domain.md §7)
    if (reader === 'regulator') await recordAccess(this.database, caller, { kind: 'notice', id: counter.noticeId });
    const form = counterFormOf({ counter, platform, files, reader, language: language ?? languageOf(request) });
    return sendPdf(request, reply, id, form, counterNoticeForm);
  }

  /** The same answer: it writes nothing, and clients may ask either way. */
  @Post(':id/document.pdf')
  @HttpCode(200)
  @Needs('notices:read')
  @ApiOperation({ summary: 'The same as GET' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @MayBeKnown()
  drawn(
    @CallerOf() caller: Caller,
    @Param('id', UuidParam) id: string,
    @Query() query: CounterDocumentQuery,
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.pdf(caller, id, query, request, reply);
  }
}

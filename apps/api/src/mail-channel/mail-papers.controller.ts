import { Controller, Get, Inject, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { noticeForm } from '#documents';
import { type ObjectStore, openFile } from '#evidence';
import { Problem } from '#kernel';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { noticeFormFor } from '../documents/notice-form-for.js';
import { sendPdf } from '../documents/send-pdf.js';
import { filesForReader } from '../files/files-for-reader.js';
import { sendFile } from '../files/send-file.js';
import { OBJECT_STORE } from '../files/tokens.js';
import { type ApiRequest, Public, Request } from '../http/access.js';
import { languageOf } from '../http/language.js';
import { MailLinks } from './mail-links.js';
import { guarded } from './page-frame.js';

/** What hangs on the page of a mailed link: the notice as a form, and the evidence that was put before the platform. */
@ApiExcludeController()
@Controller('mail/notices/:token')
export class MailPapersController {
  constructor(
    private readonly links: MailLinks,
    private readonly database: DataSource,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  @Get('document.pdf')
  @Public()
  async form(
    @Request() request: ApiRequest,
    @Query('lang') lang: unknown,
    @Query('copy') copy: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { link, caller } = await this.links.open(request);
    const { number, data } = await noticeFormFor(this.database, caller, link.noticeId, {
      copy: copy === 'forwarded' ? 'forwarded' : 'served',
      language: lang === 'en' || lang === 'zh' ? lang : languageOf(request),
      items: null,
    });
    const answer = await sendPdf(request, reply, number, data, noticeForm);
    guarded(reply);
    return answer;
  }

  @Get('files/:fileId')
  @Public()
  async file(
    @Request() request: ApiRequest,
    @Param('fileId') fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { link, caller } = await this.links.open(request);
    const files = await filesForReader(this.database, caller, link.noticeId);
    const file = files.find(({ id }) => id === fileId);
    if (!file) throw new Problem('not_found');
    const content = await openFile(this.store, file);
    sendFile(guarded(reply), file, content);
  }
}

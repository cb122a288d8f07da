import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isTransient } from '#database';
import { type Configuration, Problem, problemCatalogue } from '#kernel';
import { type OpenedLink, renewMailLink, spendNonce } from '#mail';
import type { FastifyReply } from 'fastify';
import { type ApiRequest, Public, Request } from '../http/access.js';
import { Commands } from '../http/commands.js';
import { CONFIGURATION } from '../http/configuration.js';
import { languageOf } from '../http/language.js';
import { statusOfKind } from '../http/problem-filter.js';
import { type Typed, typedOf } from './form.js';
import { closedPage, plainPage, unknownPage } from './link-pages.js';
import { callerOf, type MailCaller, MailLinks } from './mail-links.js';
import { NoticePages } from './notice-pages.js';
import { actOfForm } from './page-acts.js';
import { sendPage } from './page-frame.js';
import { type Language, sayIn } from './page-words.js';
import { remarkOfDone, remarkOfProblem } from './remarks.js';

/**
 * The page behind the link of a letter. Opening it changes nothing, however often and by whomever it is opened; its
 * buttons act by POST with a nonce, so a scanner that follows links answers for nobody (docs/adr/0019).
 */
@ApiExcludeController()
@Controller('mail/notices/:token')
export class MailPagesController {
  constructor(
    private readonly links: MailLinks,
    private readonly pages: NoticePages,
    private readonly commands: Commands,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get()
  @Public()
  async read(
    @Request() request: ApiRequest,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageFor(request, query);
    await saidAsPage(reply, language, async () => {
      const link = await this.links.find(request);
      const opened = openedBy(link);
      if (!opened) return this.close(reply, request, link, language);
      const { done, missing } = query;
      const elements = typeof missing === 'string' ? missing.split(',') : [];
      const remark = done === undefined ? null : remarkOfDone(elements, language);
      sendPage(reply, 200, await this.pages.write(opened, hereOf(request), language, { remark }));
    });
  }

  @Post()
  @Public()
  async act(
    @Request() request: ApiRequest,
    @Query() query: Record<string, unknown>,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageFor(request, query);
    await saidAsPage(reply, language, async () => {
      const typed = typedOf(body);
      const link = await this.links.find(request);
      await this.links.countAct(link);
      const opened = openedBy(link);
      if (opened) return this.answer(request, reply, opened, typed, language);
      const isRenewable = link.state === 'expired' || link.state === 'ended';
      if (typed['act'] === 'link' && isRenewable) return this.renew(request, reply, link, typed, language);
      this.close(reply, request, link, language);
    });
  }

  /** Post, redirect, get: what was done is done once, and to reload is to read. Refused, nothing typed is lost. */
  private async answer(
    request: ApiRequest,
    reply: FastifyReply,
    opened: MailCaller,
    typed: Typed,
    language: Language,
  ): Promise<void> {
    const here = hereOf(request);
    const { link, caller } = opened;
    try {
      const act = actOfForm(typed, await this.pages.view(opened));
      const { done } = await this.commands.run(request, async (tx, now) => {
        const isFresh = await spendNonce(tx, link.id, typed['nonce'] ?? '');
        return { done: isFresh ? await act(tx, now, caller) : null };
      });
      if (done) {
        const missing = done.missing?.length ? `&missing=${done.missing.join(',')}` : '';
        void reply.headers({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
        void reply.redirect(`${here}?lang=${language}&done=1${missing}`, 303);
        return;
      }
      const fresh = { link: await this.links.find(request), caller };
      const remark = { kind: 'said' as const, title: sayIn(language)('stale'), lines: [] };
      sendPage(reply, 409, await this.pages.write(fresh, here, language, { typed, remark }));
    } catch (failure) {
      const problem = isTransient(failure) ? new Problem('unavailable') : failure;
      if (!(problem instanceof Problem)) throw failure;
      const remark = remarkOfProblem(problem, language);
      const status = statusOfKind[problemCatalogue[problem.code].kind];
      sendPage(reply, status, await this.pages.write(opened, here, language, { typed, remark }));
    }
  }

  /** To the address on file, whoever presses. Pressed twice, it goes once. */
  private async renew(
    request: ApiRequest,
    reply: FastifyReply,
    link: OpenedLink,
    typed: Typed,
    language: Language,
  ): Promise<void> {
    const { publicUrl } = this.configuration;
    await this.commands.run(request, async (tx, now) => {
      if (!(await spendNonce(tx, link.id, typed['nonce'] ?? ''))) return;
      await renewMailLink(tx, now, link.noticeId, { publicUrl, isAskedFor: true });
    });
    const say = sayIn(language);
    sendPage(reply, 200, plainPage(language, say('sentTitle'), say('sent')));
  }

  private close(reply: FastifyReply, request: ApiRequest, link: OpenedLink, language: Language): void {
    const { status, page } = closedPage(link, hereOf(request), language);
    sendPage(reply, status, page);
  }
}

function openedBy(link: OpenedLink): MailCaller | null {
  const caller = callerOf(link);
  return caller && { link, caller };
}

/** A person reads this, so a refusal is a page as well. */
async function saidAsPage(reply: FastifyReply, language: Language, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    const { kind } = problemCatalogue[failure.code];
    if (kind === 'not_found') return sendPage(reply, 404, unknownPage(language));
    const { title, lines } = remarkOfProblem(failure, language);
    sendPage(reply, statusOfKind[kind], plainPage(language, title, lines.join(' ')));
  }
}

function hereOf({ params }: ApiRequest): string {
  return `/mail/notices/${(params as { token: string }).token}`;
}

function languageFor(request: ApiRequest, { lang }: Record<string, unknown>): Language {
  return lang === 'zh' || lang === 'en' ? lang : languageOf(request);
}

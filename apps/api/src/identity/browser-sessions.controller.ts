import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Post, Res } from '@nestjs/common';
import {
  ApiForbiddenResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { inTransaction } from '#database';
import { type Caller, callerOfBrowser, endSession, openBrowserSession } from '#identity';
import { type Configuration, Problem } from '#kernel';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Public, Request, SignedIn } from '../http/access.js';
import { CONFIGURATION } from '../http/configuration.js';
import { Shown } from '../http/shown.js';
import { BrowserCallers } from './browser-callers.js';
import { CredentialCheck } from './credential-check.js';
import { LoginRequest } from './identity.requests.js';
import { meOf, MeView } from './me.views.js';
import { consoleHeader, requireOwnPage } from './own-page.js';
import { placeOf } from './place-of.js';

class BrowserSessionView {
  @Shown(() => MeView, { nullable: true, description: 'Null where nobody is signed in at this browser.' })
  me: MeView | null;
}

@ApiTags('sign-in')
@Controller('v1/auth/session')
export class BrowserSessionsController {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly credentials: CredentialCheck,
    private readonly browsers: BrowserCallers,
  ) {}

  @Get()
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Who is signed in at this browser, if anybody' })
  @ApiOkResponse({ type: BrowserSessionView })
  async read(@Request() request: ApiRequest): Promise<BrowserSessionView> {
    const secret = this.browsers.secretOf(request);
    const found = secret && (await callerOfBrowser(this.database, secret, new Date()));
    return { me: found ? await meOf(this.database, this.configuration, found.caller) : null };
  }

  @Post()
  @Public()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Signs a person in at a browser, by a cookie that no script reads',
    description:
      'For pages of this origin, which send X-Requested-With: tongshan-console with everything that writes (403 ' +
      'cross_site otherwise). Answers what GET /v1/me answers.',
  })
  @ApiHeader({ name: 'X-Requested-With', required: false, schema: { type: 'string', enum: [consoleHeader.value] } })
  @ApiUnauthorizedResponse()
  @ApiForbiddenResponse()
  @ApiOkResponse({ type: MeView })
  async open(
    @Request() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() login: LoginRequest,
  ): Promise<MeView> {
    requireOwnPage(request, this.configuration);
    const memberId = await this.credentials.memberOf(request, login);
    const before = this.browsers.secretOf(request);
    const at = new Date();
    const secret = await inTransaction(this.database, (tx) =>
      openBrowserSession(tx, memberId, at, placeOf(request), before),
    );
    const opened = await callerOfBrowser(this.database, secret, at);
    if (!opened) throw new Problem('bad_credentials'); // disabled between the two statements
    this.browsers.give(reply, secret);
    return meOf(this.database, this.configuration, opened.caller);
  }

  @Delete()
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Signs out at this browser' })
  @ApiNoContentResponse()
  async end(@CallerOf() { sessionId }: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (!sessionId) throw new Problem('forbidden', { detail: 'An API key has no session. Revoke the key instead.' });
    await inTransaction(this.database, (tx) => endSession(tx, sessionId, 'signed_out', new Date()));
    this.browsers.takeBack(reply);
  }
}

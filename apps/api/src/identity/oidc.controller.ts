import { Controller, Get, Header, Inject, Logger, Query, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { domainNow, inTransaction } from '#database';
import { memberOfProvider, openBrowserSession, type ProvidedIdentity } from '#identity';
import { type Configuration, Problem } from '#kernel';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type ApiRequest, Public, Request } from '../http/access.js';
import { CONFIGURATION } from '../http/configuration.js';
import { escapeHtml, page } from '../http/page.js';
import { BrowserCallers } from './browser-callers.js';
import { OidcClient, pendingSeconds } from './oidc-client.js';
import { placeOf } from './place-of.js';
import { longestReturnPath, returnPath } from './return-to.js';

/** Why a person who came back is not signed in; the sign-in page says it in words. */
type SignInProblem = 'no_member' | 'unverified_email' | 'sso_failed' | 'sso_unavailable';

@ApiTags('sign-in')
@Controller('v1/auth/oidc')
export class OidcController {
  private readonly log = new Logger('oidc');
  private readonly isSecure: boolean;
  private readonly cookie: string;

  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly database: DataSource,
    private readonly provider: OidcClient,
    private readonly browsers: BrowserCallers,
  ) {
    this.isSecure = configuration.publicUrl.startsWith('https:');
    this.cookie = this.isSecure ? '__Host-tongshan-oidc' : 'tongshan-oidc';
  }

  @Get('start')
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Sends a browser to the identity provider',
    description: 'For a link of the sign-in page, where GET /v1/auth/methods names a provider.',
  })
  @ApiQuery({
    name: 'returnTo',
    required: false,
    schema: { type: 'string', pattern: '^/', maxLength: longestReturnPath },
    description: 'A path of this site, e.g. /notices.',
  })
  @ApiNotFoundResponse()
  @ApiResponse({ status: 302, description: 'To the provider, or to /sign-in?problem=sso_unavailable.' })
  async start(@Query('returnTo') asked: unknown, @Res() reply: FastifyReply): Promise<void> {
    this.requireProvider();
    const returnTo = returnPath(asked);
    try {
      const { url, sealed } = await this.provider.begin(returnTo);
      reply.setCookie(this.cookie, sealed, { ...this.attributes, maxAge: pendingSeconds });
      await reply.redirect(url, 302);
    } catch (failure) {
      this.log.warn({ failure: String(failure) }, 'the identity provider does not answer');
      await this.backToSignIn(reply, 'sso_unavailable', returnTo);
    }
  }

  @Get('callback')
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Where the identity provider sends a browser back to',
    description:
      'The member is found by the verified e-mail address the first time and by the subject from then on; nobody ' +
      'becomes a member by it. Sets the cookie of POST /v1/auth/session.',
  })
  @ApiNotFoundResponse()
  @ApiOkResponse({ description: 'A page that leads on to returnTo.', content: { 'text/html': {} } })
  @ApiResponse({
    status: 302,
    description: 'Back to /sign-in?problem=no_member, unverified_email or sso_failed.',
  })
  async finish(@Request() request: ApiRequest, @Res() reply: FastifyReply): Promise<void> {
    this.requireProvider();
    const sealed = request.cookies[this.cookie];
    const pending = sealed ? this.provider.open(sealed) : null;
    reply.clearCookie(this.cookie, this.attributes);
    if (!pending) return this.backToSignIn(reply, 'sso_failed', '/');
    let identity: ProvidedIdentity;
    try {
      identity = await this.provider.finish(request.url.split('?')[1] ?? '', pending);
    } catch (failure) {
      this.log.warn({ failure: String(failure) }, 'a sign-in through the identity provider failed');
      return this.backToSignIn(reply, 'sso_failed', pending.returnTo);
    }
    const secret = await inTransaction(this.database, async (tx) => {
      const memberId = await memberOfProvider(tx, await domainNow(tx), identity);
      return memberId && openBrowserSession(tx, memberId, new Date(), placeOf(request), null);
    });
    if (!secret) {
      const problem = identity.isEmailVerified ? 'no_member' : 'unverified_email';
      return this.backToSignIn(reply, problem, pending.returnTo);
    }
    this.browsers.give(reply, secret);
    await this.leadOn(reply, pending.returnTo);
  }

  /** A page between: the browser sends a strict cookie again only once a page of ours, not the provider, leads on. */
  private async leadOn(reply: FastifyReply, returnTo: string): Promise<void> {
    const to = escapeHtml(returnTo);
    const refresh = `<meta http-equiv="refresh" content="0;url=${to}">`;
    const link = `<p><a href="${to}">继续 · Continue</a></p>`;
    await reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Referrer-Policy', 'no-referrer')
      .send(page('登录成功 · Signed in', refresh + link));
  }

  private async backToSignIn(reply: FastifyReply, problem: SignInProblem, returnTo: string): Promise<void> {
    await reply.redirect(`/sign-in?${new URLSearchParams({ problem, returnTo })}`, 302);
  }

  private requireProvider(): void {
    if (this.configuration.oidc) return;
    throw new Problem('not_found', { detail: 'This installation has no identity provider.' });
  }

  private get attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.isSecure } as const;
  }
}

import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { inTransaction } from '#database';
import { type Caller, endSession, openSession, refreshSession } from '#identity';
import { Problem } from '#kernel';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Public, Request, SignedIn } from '../http/access.js';
import { AccessTokens } from './access-tokens.js';
import { CredentialCheck } from './credential-check.js';
import { LoginRequest, RefreshRequest } from './identity.requests.js';
import { TokensView } from './identity.views.js';
import { placeOf } from './place-of.js';

@ApiTags('sign-in')
@Controller('v1/auth')
export class SignInController {
  constructor(
    private readonly database: DataSource,
    private readonly credentials: CredentialCheck,
    private readonly tokens: AccessTokens,
  ) {}

  @Post('login')
  @Public()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Signs a person in',
    description:
      'Five failures from one address at one account: 429. Members with a second factor send `otp` too (401 otp_required, bad_otp).',
  })
  @ApiUnauthorizedResponse()
  @ApiOkResponse({ type: TokensView })
  async login(@Request() request: ApiRequest, @Body() login: LoginRequest): Promise<TokensView> {
    const memberId = await this.credentials.memberOf(request, login);
    const session = await inTransaction(this.database, (tx) => openSession(tx, memberId, new Date(), placeOf(request)));
    return this.tokens.tokensOf(session);
  }

  @Post('refresh')
  @Public()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Exchanges the refresh token for new tokens',
    description:
      'A refresh token is good for one exchange, with no grace. Its second use ends the session for whoever holds it ' +
      '(401 token_reused), also when two exchanges come at the same instant: refresh from one place at a time.',
  })
  @ApiUnauthorizedResponse()
  @ApiOkResponse({ type: TokensView })
  async refresh(@Body() { refreshToken }: RefreshRequest): Promise<TokensView> {
    const refreshed = await inTransaction(this.database, (tx) => refreshSession(tx, refreshToken, new Date()));
    switch (refreshed.outcome) {
      case 'rotated':
        return this.tokens.tokensOf(refreshed.session);
      case 'reused':
        throw new Problem('token_reused', { detail: 'Sign in again.' });
      case 'expired':
        throw new Problem('token_expired', { detail: 'Sign in again.' });
      case 'unknown':
        throw new Problem('unauthenticated', { detail: 'This refresh token opens no session. Sign in again.' });
    }
  }

  @Post('logout')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Ends the session; its tokens are worthless at once' })
  @ApiNoContentResponse()
  async logout(@CallerOf() { sessionId }: Caller): Promise<void> {
    if (!sessionId) throw new Problem('forbidden', { detail: 'An API key has no session. Revoke the key instead.' });
    await inTransaction(this.database, (tx) => endSession(tx, sessionId, 'signed_out', new Date()));
  }
}

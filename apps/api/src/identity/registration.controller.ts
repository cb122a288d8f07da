import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { domainNow, inTransaction } from '#database';
import {
  type Caller,
  confirmEmail,
  hashPassword,
  register,
  requireOpenMailToken,
  resendConfirmation,
  setPassword,
  SignInLimits,
} from '#identity';
import { Problem } from '#kernel';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Public, Request, SignedIn } from '../http/access.js';
import { ConfirmationRequest, PasswordRequest, RegisterRequest } from './identity.requests.js';
import { RegisteredView } from './identity.views.js';
import { IdentityLetters } from './letters.js';

@ApiTags('sign-in')
@Controller('v1/auth')
export class RegistrationController {
  constructor(
    private readonly database: DataSource,
    private readonly limits: SignInLimits,
    private readonly letters: IdentityLetters,
  ) {}

  @Post('register')
  @Public()
  @HttpCode(202)
  @ApiOperation({
    summary: 'A new rights holder or agent with its first owner',
    description:
      'The answer is the same where the address is already known; its holder is then told by letter. One can sign in ' +
      'at once, but files nothing before the address is confirmed (403 email_unconfirmed).',
  })
  @ApiAcceptedResponse({ type: RegisteredView })
  async register(@Request() request: ApiRequest, @Body() body: RegisterRequest): Promise<RegisteredView> {
    await this.limits.countRegistration(request.ip, body.email);
    const { password, locale = 'zh', ...registration } = body;
    const passwordHash = await hashPassword(password);
    await inTransaction(this.database, async (tx) => {
      const now = await domainNow(tx);
      await this.letters.write(tx, now, await register(tx, now, { ...registration, passwordHash, locale }));
    });
    return { status: 'confirmation_sent' };
  }

  @Post('confirmation')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Confirms an e-mail address by the token of the letter' })
  @ApiNoContentResponse()
  async confirm(@Body() { token }: ConfirmationRequest): Promise<void> {
    await inTransaction(this.database, async (tx) => confirmEmail(tx, await domainNow(tx), token));
  }

  @Post('confirmation/resend')
  @SignedIn()
  @HttpCode(202)
  @ApiOperation({ summary: 'Another letter with a new link; the older link is void' })
  @ApiAcceptedResponse({ type: RegisteredView })
  async resend(@CallerOf() { memberId }: Caller): Promise<RegisteredView> {
    if (!memberId) throw new Problem('forbidden', { detail: 'Only a signed-in person confirms an address.' });
    await this.limits.countConfirmation(memberId);
    await inTransaction(this.database, async (tx) => {
      await this.letters.write(tx, await domainNow(tx), await resendConfirmation(tx, memberId));
    });
    return { status: 'confirmation_sent' };
  }

  @Post('password')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sets the password by the token of a letter; open sessions end' })
  @ApiNoContentResponse()
  async password(@Body() { token, password }: PasswordRequest): Promise<void> {
    await requireOpenMailToken(this.database, token, 'set_password');
    const passwordHash = await hashPassword(password);
    await inTransaction(this.database, async (tx) => setPassword(tx, await domainNow(tx), { token, passwordHash }));
  }
}

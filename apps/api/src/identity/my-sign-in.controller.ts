import { Body, Controller, Delete, Header, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { inTransaction } from '#database';
import { beginTotp, type Caller, changePassword, confirmTotp, endTotp, hashPassword } from '#identity';
import { DataSource } from 'typeorm';
import { type ApiRequest, CallerOf, Request, SignedIn } from '../http/access.js';
import { Shown } from '../http/shown.js';
import { CredentialCheck } from './credential-check.js';
import { BeginTotpRequest, ChangePasswordRequest, ConfirmTotpRequest, EndTotpRequest } from './identity.requests.js';
import { personOf } from './person-of.js';

class PendingTotpView {
  @Shown('text', { description: 'In base 32, for typing.' }) secret: string;
  @Shown('text', { description: 'otpauth://…, for a QR code.' }) uri: string;
}

class RecoveryCodesView {
  @Shown('text', {
    list: true,
    description: 'Each opens once, in place of a code; shown in this answer and never again.',
  })
  recoveryCodes: string[];
}

/** How a person signs in. Answers that hold a secret are not kept for a repetition of the request. */
@ApiTags('sign-in')
@Controller('v1/me')
@SignedIn()
export class MySignInController {
  constructor(
    private readonly database: DataSource,
    private readonly credentials: CredentialCheck,
  ) {}

  @Post('password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Changes your password; your other sessions end' })
  @ApiNoContentResponse()
  async password(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Body() { current, next }: ChangePasswordRequest,
  ): Promise<void> {
    const { memberId, sessionId } = personOf(caller);
    const currentHash = await this.credentials.requirePassword(request, memberId, current, '#/current');
    const nextHash = await hashPassword(next);
    await inTransaction(this.database, (tx) => changePassword(tx, { memberId, sessionId, currentHash, nextHash }));
  }

  @Post('totp')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Begins a second factor (TOTP, RFC 6238)',
    description: 'It is on once a code of the device has confirmed it; beginning again replaces what waits.',
  })
  @ApiCreatedResponse({ type: PendingTotpView })
  async begin(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Body() { password }: BeginTotpRequest,
  ): Promise<PendingTotpView> {
    const { memberId } = personOf(caller);
    await this.credentials.requirePassword(request, memberId, password);
    return inTransaction(this.database, (tx) => beginTotp(tx, this.credentials.sealingKey, memberId));
  }

  @Post('totp/confirmation')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Turns the second factor on by a code of the device; shows the recovery codes once' })
  @ApiOkResponse({ type: RecoveryCodesView })
  async confirm(@CallerOf() caller: Caller, @Body() { otp }: ConfirmTotpRequest): Promise<RecoveryCodesView> {
    const { memberId } = personOf(caller);
    const { limits, sealingKey } = this.credentials;
    const attempt = await limits.countSecondFactor(memberId);
    const recoveryCodes = await inTransaction(this.database, (tx) =>
      confirmTotp(tx, sealingKey, memberId, otp, new Date()),
    );
    await attempt.succeeded();
    return { recoveryCodes };
  }

  @Delete('totp')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Turns your second factor off',
    description:
      'Takes a code of the device or a recovery code. Whoever has neither asks an owner of the organization.',
  })
  @ApiNoContentResponse()
  async end(
    @Request() request: ApiRequest,
    @CallerOf() caller: Caller,
    @Body() { password, otp }: EndTotpRequest,
  ): Promise<void> {
    const { memberId } = personOf(caller);
    const { limits, sealingKey } = this.credentials;
    await this.credentials.requirePassword(request, memberId, password);
    const attempt = await limits.countSecondFactor(memberId);
    await inTransaction(this.database, (tx) => endTotp(tx, sealingKey, memberId, otp, new Date()));
    await attempt.succeeded();
  }
}

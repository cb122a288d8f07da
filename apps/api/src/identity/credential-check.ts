import { Inject, Injectable } from '@nestjs/common';
import { requirePassword, SignInLimits, verifyCredentials } from '#identity';
import { type Configuration, keyFor } from '#kernel';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { CONFIGURATION } from '../http/configuration.js';
import type { LoginRequest } from './identity.requests.js';

/** Passwords and codes of the second factor, counted by the limits of sign-in. */
@Injectable()
export class CredentialCheck {
  readonly sealingKey: Buffer;

  constructor(
    @Inject(CONFIGURATION) configuration: Configuration,
    private readonly database: DataSource,
    readonly limits: SignInLimits,
  ) {
    this.sealingKey = keyFor(configuration, 'sealing');
  }

  /** @throws Problem `bad_credentials`, `otp_required`, `bad_otp`, `rate_limited` */
  memberOf(request: FastifyRequest, { email, password, otp }: LoginRequest): Promise<string> {
    const credentials = { email, password, otp, address: request.ip };
    return verifyCredentials(this.database, this.limits, this.sealingKey, credentials);
  }

  /** @throws Problem `validation_failed`, `rate_limited` */
  requirePassword(request: FastifyRequest, memberId: string, password: string, pointer?: string): Promise<string> {
    return requirePassword(this.database, this.limits, { memberId, password, address: request.ip }, pointer);
  }
}

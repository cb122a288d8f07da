import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AuthGuard as PassportGuard, PassportStrategy } from '@nestjs/passport';
import { type Caller, callerOfSession } from '#identity';
import { type Configuration, isUuid, keyFor, newId, Problem } from '#kernel';
import passport from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { DataSource } from 'typeorm';
import { CONFIGURATION } from '../http/configuration.js';

export const tokenIssuer = 'tongshan';
export const tokenAudience = 'tongshan-api';

/** What an access token says; everything else about the caller is asked of the database at each request. */
export interface AccessClaims {
  /** The member. */
  sub: string;
  /** The session. */
  sid: string;
}

/** Signature, issuer, audience and age are passport-jwt's work; then one statement loads session, member, organization. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy) implements OnModuleDestroy {
  /** Passport keeps its strategies in one place per process: two applications in one process must not share a name. */
  readonly uniqueName = `access-token:${newId()}`;

  constructor(
    @Inject(CONFIGURATION) configuration: Configuration,
    private readonly database: DataSource,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: keyFor(configuration, 'tokens'),
      algorithms: ['HS256'],
      issuer: tokenIssuer,
      audience: tokenAudience,
    });
    passport.use(this.uniqueName, this);
  }

  onModuleDestroy(): void {
    passport.unuse(this.uniqueName);
  }

  async validate(claims: AccessClaims): Promise<Caller> {
    const caller = isUuid(claims.sid) ? await callerOfSession(this.database, claims.sid, new Date()) : null;
    if (!caller || caller.memberId !== claims.sub) {
      throw new Problem('unauthenticated', { detail: 'This session has ended. Sign in again.' });
    }
    return caller;
  }
}

/** Puts the caller of an access token on the request; the reasons for a refusal become the API's own. */
@Injectable()
export class AccessTokenGuard extends PassportGuard() {
  constructor(strategy: AccessTokenStrategy) {
    super({ defaultStrategy: strategy.uniqueName, property: 'caller', session: false });
  }

  override handleRequest<T>(failure: unknown, caller: T | false, info: unknown): T {
    if (failure) throw failure;
    if (caller) return caller;
    if (info instanceof Error && info.name === 'TokenExpiredError') {
      throw new Problem('token_expired', { detail: 'Exchange your refresh token for a new one.' });
    }
    throw new Problem('unauthenticated', { detail: 'The credential is not one of ours, or was damaged on its way.' });
  }
}

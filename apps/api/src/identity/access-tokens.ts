import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { accessTokenSeconds, type OpenSession } from '#identity';
import { type Configuration, keyFor } from '#kernel';
import { CONFIGURATION } from '../http/configuration.js';
import { type AccessClaims, tokenAudience, tokenIssuer } from './access-token.js';
import type { TokensView } from './identity.views.js';

/** Signs what the guard later reads. */
@Injectable()
export class AccessTokens {
  private readonly jwt: JwtService;

  constructor(@Inject(CONFIGURATION) configuration: Configuration) {
    this.jwt = new JwtService({
      secret: keyFor(configuration, 'tokens'),
      signOptions: {
        algorithm: 'HS256',
        expiresIn: accessTokenSeconds,
        issuer: tokenIssuer,
        audience: tokenAudience,
      },
    });
  }

  async tokensOf(session: OpenSession): Promise<TokensView> {
    const claims: AccessClaims = { sub: session.memberId, sid: session.sessionId };
    return {
      accessToken: await this.jwt.signAsync(claims),
      expiresIn: accessTokenSeconds,
      refreshToken: session.refreshToken,
    };
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { ProvidedIdentity } from '#identity';
import { type Configuration, keyFor, type OidcSettings, Problem, seal, unseal } from '#kernel';
import * as oidc from 'openid-client';
import { CONFIGURATION } from '../http/configuration.js';

/** Seconds for each answer of the provider, and for a person to sign in there. */
const timeout = 5;
export const pendingSeconds = 10 * 60;

/** What a sign-in that is under way holds until the provider sends its person back. */
interface Pending {
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
  expiresAt: number;
}

/** The identity provider that this installation may have (OpenID Connect, code flow with PKCE). Never inside a transaction. */
@Injectable()
export class OidcClient {
  private readonly sealingKey: Buffer;
  private readonly callback: string;
  private discovered: Promise<oidc.Configuration> | null = null;

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {
    this.sealingKey = keyFor(configuration, 'sealing');
    this.callback = `${configuration.publicUrl}/v1/auth/oidc/callback`;
  }

  /** Where to send a person, and what their browser keeps meanwhile: sealed, and good for a few minutes. */
  async begin(returnTo: string): Promise<{ url: string; sealed: string }> {
    const provider = await this.provider();
    const verifier = oidc.randomPKCECodeVerifier();
    const pending: Pending = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier,
      returnTo,
      expiresAt: Date.now() + pendingSeconds * 1000,
    };
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.callback,
      scope: 'openid email',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, sealed: seal(this.sealingKey, 'oidc', JSON.stringify(pending)) };
  }

  /** Null where the text was not sealed by us or is too old. */
  open(sealed: string): Pending | null {
    try {
      const pending = JSON.parse(unseal(this.sealingKey, 'oidc', sealed)) as Pending;
      return pending.expiresAt > Date.now() ? pending : null;
    } catch {
      return null; // made up, cut, or from before the installation's secret was changed
    }
  }

  /** Whom the provider vouches for; `query` is what it sent along. Throws where anything does not fit together. */
  async finish(query: string, { state, nonce, verifier }: Pending): Promise<ProvidedIdentity> {
    const provider = await this.provider();
    const tokens = await oidc.authorizationCodeGrant(provider, new URL(`${this.callback}?${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const { iss: issuer, sub: subject, ...claims } = tokens.claims()!;
    const hasMore = claims['email'] === undefined && provider.serverMetadata().userinfo_endpoint !== undefined;
    const { email, email_verified: isVerified } = hasMore
      ? await oidc.fetchUserInfo(provider, tokens.access_token, subject)
      : claims;
    const isEmailVerified = isVerified === true;
    return { issuer, subject, email: typeof email === 'string' ? email : null, isEmailVerified };
  }

  /** Asked of the provider once; where it did not answer, again the next time. */
  private provider(): Promise<oidc.Configuration> {
    const { oidc: settings } = this.configuration;
    if (!settings) throw new Problem('not_found', { detail: 'This installation has no identity provider.' });
    this.discovered ??= discover(settings).catch((failure: unknown) => {
      this.discovered = null;
      throw failure;
    });
    return this.discovered;
  }
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const basic = oidc.ClientSecretBasic(clientSecret);
  const post = oidc.ClientSecretPost(clientSecret);
  // OpenID Connect Discovery §3: a provider that names no method takes the first
  const authenticate: oidc.ClientAuth = (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, client, body, headers);
  };
  // an address without TLS passes the configuration in a sandbox alone
  const execute = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(new URL(issuer), clientId, clientSecret, authenticate, { timeout, execute });
}

import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Caller, looksLikeApiKey } from '#identity';
import { Problem } from '#kernel';
import { RequestLimits } from '../limits/request-limits.js';
import { AccessTokenGuard } from '../identity/access-token.js';
import { type ApiRequest, type RouteAccess, routeAccessKey } from './access.js';
import { ApiKeyCallers } from '../identity/api-key-callers.js';
import { BrowserCallers } from '../identity/browser-callers.js';

/**
 * Every request passes here: who is it, has it asked too often, and does its route open to them. A public route asks
 * nobody; who cannot say who they are is counted by the address, as strangers are.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly accessTokens: AccessTokenGuard,
    private readonly apiKeys: ApiKeyCallers,
    private readonly browsers: BrowserCallers,
    private readonly limits: RequestLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(routeAccessKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no access`);
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (access.kind === 'public') {
      this.limits.count(context, request);
      return true;
    }
    await this.identify(request, context).finally(() => this.limits.count(context, request));
    if (access.kind === 'scope' && !access.scopes.some((scope) => request.caller!.scopes.has(scope))) {
      throw new Problem('forbidden', { detail: `This needs the scope ${access.scopes.join(' or ')}.` });
    }
    return true;
  }

  private async identify(request: ApiRequest, context: ExecutionContext): Promise<void> {
    const credential = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!credential) request.caller = await this.callerOfCookie(request);
    else if (looksLikeApiKey(credential)) request.caller = await this.apiKeys.callerOf(request, credential);
    else await this.accessTokens.canActivate(context);
  }

  /** What a program sends goes before what a browser adds by itself. */
  private callerOfCookie(request: ApiRequest): Promise<Caller> {
    const secret = this.browsers.secretOf(request);
    if (secret) return this.browsers.callerOf(request, secret);
    throw new Problem('unauthenticated', { detail: 'Sign in, or send Authorization: Bearer <token or API key>.' });
  }
}

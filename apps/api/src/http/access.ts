import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Caller, Scope } from '#identity';
import type { ProblemCode } from '#kernel';
import type { FastifyRequest } from 'fastify';

/** What a route asks of its caller. A route that declares nothing is refused at start, and by a test. */
export type RouteAccess = { kind: 'public' } | { kind: 'signed_in' } | { kind: 'scope'; scopes: readonly Scope[] };

export const routeAccessKey = 'tongshan:access';
/** Under this name the declaration reaches the OpenAPI document, which says it in its own words. */
export const routeAccessExtension = 'x-access';

/** Any one of these scopes opens the route. */
export const Needs = (...scopes: Scope[]) => declared({ kind: 'scope', scopes });
export const SignedIn = () => declared({ kind: 'signed_in' });
export const Public = () => declared({ kind: 'public' });

function declared(access: RouteAccess): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(routeAccessKey, access), ApiExtension(routeAccessExtension, access));
}

export interface ApiRequest extends FastifyRequest {
  caller?: Caller;
  /** The key that it was made with, also where that was refused. */
  apiKey?: { organizationId: string; apiKeyId: string };
  /** Our span in the caller's trace; given with the request's id when it arrives. */
  traceparent?: string;
  /** Where it was refused or failed, the code that the answer carries. */
  problemCode?: ProblemCode;
}

/** The authenticated caller of a route that is not public. */
export const CallerOf = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<ApiRequest>();
  if (!caller) throw new Error('a public route has no caller');
  return caller;
});

/** The request itself, which `Commands` needs for its idempotency key. */
export const Request = createParamDecorator((_data: unknown, context: ExecutionContext): ApiRequest =>
  context.switchToHttp().getRequest<ApiRequest>(),
);

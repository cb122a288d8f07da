import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { type RouteAccess, routeAccessKey } from './access.js';

export interface DeclaredRoute {
  method: string;
  /** As declared, e.g. `/v1/members/:id`. */
  path: string;
  /** Undefined where the route declares nothing. */
  access: RouteAccess | undefined;
  handler: string;
}

/** Every route of the application with what it asks of its caller. */
export function declaredRoutes(app: INestApplicationContext): DeclaredRoute[] {
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  const scanner = app.get(MetadataScanner, { strict: false });
  const reflector = app.get(Reflector);
  return controllers.flatMap(({ instance, metatype }) => {
    if (!instance || !metatype) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, Function>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name]!;
      const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const access = reflector.getAllAndOverride<RouteAccess | undefined>(routeAccessKey, [handler, metatype]);
      const own = { method: RequestMethod[method]!, access, handler: `${metatype.name}.${name}` };
      return pathsOf(metatype, handler).map((path) => ({ ...own, path }));
    });
  });
}

/** Refuses to start an application with a route that nobody has thought about. */
export function assertEveryRouteDeclaresAccess(app: INestApplicationContext): void {
  const silent = declaredRoutes(app).filter((route) => !route.access);
  if (silent.length === 0) return;
  const list = silent.map((route) => `  - ${route.method} ${route.path} (${route.handler})`).join('\n');
  throw new Error(`These routes declare no access (@Needs, @SignedIn or @Public):\n${list}`);
}

function pathsOf(controller: Function, handler: Function): string[] {
  const [bases, tails] = [controller, handler].map((target) =>
    [(Reflect.getMetadata('path', target) as string | string[] | undefined) ?? ''].flat(),
  ) as [string[], string[]];
  return bases.flatMap((base) => tails.map((tail) => `/${base}/${tail}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '')));
}

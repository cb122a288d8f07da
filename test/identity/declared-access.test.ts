import { Controller, Get } from '@nestjs/common';
import { assertEveryRouteDeclaresAccess, declaredRoutes } from '../../apps/api/src/http/declared-access.js';
import { identityApp } from './identity-app.js';

@Controller('v1/silent')
class SilentController {
  @Get('one')
  one() {
    return {};
  }
}

it('finds every route of identity with what it asks', async () => {
  const system = await identityApp();
  try {
    expect(() => assertEveryRouteDeclaresAccess(system.app)).not.toThrow();
    const routes = declaredRoutes(system.app).map(({ method, path, access }) => [method, path, access!.kind].join(' '));
    expect(routes).toHaveLength(45);
    expect(routes).toContain('POST /v1/auth/login public');
    expect(routes).toContain('POST /v1/api-keys/:id/roll scope');
    expect(routes).toContain('GET /v1/me signed_in');
  } finally {
    await system.end();
  }
});

it('refuses a route that declares nothing, at start and when asked', async () => {
  const system = await identityApp({ controllers: [SilentController] });
  try {
    expect(() => assertEveryRouteDeclaresAccess(system.app)).toThrow('GET /v1/silent/one (SilentController.one)');
    expect((await system.call('GET', '/v1/silent/one')).status).toBe(500);
  } finally {
    await system.end();
  }
});

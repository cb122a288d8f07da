import { organizationKinds, roles, scopesOf } from './scopes.js';

it.each(organizationKinds)('lets a viewer of a %s only read', (kind) => {
  expect(scopesOf(kind, 'viewer').filter((scope) => !scope.endsWith(':read'))).toEqual([]);
});

it.each(organizationKinds)('lets only the owner of a %s keep members and endpoints', (kind) => {
  for (const role of roles) {
    expect(scopesOf(kind, role).includes('members:manage')).toBe(role === 'owner');
    expect(scopesOf(kind, role).includes('webhooks:manage')).toBe(role === 'owner');
  }
});

it('shows operators no matters', () => {
  const matters = ['complaints:', 'notices:', 'escalations:'];
  expect(scopesOf('operator', 'owner').filter((s) => matters.some((m) => s.startsWith(m)))).toEqual([]);
});

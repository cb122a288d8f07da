import { type FieldError, Problem } from '#kernel';
import type { Scope } from './scopes.js';

/**
 * A key can do at most what its maker can, and never keeps members or mints keys itself.
 * @throws Problem `validation_failed` with a pointer to each scope that cannot be granted
 */
export function requireGrantable(asked: readonly Scope[], creatorScopes: ReadonlySet<Scope>): void {
  const errors = asked.flatMap((scope, index): FieldError[] => {
    const detail = whyNot(scope, creatorScopes);
    return detail ? [{ pointer: `#/scopes/${index}`, code: 'scope_not_grantable', detail }] : [];
  });
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
}

function whyNot(scope: Scope, creatorScopes: ReadonlySet<Scope>): string | null {
  if (scope === 'members:manage') return 'Members and keys are kept by signed-in persons, never by a key.';
  if (creatorScopes.has(scope)) return null;
  if (scope === 'bulk:write') return 'Only members of the green channel submit in bulk; this organization is not one.';
  return 'You do not have this scope yourself.';
}

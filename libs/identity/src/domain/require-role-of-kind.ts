import { Problem } from '#kernel';
import type { OrganizationKind, Role } from './scopes.js';

/**
 * Approvers confirm the measures of a regulator; other organizations have none.
 * @throws Problem `validation_failed`
 */
export function requireRoleOfKind(kind: OrganizationKind, role: Role): void {
  if (role !== 'approver' || kind === 'regulator') return;
  const detail = 'Only regulators have approvers. Use owner, handler or viewer.';
  throw new Problem('validation_failed', { errors: [{ pointer: '#/role', code: 'role_not_of_kind', detail }] });
}

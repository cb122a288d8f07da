/** What a credential may do, in the words that integrators see. */
export const scopes = [
  'complaints:write',
  'complaints:read',
  'notices:read',
  'notices:act',
  'bulk:write',
  'webhooks:manage',
  'escalations:read',
  'escalations:act',
  'reports:read',
  'directory:manage',
  'members:manage',
] as const;
export type Scope = (typeof scopes)[number];

export const organizationKinds = ['rights_holder', 'agent', 'platform', 'regulator', 'operator'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export const roles = ['owner', 'handler', 'viewer', 'approver'] as const;
export type Role = (typeof roles)[number];

const reads: Record<OrganizationKind, readonly Scope[]> = {
  rights_holder: ['complaints:read', 'notices:read'],
  agent: ['complaints:read', 'notices:read'],
  platform: ['notices:read'],
  regulator: ['notices:read', 'escalations:read', 'reports:read'],
  operator: ['reports:read'],
};

const acts: Record<OrganizationKind, readonly Scope[]> = {
  rights_holder: ['complaints:write'],
  agent: ['complaints:write'],
  platform: ['notices:act'],
  regulator: ['escalations:act'],
  operator: ['directory:manage'],
};

const ownerOnly: readonly Scope[] = ['members:manage', 'webhooks:manage'];

/** Roles to scopes: a viewer reads, a handler acts, an owner also keeps members, endpoints and keys. */
export function scopesOf(kind: OrganizationKind, role: Role): Scope[] {
  const granted = [...reads[kind]];
  if (role !== 'viewer') granted.push(...acts[kind]);
  if (role === 'owner') granted.push(...ownerOnly);
  return granted;
}

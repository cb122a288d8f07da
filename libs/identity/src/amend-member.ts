import type { Tx } from '#database';
import { Problem } from '#kernel';
import type { Caller } from './domain/caller.js';
import { requireRoleOfKind } from './domain/require-role-of-kind.js';
import type { Role } from './domain/scopes.js';
import { forgetTotp } from './end-totp.js';
import { endSessionsOfMember } from './sessions.js';

export interface MemberChange {
  name?: string;
  role?: Role;
  isDisabled?: boolean;
}

type Owner = Pick<Caller, 'organizationId' | 'organizationKind'>;

/**
 * Changes a member of the caller's organization. A disabled one is out at once, in every session.
 * @throws Problem `not_found`, `validation_failed`, `wrong_state` where no owner would be left
 */
export async function amendMember(
  tx: Tx,
  now: Date,
  caller: Owner,
  memberId: string,
  change: MemberChange,
): Promise<void> {
  if (change.role) requireRoleOfKind(caller.organizationKind, change.role);
  await lockMembers(tx, caller.organizationId, memberId);
  await tx.query(
    `update members set name = coalesce($2, name), role = coalesce($3, role),
       disabled_at = case when $4::boolean then coalesce(disabled_at, $5) when not $4::boolean then null else disabled_at end
     where id = $1`,
    [memberId, change.name ?? null, change.role ?? null, change.isDisabled ?? null, now],
  );
  await requireAnOwner(tx, caller.organizationId);
  if (change.isDisabled) await endSessionsOfMember(tx, memberId, 'member_disabled', new Date());
}

/**
 * Takes a member out of the caller's organization: the address is erased and free again, the name stays on what was
 * done. Keys that the member made belong to the organization and live on.
 * @throws Problem `not_found`, `wrong_state` where no owner would be left
 */
export async function removeMember(tx: Tx, now: Date, caller: Owner, memberId: string): Promise<void> {
  await lockMembers(tx, caller.organizationId, memberId);
  await tx.query(
    `update members set removed_at = $2, disabled_at = coalesce(disabled_at, $2), password_hash = null,
       email = 'removed+' || id || '@invalid', oidc_issuer = null, oidc_subject = null
     where id = $1`,
    [memberId, now],
  );
  await requireAnOwner(tx, caller.organizationId);
  await forgetTotp(tx, memberId);
  await endSessionsOfMember(tx, memberId, 'member_disabled', new Date());
}

/** The organization's row orders such changes: two owners who remove each other cannot both succeed. */
async function lockMembers(tx: Tx, organizationId: string, memberId: string): Promise<void> {
  await tx.query('select 1 from organizations where id = $1 for no key update', [organizationId]);
  const [member] = await tx.query<unknown[]>(
    'select 1 from members where id = $1 and organization_id = $2 and removed_at is null',
    [memberId, organizationId],
  );
  if (!member) throw new Problem('not_found');
}

async function requireAnOwner(tx: Tx, organizationId: string): Promise<void> {
  const [owner] = await tx.query<unknown[]>(
    `select 1 from members where organization_id = $1 and role = 'owner' and disabled_at is null limit 1`,
    [organizationId],
  );
  if (!owner) {
    throw new Problem('wrong_state', { detail: 'An organization keeps at least one owner. Make another one first.' });
  }
}

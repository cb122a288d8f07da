import type { Tx } from '#database';
import { createMember } from './create-member.js';
import type { Caller } from './domain/caller.js';
import type { IdentityLetter, Locale } from './domain/letter.js';
import { requireRoleOfKind } from './domain/require-role-of-kind.js';
import type { Role } from './domain/scopes.js';
import { letterWithToken } from './mail-tokens.js';

/**
 * A new member of the caller's organization, who sets a password by the letter.
 * @throws Problem `already_exists`, `validation_failed`
 */
export async function inviteMember(
  tx: Tx,
  now: Date,
  caller: Pick<Caller, 'organizationId' | 'organizationKind'>,
  input: { email: string; name: string; role: Role; locale: Locale },
): Promise<{ id: string; letter: IdentityLetter }> {
  requireRoleOfKind(caller.organizationKind, input.role);
  const id = await createMember(tx, now, {
    ...input,
    organizationId: caller.organizationId,
    isEmailConfirmed: false,
  });
  return { id, letter: await letterWithToken(tx, id, 'set_password') };
}

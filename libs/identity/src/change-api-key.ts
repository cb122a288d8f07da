import type { Tx } from '#database';
import { addMilliseconds, Problem } from '#kernel';
import type { KeyMode } from './domain/api-key-text.js';
import { requireGrantable } from './domain/key-scopes.js';
import type { Scope } from './domain/scopes.js';
import { insertApiKey } from './mint-api-key.js';

interface RollInput {
  organizationId: string;
  memberId: string;
  memberScopes: ReadonlySet<Scope>;
  apiKeyId: string;
  overlapHours: number;
}

/**
 * A successor with the same rights; the old key works for the overlap, and never longer than it would have. A key that
 * was to expire passes on the length of its life, counted from now.
 * @throws Problem `not_found`, `wrong_state` where the key has ended or was rolled before
 */
export async function rollApiKey(tx: Tx, input: RollInput): Promise<{ id: string; key: string }> {
  const now = new Date();
  const [old] = await tx.query<
    Array<{
      name: string;
      scopes: Scope[];
      mode: KeyMode;
      allowed_cidrs: string[];
      created_at: Date;
      expires_at: Date | null;
      revoked_at: Date | null;
      replaced_by: string | null;
    }>
  >('select * from api_keys where id = $1 and organization_id = $2 for update', [input.apiKeyId, input.organizationId]);
  if (!old) throw new Problem('not_found');
  if (old.replaced_by) {
    throw new Problem('wrong_state', {
      detail: 'This key was rolled before. Roll its successor.',
      extra: { successorId: old.replaced_by },
    });
  }
  if (old.revoked_at || (old.expires_at && old.expires_at <= now)) {
    throw new Problem('wrong_state', { detail: 'This key has ended. Make a new one.' });
  }
  requireGrantable(old.scopes, input.memberScopes);
  const life = old.expires_at ? old.expires_at.getTime() - old.created_at.getTime() : null;
  const successor = await insertApiKey(tx, {
    organizationId: input.organizationId,
    createdBy: input.memberId,
    name: old.name,
    scopes: old.scopes,
    mode: old.mode,
    allowedCidrs: old.allowed_cidrs,
    expiresAt: life === null ? null : addMilliseconds(now, life),
    createdAt: now,
  });
  await tx.query(`update api_keys set replaced_by = $2, expires_at = least(expires_at, $3) where id = $1`, [
    input.apiKeyId,
    successor.id,
    addMilliseconds(now, input.overlapHours * 3_600_000),
  ]);
  return successor;
}

/**
 * Ends a key at once; ending an ended one changes nothing.
 * @throws Problem `not_found`
 */
export async function revokeApiKey(tx: Tx, organizationId: string, apiKeyId: string): Promise<void> {
  const [rows] = await tx.query<[unknown[], number]>(
    `update api_keys set revoked_at = coalesce(revoked_at, $3) where id = $1 and organization_id = $2 returning id`,
    [apiKeyId, organizationId, new Date()],
  );
  if (rows.length === 0) throw new Problem('not_found');
}

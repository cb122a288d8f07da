import type { Tx } from '#database';
import { type FieldError, newId, Problem, unique } from '#kernel';
import { normaliseNetwork } from './domain/addresses.js';
import { type KeyMode, newApiKey, shownPrefix } from './domain/api-key-text.js';
import { requireGrantable } from './domain/key-scopes.js';
import type { Scope } from './domain/scopes.js';
import { hashOfSecret } from './domain/secrets.js';

export interface NewApiKey {
  organizationId: string;
  /** The member who mints it. */
  createdBy: string;
  name: string;
  scopes: readonly Scope[];
  mode: KeyMode;
  expiresAt?: Date | null;
  /** Networks or single addresses; none allows every address. */
  allowedCidrs?: readonly string[];
  creatorScopes: ReadonlySet<Scope>;
}

/**
 * Makes an API key. `key` is shown to its maker now and never again: the database keeps its hash.
 * @throws Problem `validation_failed` with pointers: scopes beyond the maker's, no network, an expiry that has passed
 */
export async function mintApiKey(tx: Tx, input: NewApiKey): Promise<{ id: string; key: string }> {
  requireGrantable(input.scopes, input.creatorScopes);
  const now = new Date();
  if (input.expiresAt && !(input.expiresAt > now)) {
    const detail = 'Give an instant in the future, or leave it out.';
    throw new Problem('validation_failed', { errors: [{ pointer: '#/expiresAt', code: 'in_the_past', detail }] });
  }
  return insertApiKey(tx, {
    ...input,
    scopes: unique(input.scopes),
    allowedCidrs: normaliseNetworks(input.allowedCidrs ?? []),
    expiresAt: input.expiresAt ?? null,
    createdAt: now,
  });
}

interface ApiKeyRow {
  organizationId: string;
  createdBy: string;
  name: string;
  scopes: readonly Scope[];
  mode: KeyMode;
  allowedCidrs: readonly string[];
  expiresAt: Date | null;
  createdAt: Date;
}

export async function insertApiKey(tx: Tx, row: ApiKeyRow): Promise<{ id: string; key: string }> {
  const id = newId();
  const key = newApiKey(row.mode);
  await tx.query(
    `insert into api_keys (id, organization_id, created_by, name, prefix, key_hash, mode, scopes, allowed_cidrs,
                           expires_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      row.organizationId,
      row.createdBy,
      row.name,
      shownPrefix(key),
      hashOfSecret(key),
      row.mode,
      row.scopes,
      row.allowedCidrs,
      row.expiresAt,
      row.createdAt,
    ],
  );
  return { id, key };
}

function normaliseNetworks(texts: readonly string[]): string[] {
  const errors: FieldError[] = [];
  const networks = texts.map((text, index) => {
    const network = normaliseNetwork(text);
    if (network === null) {
      const detail = 'Not a network: write e.g. 203.0.113.0/24, 203.0.113.7 or 2001:db8::/32.';
      errors.push({ pointer: `#/allowedCidrs/${index}`, code: 'bad_network', detail });
    }
    return network;
  });
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
  return unique(networks.filter((network) => network !== null));
}

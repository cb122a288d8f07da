import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { domainNow, type Tx } from '#database';
import { canonicalJson, instant, seal, unseal } from '#kernel';
import type { DataSource } from 'typeorm';
import type { PublishedKey } from './domain/check-receipt.js';

export interface SigningKey {
  id: string;
  privateKey: KeyObject;
  validFrom: Date;
}

/** The key that signs now; it cannot end before this transaction has. Made the first time it is needed, once. */
export async function currentSigningKey(tx: Tx, now: Date, sealingKey: Buffer): Promise<SigningKey> {
  await lockKeys(tx);
  const [current] = await tx.query<SealedKey[]>(
    'select id, private_key_sealed as sealed, valid_from as "validFrom" from signing_keys where valid_until is null',
  );
  const { id, sealed, validFrom } = current ?? (await makeKey(tx, now, sealingKey));
  return { id, privateKey: createPrivateKey(unseal(sealingKey, id, sealed)), validFrom };
}

/** Ends the current key and makes the next. What the old one signed stays valid: it is published with its end. */
export async function rotateSigningKey(tx: Tx, sealingKey: Buffer): Promise<string> {
  await lockKeys(tx);
  const now = await domainNow(tx); // under the lock: later than all that the old key has signed
  await tx.query('update signing_keys set valid_until = $1 where valid_until is null', [now]);
  return (await makeKey(tx, now, sealingKey)).id;
}

/** Every key that ever signed here, newest first. */
export async function publishedKeys(db: Tx | DataSource): Promise<PublishedKey[]> {
  const rows = await db.query<Array<{ id: string; x: string; validFrom: Date; validUntil: Date | null }>>(
    `select id, public_key as x, valid_from as "validFrom", valid_until as "validUntil"
     from signing_keys order by valid_from desc, id`,
  );
  return rows.map(({ id, x, validFrom, validUntil }) => ({
    kty: 'OKP',
    crv: 'Ed25519',
    x,
    kid: id,
    alg: 'EdDSA',
    use: 'sig',
    pem: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString(),
    validFrom: instant(validFrom),
    validUntil: instant(validUntil),
  }));
}

interface SealedKey {
  id: string;
  sealed: string;
  validFrom: Date;
}

async function lockKeys(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('signing keys', 0))`);
}

async function makeKey(tx: Tx, now: Date, sealingKey: Buffer): Promise<SealedKey> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' }) as { x: string };
  const id = createHash('sha256')
    .update(canonicalJson({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
  const sealed = seal(sealingKey, id, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  await tx.query('insert into signing_keys (id, public_key, private_key_sealed, valid_from) values ($1, $2, $3, $4)', [
    id,
    x,
    sealed,
    now,
  ]);
  return { id, sealed, validFrom: now };
}

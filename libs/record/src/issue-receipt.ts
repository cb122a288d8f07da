import { sign } from 'node:crypto';
import type { Tx } from '#database';
import { canonicalJson, instant, newId, sha256Hex } from '#kernel';
import { currentSigningKey } from './signing-keys.js';

/** What was received, of one subject. Only what can never change and names nobody: ids, numbers, instants, hashes. */
export interface ReceiptStatement {
  kind: 'complaint';
  subjectId: string;
  says: Record<string, unknown>;
}

export interface SignedReceipt {
  receipt: Record<string, unknown>;
  /** Over the canonical text of the receipt (RFC 8785), hexadecimal. */
  sha256: string;
  /** Ed25519 over the same text, base64. */
  signature: string;
  keyId: string;
  algorithm: 'Ed25519';
}

interface StoredReceipt {
  receipt: string;
  signature: string;
  keyId: string;
}

/** The receipt for a subject: signed when first asked for, and from then on the same bytes each time. */
export async function issueReceipt(
  tx: Tx,
  now: Date,
  statement: ReceiptStatement,
  sealingKey: Buffer,
): Promise<SignedReceipt> {
  const stored = (await find(tx, statement)) ?? (await write(tx, now, statement, sealingKey));
  const { receipt: text, signature, keyId } = stored;
  return {
    receipt: JSON.parse(text) as Record<string, unknown>,
    sha256: sha256Hex(text),
    signature,
    keyId,
    algorithm: 'Ed25519',
  };
}

async function find(tx: Tx, { kind, subjectId }: ReceiptStatement): Promise<StoredReceipt | undefined> {
  const [row] = await tx.query<StoredReceipt[]>(
    'select receipt, signature, key_id as "keyId" from receipts where kind = $1 and subject_id = $2',
    [kind, subjectId],
  );
  return row;
}

async function write(tx: Tx, now: Date, statement: ReceiptStatement, sealingKey: Buffer): Promise<StoredReceipt> {
  // of two that ask first at once, the second gets what the first has signed
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [statement.subjectId]);
  const earlier = await find(tx, statement);
  if (earlier) return earlier;
  const { kind, subjectId, says } = statement;
  const { id: keyId, privateKey, validFrom } = await currentSigningKey(tx, now, sealingKey);
  const issuedAt = now < validFrom ? validFrom : now; // made by another while we waited
  const receipt = canonicalJson({ version: 1, kind, ...says, issuedAt: instant(issuedAt) });
  const signature = sign(null, Buffer.from(receipt, 'utf8'), privateKey).toString('base64');
  await tx.query(
    `insert into receipts (id, kind, subject_id, receipt, signature, key_id, issued_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), kind, subjectId, receipt, signature, keyId, issuedAt],
  );
  return { receipt, signature, keyId };
}

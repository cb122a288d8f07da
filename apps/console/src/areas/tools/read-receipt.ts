import type { Schemas } from '../../api/client.js';

/** A pasted receipt, or what is wrong with it before anybody is asked. */
export function readReceipt(text: string): Schemas['ReceiptVerificationRequest'] | 'notJson' | 'notReceipt' {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return 'notJson';
  }
  if (typeof read !== 'object' || read === null) return 'notReceipt';
  const { receipt, signature, keyId, sha256, algorithm, content } = read as Schemas['ReceiptVerificationRequest'];
  if (typeof receipt !== 'object' || typeof signature !== 'string' || typeof keyId !== 'string') return 'notReceipt';
  return {
    receipt,
    signature,
    keyId,
    ...(sha256 && { sha256 }),
    ...(algorithm && { algorithm }),
    ...(content && { content }),
  };
}

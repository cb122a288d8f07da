import { ReceiptEntity, RecordBlockEntity, RecordHeadEntity, SigningKeyEntity } from './record.entity.js';

export {
  checkReceipt,
  type PublishedKey,
  type ReceiptFault,
  receiptFaults,
  type ReceiptToCheck,
} from './domain/check-receipt.js';
export { checkToken, type ProvenTimestamp, type TrustedCertificates } from './domain/check-token.js';
export { headHash, type HeadStatement } from './domain/head.js';
export { leafHash, verifyInclusion } from './domain/merkle-tree.js';
export { describeFault, type RecordFault } from './domain/record-fault.js';
export { type Head, type InclusionProof, lastHeadAt, listHeads, proveInclusion } from './heads.queries.js';
export { readCertificates, timestampAuthorityOf } from './http-authority.js';
export { issueReceipt, type ReceiptStatement, type SignedReceipt } from './issue-receipt.js';
export { makeHead } from './make-head.js';
export { publishedKeys, rotateSigningKey } from './signing-keys.js';
export { stampHeads } from './stamp-heads.js';
export { type Timestamp, type TimestampAuthority, timestampDigest } from './timestamp-digest.js';
export { type VerifiedRecord, verifyRecord } from './verify-record.js';

export const recordEntities = [RecordHeadEntity, RecordBlockEntity, SigningKeyEntity, ReceiptEntity];

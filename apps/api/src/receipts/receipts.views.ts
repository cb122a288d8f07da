import { type ReceivedComplaint } from '#intake';
import { canonicalJson, instant, sha256Hex } from '#kernel';
import {
  type PublishedKey,
  type ReceiptFault,
  receiptFaults,
  type ReceiptStatement,
  type SignedReceipt,
} from '#record';
import { Shown } from '../http/shown.js';

class ReceivedTargetView {
  @Shown('whole') index: number;
  @Shown('text', { description: 'SHA-256 of the pasted text (UTF-8).' }) rawSha256: string;
}

class ReceiptBodyView {
  @Shown('whole') version: number;
  @Shown(['complaint']) kind: string;
  @Shown('text', { description: 'The address of the installation.' }) installation: string;
  @Shown('uuid') complaintId: string;
  @Shown('text') complaintNumber: string;
  @Shown('instant') receivedAt: string;
  @Shown(['filed', 'deficient'], { description: 'What the complaint was when it was received.' })
  stateOnReceipt: string;
  @Shown('text', { description: 'SHA-256 of the canonical text (RFC 8785) of `content`.' }) contentSha256: string;
  @Shown(() => ReceivedTargetView, { list: true }) targets: ReceivedTargetView[];
  @Shown('uuid', { description: 'The event that recorded it; GET /v1/record/proofs/{eventId}.' }) eventId: string;
  @Shown('text') eventHash: string;
  @Shown('instant') issuedAt: string;
}

export class ReceiptView {
  @Shown(() => ReceiptBodyView) receipt: object;
  @Shown('text', { description: 'SHA-256 of the canonical text of the receipt.' }) sha256: string;
  @Shown('text', { description: 'Over the same text, base64.' }) signature: string;
  @Shown('text') keyId: string;
  @Shown(['Ed25519']) algorithm: string;
  @Shown('object', {
    nullable: true,
    description: 'What was filed. Null once it was supplemented; keep your own copy.',
  })
  content: object | null;
}

/** Nothing that can change later, and of persons and contents digests only, so that it can be shown to anyone. */
export function statementOf(received: ReceivedComplaint, installation: string): ReceiptStatement {
  const { complaintId, complaintNumber, receivedAt, stateOnReceipt, contentSha256, targets } = received;
  const { eventId, eventHash } = received;
  return {
    kind: 'complaint',
    subjectId: complaintId,
    says: {
      installation,
      complaintId,
      complaintNumber,
      receivedAt: instant(receivedAt),
      stateOnReceipt,
      contentSha256,
      targets,
      eventId,
      eventHash,
    },
  };
}

export function receiptView(signed: SignedReceipt, { content, contentSha256 }: ReceivedComplaint): ReceiptView {
  return { ...signed, content: sha256Hex(canonicalJson(content)) === contentSha256 ? content : null };
}

export class ReceiptVerdictView {
  @Shown('flag') valid: boolean;
  @Shown(Object.keys(receiptFaults), { optional: true, description: 'What is wrong.' }) reason?: string;
  @Shown('text', { optional: true, description: 'The same as a sentence.' }) detail?: string;
}

export function verdictView(fault: ReceiptFault | null): ReceiptVerdictView {
  return fault === null ? { valid: true } : { valid: false, reason: fault, detail: receiptFaults[fault] };
}

class PublishedKeyView implements PublishedKey {
  @Shown(['OKP']) kty: 'OKP';
  @Shown(['Ed25519']) crv: 'Ed25519';
  @Shown('text') x: string;
  @Shown('text', { description: 'Thumbprint of the key (RFC 7638).' }) kid: string;
  @Shown(['EdDSA']) alg: 'EdDSA';
  @Shown(['sig']) use: 'sig';
  @Shown('text', { description: 'The same key for openssl.' }) pem: string;
  @Shown('instant') validFrom: string;
  @Shown('instant', { nullable: true, description: 'Null while it signs.' }) validUntil: string | null;
}

export class PublishedKeysView {
  @Shown(() => PublishedKeyView, { list: true }) keys: PublishedKey[];
}

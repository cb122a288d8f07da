import { createHash, type KeyObject, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import type { Sequence } from 'asn1js';
import { type Attribute, Certificate, ContentInfo, SignedData, type SignerInfo, TSTInfo } from 'pkijs';

/** What a token proves: that the digest existed at that moment, on the word of this authority. */
export interface ProvenTimestamp {
  authority: string;
  stampedAt: Date;
  policy: string;
  nonce: string | null;
}

/** A token or an answer that proves nothing, and why. */
export class TimestampFault extends Error {}

/** The PEM certificates of whom we believe; null: the token is held against itself only. */
export type TrustedCertificates = readonly X509Certificate[] | null;

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ed25519: '1.3.101.112',
  pss: '1.2.840.113549.1.1.10',
} as const;

const digestNames: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Checks a token (RFC 3161 §2.4.2, DER) over a SHA-256 digest in hexadecimal. Throws `TimestampFault`. */
export function checkToken(token: Uint8Array, digest: string, trusted: TrustedCertificates): ProvenTimestamp {
  try {
    return prove(token, digest, trusted);
  } catch (cause) {
    if (cause instanceof TimestampFault) throw cause;
    throw new TimestampFault('Something inside the token cannot be read.', { cause });
  }
}

function prove(token: Uint8Array, digest: string, trusted: TrustedCertificates): ProvenTimestamp {
  const { signed, content, info } = readToken(token);
  const imprint = info.messageImprint;
  if (
    digestNames[imprint.hashAlgorithm.algorithmId] !== 'sha256' ||
    hex(imprint.hashedMessage.valueBlock.valueHexView) !== digest
  )
    throw new TimestampFault('The token is about another digest.');
  const [signer, ...others] = signed.signerInfos;
  if (!signer || others.length > 0) throw new TimestampFault('The token has not exactly one signer.');
  const certificates = certificatesOf(signed);
  const own = certificates.find((certificate) => isOf(signer, certificate.parsed))?.x509;
  const certificate = own ?? trusted?.find((one) => isOf(signer, Certificate.fromBER(one.raw)));
  if (!certificate) throw new TimestampFault('The certificate of the signer is neither in the token nor known here.');
  checkSignature(signer, content, certificate);
  if (!certificate.keyUsage?.includes(oid.timeStamping))
    throw new TimestampFault('The certificate of the signer is not for timestamps.');
  if (info.genTime < new Date(certificate.validFrom) || info.genTime > new Date(certificate.validTo))
    throw new TimestampFault('The certificate of the signer was not valid at that time.');
  if (
    trusted &&
    !leadsTo(
      trusted,
      certificate,
      certificates.map(({ x509 }) => x509),
      info.genTime,
    )
  )
    throw new TimestampFault('The certificate of the signer does not lead to a configured one.');
  return {
    authority: certificate.subject.replaceAll('\n', ', '),
    stampedAt: info.genTime,
    policy: info.policy,
    nonce: info.nonce ? hex(info.nonce.valueBlock.valueHexView) : null,
  };
}

function readToken(token: Uint8Array): { signed: SignedData; content: Buffer; info: TSTInfo } {
  try {
    const outer = ContentInfo.fromBER(Buffer.from(token));
    if (outer.contentType !== oid.signedData) throw new Error(outer.contentType);
    const signed = new SignedData({ schema: outer.content });
    if (signed.encapContentInfo.eContentType !== oid.tstInfo) throw new Error(signed.encapContentInfo.eContentType);
    const content = Buffer.from(signed.encapContentInfo.eContent!.getValue());
    return { signed, content, info: TSTInfo.fromBER(content) };
  } catch (cause) {
    throw new TimestampFault('This is no timestamp token.', { cause });
  }
}

function certificatesOf(signed: SignedData): Array<{ parsed: Certificate; x509: X509Certificate }> {
  return (signed.certificates ?? []).flatMap((parsed) =>
    parsed instanceof Certificate
      ? [{ parsed, x509: new X509Certificate(Buffer.from(parsed.toSchema(false).toBER(false))) }]
      : [],
  );
}

function isOf({ sid }: SignerInfo, { issuer, serialNumber }: Certificate): boolean {
  return Boolean(sid.issuer?.isEqual(issuer) && sid.serialNumber?.isEqual(serialNumber));
}

/** RFC 5652 §5.4: the signature is over the attributes, and they hold the digest of the content. */
function checkSignature(signer: SignerInfo, content: Buffer, certificate: X509Certificate): void {
  const digestName = digestNames[signer.digestAlgorithm.algorithmId];
  if (!digestName || digestName === 'sha1')
    throw new TimestampFault('The token is signed with a digest not known here.');
  const attribute = (type: string) => signer.signedAttrs?.attributes.find((one) => one.type === type);
  const digest = attribute(oid.messageDigest)?.values[0]?.valueBlock.valueHexView;
  const isWhole =
    attribute(oid.contentType)?.values[0]?.valueBlock.toString() === oid.tstInfo &&
    digest !== undefined &&
    isSame(Buffer.from(digest), createHash(digestName).update(content).digest()) &&
    namesCertificate(attribute(oid.signingCertificateV2) ?? attribute(oid.signingCertificate), certificate);
  const signature = Buffer.from(signer.signature.valueBlock.valueHexView);
  const signedText = Buffer.from(signer.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  if (!isWhole || !isSignedBy(signer, digestName, signedText, certificate.publicKey, signature))
    throw new TimestampFault('The signature of the token does not hold.');
}

/** RFC 5035: the signed attributes name the certificate by its hash, so that no other can be put in its place. */
function namesCertificate(attribute: Attribute | undefined, certificate: X509Certificate): boolean {
  const parts = (value: Sequence | undefined) => (value?.valueBlock?.value ?? []) as Sequence[];
  const [first, second] = parts(parts(parts(attribute?.values[0])[0])[0]);
  const isNamed = first !== undefined && parts(first).length > 0;
  const byDefault = attribute?.type === oid.signingCertificate ? 'sha1' : 'sha256';
  const digestName = isNamed ? digestNames[parts(first)[0]!.valueBlock.toString()] : byDefault;
  const hash = (isNamed ? second : first)?.valueBlock as unknown as { valueHexView?: Uint8Array } | undefined;
  if (!digestName || !hash?.valueHexView) return false;
  return isSame(Buffer.from(hash.valueHexView), createHash(digestName).update(certificate.raw).digest());
}

function isSignedBy(signer: SignerInfo, digestName: string, text: Buffer, key: KeyObject, signature: Buffer): boolean {
  const algorithm = signer.signatureAlgorithm.algorithmId;
  try {
    if (algorithm === oid.ed25519) return verify(null, text, key, signature);
    return verify(digestName, text, algorithm === oid.pss ? { key, padding: 6, saltLength: -2 } : key, signature);
  } catch (cause) {
    throw new TimestampFault('The token is signed in a way that is not known here.', { cause });
  }
}

function leadsTo(
  trusted: readonly X509Certificate[],
  certificate: X509Certificate,
  between: readonly X509Certificate[],
  at: Date,
  steps = 5,
): boolean {
  if (trusted.some((one) => one.fingerprint256 === certificate.fingerprint256)) return true;
  if (steps === 0) return false;
  return [...trusted, ...between].some(
    (issuer) =>
      issuer.ca &&
      issuer.fingerprint256 !== certificate.fingerprint256 &&
      at >= new Date(issuer.validFrom) &&
      at <= new Date(issuer.validTo) &&
      certificate.checkIssued(issuer) &&
      certificate.verify(issuer.publicKey) &&
      leadsTo(trusted, issuer, between, at, steps - 1),
  );
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

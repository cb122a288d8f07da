import { randomBytes } from 'node:crypto';
import { fromBER, Integer, OctetString, Sequence } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs';
import { checkToken, TimestampFault, type TrustedCertificates } from './domain/check-token.js';

/** Who stamps: takes a query and gives a reply (RFC 3161, DER both), however the two travel. */
export interface TimestampAuthority {
  ask(query: Buffer): Promise<Buffer>;
  /** The policy asked for, an object identifier; null leaves it to the authority. */
  policy: string | null;
  trusted: TrustedCertificates;
}

export interface Timestamp {
  /** TimeStampToken, DER. */
  token: Buffer;
  /** Subject of the certificate that signed it. */
  authority: string;
  stampedAt: Date;
}

const sha256Oid = '2.16.840.1.101.3.4.2.1';
const granted: readonly number[] = [0, 1];

/**
 * Has a SHA-256 digest (hexadecimal) stamped and checks what comes back: granted, this digest, this question (nonce),
 * signature, and the configured certificates. Goes over the network: never inside a transaction. Throws
 * `TimestampFault` for an answer that proves nothing, and whatever the way there throws.
 */
export async function timestampDigest(authority: TimestampAuthority, sha256: string): Promise<Timestamp> {
  const nonce = newNonce();
  const query = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Oid }),
      hashedMessage: new OctetString({ valueHex: Buffer.from(sha256, 'hex') }),
    }),
    nonce: new Integer({ valueHex: nonce }),
    certReq: true,
    ...(authority.policy && { reqPolicy: authority.policy }),
  });
  const token = tokenOf(await authority.ask(Buffer.from(query.toSchema().toBER())));
  const proven = checkToken(token, sha256, authority.trusted);
  if (proven.nonce !== nonce.toString('hex')) throw new TimestampFault('The token answers another question.');
  if (authority.policy && proven.policy !== authority.policy)
    throw new TimestampFault(`The token is under policy ${proven.policy}, not ${authority.policy}.`);
  return { token, authority: proven.authority, stampedAt: proven.stampedAt };
}

/** A positive integer of the shortest form, so that it comes back as the same bytes. */
function newNonce(): Buffer {
  const nonce = randomBytes(16);
  nonce[0] = (nonce[0]! & 0x3f) | 0x40;
  return nonce;
}

/** The token as the authority encoded it, byte for byte. */
function tokenOf(reply: Buffer): Buffer {
  const { status } = readReply(reply).status;
  if (!granted.includes(status)) throw new TimestampFault(`The authority refused: status ${status}.`);
  const outer = fromBER(reply).result;
  const token = outer instanceof Sequence ? outer.valueBlock.value[1] : undefined;
  if (!token) throw new TimestampFault('The reply holds no token.');
  return Buffer.from(token.valueBeforeDecodeView);
}

function readReply(reply: Buffer): TimeStampResp {
  try {
    return TimeStampResp.fromBER(new Uint8Array(reply));
  } catch (cause) {
    throw new TimestampFault('The answer is no timestamp reply.', { cause });
  }
}

import { Resolver } from 'node:dns/promises';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { getDomain } from 'tldts';
import type { Authenticity } from './domain/words.js';

/** The TXT records of a name, each in its pieces; rejects with `ENOTFOUND` where there are none. */
export type ResolveTxt = (name: string) => Promise<string[][]>;

/** The resolver of the machine. */
export function systemResolver(): ResolveTxt {
  const resolver = new Resolver({ timeout: 5_000, tries: 2 });
  return (name) => resolver.resolveTxt(name);
}

/** What the library tells of a signature, beside what its own types say. */
interface Signature {
  signingDomain?: string;
  algo?: string;
  status: { result: string };
  signingHeaders?: { keys: string };
  /** Only a beginning of the body is signed (`l=`): anybody could have written on. */
  canonBodyLengthLimited?: boolean;
  signatureTimeValid?: boolean;
}

/** Each asks the domain name system for a key. */
const mostSignatures = 10;
const trusted = ['rsa-sha256', 'ed25519-sha256'];

/**
 * Whether the domain of the sender itself signed this message (DKIM, RFC 6376, aligned as in RFC 7489 section 3.1.1):
 * the `From` line and the whole body, by a key that stands in the domain name system now. Asks the network.
 */
export async function verifySender(raw: Buffer, sender: string | null, resolveTxt: ResolveTxt): Promise<Authenticity> {
  const head = raw.toString('latin1').split(/\r?\n\r?\n/, 1)[0]!;
  const signatures = head.match(/^dkim-signature[ \t]*:/gim)?.length ?? 0;
  if (signatures === 0) return 'none';
  if (sender === null || signatures > mostSignatures) return 'fail';
  const { results } = await dkimVerify(raw, {
    resolver: resolveTxt, // asked for TXT records alone
  });
  const aligned = (results as Signature[]).filter(({ signingDomain }) => isAligned(signingDomain, sender));
  const isPassed = aligned.some(
    (one) =>
      one.status.result === 'pass' &&
      trusted.includes(one.algo?.toLowerCase() ?? '') &&
      one.signatureTimeValid !== false &&
      !one.canonBodyLengthLimited &&
      covers(one.signingHeaders?.keys ?? '', 'from'),
  );
  if (isPassed) return 'pass';
  return aligned.some(({ status }) => status.result === 'temperror') ? 'unknown' : 'fail';
}

/** Whether two addresses are of one house: the same registrable domain. */
export function isSameHouse(one: string, other: string): boolean {
  const [first, second] = [one, other].map((address) => houseOf(address.slice(address.lastIndexOf('@') + 1)));
  return first !== null && first === second;
}

function isAligned(signingDomain: string | undefined, sender: string): boolean {
  return signingDomain !== undefined && isSameHouse(`@${signingDomain}`, sender);
}

/** `From: To: Subject`, as the library tells which lines of the header are covered. */
function covers(keys: string, name: string): boolean {
  return keys
    .toLowerCase()
    .split(/[:\s]+/)
    .includes(name);
}

function houseOf(domain: string): string | null {
  return getDomain(domain, { allowPrivateDomains: true });
}

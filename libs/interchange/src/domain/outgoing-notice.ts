import { sha256Hex } from '#kernel';

/** A notice as its reader may see it (already masked), in the terms of what other systems are told. */
export interface OutgoingNotice {
  number: string;
  /** The address of the notice here. */
  url: string;
  receivedAt: Date;
  servedAt: Date | null;
  acknowledgedAt: Date | null;
  isClosed: boolean;
  regime: string;
  complainant: OutgoingParty;
  /** The rights holder for whom an agent filed; null where the complainant is it. */
  principal: OutgoingParty | null;
  platform: { name: string; email: string | null; host: string | null; serviceType: string };
  works: ReadonlyArray<{ ref: string; title: string; category: string; originalUrls?: readonly string[] }>;
  evidence: ReadonlyArray<{ kind: string; text?: string | null | undefined; url?: string | null | undefined }>;
  items: readonly OutgoingItem[];
  /** The installation that sends it. */
  sender: { name: string; email: string };
}

export interface OutgoingParty {
  name: string;
  contact?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  address?: string | null | undefined;
}

export interface OutgoingItem {
  id: string;
  state: string;
  disposition: string | null;
  reasonCode: string | null;
  decidedAt: Date | null;
  /** As it was pasted. */
  raw: string;
  url: string | null;
  host: string | null;
  contentType: string | null;
  contentId: string | null;
  handle: string | null;
  description: string | null;
  workRef: string;
}

/** The address of an item as a URI, or, where it has none, a URI that names the item. */
export function uriOf({ id, url }: Pick<OutgoingItem, 'id' | 'url'>): string {
  return strictUri(url) ?? `urn:uuid:${id}`;
}

/**
 * An address as RFC 3986 has it: browsers take more than that (a second `#`, brackets, bare percent signs). Without a
 * name and password before the host. Null where it is no address.
 */
export function strictUri(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { protocol, host, pathname, search, hash } = new URL(address);
  const fragment = hash && `#${escaped(hash.slice(1))}`;
  return `${protocol}${host && `//${host}`}${escaped(pathname + search)}${fragment}`;
}

function escaped(part: string): string {
  return part.replace(/%(?![\da-f]{2})/gi, '%25').replace(/[^\w.~:/?@!$&'()*+,;=%-]/g, encodeURIComponent);
}

/** An instant to the second, in UTC. */
export function secondsOf(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** An e-mail address that the schemas of others take; null where it is none. */
export function mailbox(email: string | null | undefined): string | null {
  return email && /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(email) ? email : null;
}

export function textEvidence(description: string, text: string) {
  return {
    content_type: 'text/plain',
    description,
    payload: Buffer.from(text, 'utf8').toString('base64'),
    hash: `sha256:${sha256Hex(text)}`,
    size: Buffer.byteLength(text, 'utf8'),
  };
}

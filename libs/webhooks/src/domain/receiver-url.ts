import { isIP } from 'node:net';
import { type FieldError, Problem } from '#kernel';
import { reachOf } from './public-address.js';

/** What receivers are allowed here. Loopback and plain http are for a sandbox alone; our own ports are for nobody. */
export interface ReceiverPolicy {
  allowLoopback: boolean;
  /** Ports on this machine that belong to the installation itself: API, PostgreSQL. */
  ownPorts: readonly number[];
  /** The addresses of this machine, which lead to itself as loopback does. */
  ownAddresses?: ReadonlySet<string>;
  /** The name under which the public network reaches this installation; null where it is this machine alone. */
  ownHost?: string | null;
}

/** Names that never mean a machine of the public network (RFC 6761, 6762, 8375, and what routers and clouds use). */
const insideNames = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid|onion)$/;

const localhost = /(^|\.)localhost$/;

/**
 * The address of a receiver as it is stored. What can be told without asking anyone is told here (422 `url_refused`);
 * names are looked up, and judged, at every connect.
 * @param isSandbox whether plain http is good enough
 */
export function readReceiverUrl(text: string, policy: ReceiverPolicy & { isSandbox: boolean }): URL {
  const fault = (code: string, detail: string) => refusal({ pointer: '#/url', code, detail });
  if (!URL.canParse(text)) throw fault('not_an_address', 'Send a whole address, e.g. https://example.com/hooks.');
  const url = new URL(text);
  const schemes = policy.isSandbox ? ['https:', 'http:'] : ['https:'];
  if (!schemes.includes(url.protocol)) {
    throw fault('scheme', policy.isSandbox ? 'Use https or http.' : 'Use https.');
  }
  if (url.username || url.password) throw fault('credentials', 'Leave user name and password out of the address.');
  const host = bareHost(url);
  const port = portOf(url);
  const reach = isIP(host) ? reachIn(policy, host) : null;
  const isLoopback = reach ? reach === 'loopback' : localhost.test(host);
  if (isLoopback && policy.allowLoopback) {
    if (policy.ownPorts.includes(port)) throw fault('own_port', 'This port belongs to the installation itself.');
    return url;
  }
  if (host === policy.ownHost) throw fault('own_address', 'This address belongs to the installation itself.');
  const isInside = reach ? reach !== 'public' : !host.includes('.') || insideNames.test(host);
  if (isInside) throw fault('not_public', 'The address must be one that the public network can reach.');
  if (port !== 443 && port !== 80 && port < 1024) {
    throw fault('port', 'Use the usual port, or one from 1024 to 65535.');
  }
  return url;
}

/** What an address is to us here. */
export function reachIn(policy: ReceiverPolicy, address: string): ReturnType<typeof reachOf> {
  return reachOf(address, policy.ownAddresses ?? new Set());
}

/** The host without brackets and without the dot that ends an absolute name. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
}

export function portOf(url: URL): number {
  return url.port ? Number(url.port) : url.protocol === 'https:' ? 443 : 80;
}

function refusal(error: FieldError): Problem {
  return new Problem('url_refused', { detail: error.detail, errors: [error] });
}

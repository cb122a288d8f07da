import { isIP, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { Agent, buildConnector } from 'undici';
import { reachIn, type ReceiverPolicy } from './domain/receiver-url.js';
import { resolveName, type ResolveName } from './resolve-name.js';

/** The receiver's address is not one that we call. Says nothing of what the name led to. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';
  constructor() {
    super('The name does not lead to an address that may be called.');
  }
}

const connectMilliseconds = 5_000;
const addressesTried = 3;

/**
 * The one way out to addresses that others chose. Every connection, also to a literal address, is judged when it is
 * made: the name is looked up here, refused if any of its addresses is not public, and the connection goes to the very
 * address that was judged, so that a name that changes its mind in between (rebinding) gains nothing. Certificate and
 * Host stay those of the name. No redirects, no proxies from the environment, one request at a time on a connection.
 */
export function createGuardedAgent(policy: ReceiverPolicy, resolve: ResolveName = resolveName): Agent {
  return new Agent({
    connect: guardedConnector(policy, resolve),
    pipelining: 1,
    maxHeaderSize: 16_384,
    headersTimeout: 15_000,
    bodyTimeout: 15_000,
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
  });
}

/** The judgement by itself: the addresses to connect to, or `AddressRefused`. */
export async function vettedAddresses(
  hostname: string,
  port: number,
  policy: ReceiverPolicy,
  resolve: ResolveName,
): Promise<string[]> {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
  if (host.toLowerCase() === policy.ownHost) throw new AddressRefused();
  const addresses = await addressesOf(host, resolve);
  const isAllowed = (address: string) => {
    const reach = reachIn(policy, address);
    return reach === 'public' || (reach === 'loopback' && policy.allowLoopback && !policy.ownPorts.includes(port));
  };
  if (addresses.length === 0 || !addresses.every(isAllowed)) throw new AddressRefused();
  return addresses;
}

async function addressesOf(host: string, resolve: ResolveName): Promise<string[]> {
  if (isIP(host)) return [host];
  // Never asked of a name server: the answer is known (RFC 6761 §6.3).
  if (/(^|\.)localhost$/i.test(host)) return ['127.0.0.1', '::1'];
  return resolve(host);
}

function guardedConnector(policy: ReceiverPolicy, resolve: ResolveName): buildConnector.connector {
  const connect = buildConnector({ allowH2: false, timeout: connectMilliseconds });
  return (options, callback) => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    const servername =
      options.servername ?? (isIP(options.hostname) ? undefined : options.hostname.replace(/\.+$/, ''));
    vettedAddresses(options.hostname, port, policy, resolve)
      .then((addresses) =>
        firstConnection(addresses.slice(0, addressesTried), (hostname) =>
          connectOnce(connect, { ...options, hostname, servername }),
        ),
      )
      .then(
        (socket) => callback(null, socket),
        (failure: Error) => callback(failure, null),
      );
  };
}

async function firstConnection<T>(
  addresses: readonly string[],
  connectTo: (address: string) => Promise<T>,
): Promise<T> {
  let failure: unknown = new AddressRefused();
  for (const address of addresses) {
    try {
      return await connectTo(address);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function connectOnce(connect: buildConnector.connector, options: buildConnector.Options): Promise<Socket | TLSSocket> {
  return new Promise((resolve, reject) => {
    connect(options, (...[failure, socket]) => (failure ? reject(failure) : resolve(socket as Socket)));
  });
}

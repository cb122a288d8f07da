import ipaddr from 'ipaddr.js';

/**
 * Public by its number, but served to a virtual machine by its own host (Azure's platform channel): inside all the same.
 */
const insideByUse: ReadonlySet<string> = new Set(['168.63.129.16']);
const globalIpv6 = ipaddr.parseCIDR('2000::/3');

/**
 * What an address is to a guard: `public` (unicast, anyone's), `loopback` (this machine, written plainly or by an address
 * of its own that the public network knows) or `inside`: private, link-local, metadata, carrier NAT, multicast, reserved,
 * and every IPv6 form that wraps an IPv4 address.
 * @param ownAddresses this machine's, as `normalAddress` writes them
 */
export function reachOf(address: string, ownAddresses: ReadonlySet<string>): 'public' | 'loopback' | 'inside' {
  if (!ipaddr.isValid(address)) return 'inside';
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range === 'loopback') return 'loopback';
  if (range !== 'unicast' || insideByUse.has(parsed.toString())) return 'inside';
  // Outside 2000::/3 nothing is assigned to anyone; `::7f00:1`, the old spelling of 127.0.0.1, would pass as unicast.
  if (parsed.kind() === 'ipv6' && !parsed.match(globalIpv6)) return 'inside';
  return ownAddresses.has(normalAddress(address)) ? 'loopback' : 'public';
}

/** One spelling for each address. */
export function normalAddress(address: string): string {
  return ipaddr.parse(address).toNormalizedString();
}

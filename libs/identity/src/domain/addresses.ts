import ipaddr from 'ipaddr.js';

type Parsed = ipaddr.IPv4 | ipaddr.IPv6;

/**
 * The network that a line of an allow-list names, written one way (`10.0.0.0/8`, a single address with its full
 * length); null where it names none. An IPv4 network written inside IPv6 is the IPv4 network.
 */
export function normaliseNetwork(text: string): string | null {
  const [address = '', length, ...more] = text.trim().split('/');
  if (more.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return null;
  const parsed = parse(address);
  if (!parsed) return null;
  const whole = parsed.kind() === 'ipv4' ? 32 : 128;
  const bits = length === undefined ? whole : Number(length);
  if (bits > whole) return null;
  if (parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress() && bits >= 96)
    return networkOf(parsed.toIPv4Address(), bits - 96);
  return networkOf(parsed, bits);
}

/** Whether the address lies in one of the networks; an empty list allows every address. */
export function isAddressAllowed(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  const parsed = parse(address);
  if (!parsed) return false;
  const client = unmapped(parsed);
  return networks.some((network) => {
    const [range, bits] = ipaddr.parseCIDR(network);
    return range.kind() === client.kind() && client.match(range, bits);
  });
}

/** What failures are counted by: one IPv4 address, or the /64 that one IPv6 subscriber holds. */
export function addressForLimits(address: string): string {
  const parsed = parse(address);
  if (!parsed) return 'unknown';
  const client = unmapped(parsed);
  return client.kind() === 'ipv4' ? client.toString() : networkOf(client, 64);
}

/** Strict: the shorthands and octal forms that the library also reads (`10.1`, `012.0.0.1`) are no addresses here. */
function parse(text: string): Parsed | null {
  const address = text.replace(/%[^/]*$/, '');
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address);
  return ipaddr.IPv6.isValid(address) ? ipaddr.IPv6.parse(address) : null;
}

function unmapped(address: Parsed): Parsed {
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

function networkOf(address: Parsed, bits: number): string {
  const network =
    address instanceof ipaddr.IPv4
      ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`);
  return `${network}/${bits}`;
}

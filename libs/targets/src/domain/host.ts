import { parse } from 'tldts';

/** What the directory knows, prepared once for many readings. */
export interface HostDirectory {
  /** The platform with the longest registered suffix of this host, on a label boundary. */
  findByHost(host: string): { slug: string; suffix: string } | null;
  /** The platform that registered this app id (package name, store id or link scheme). */
  findByAppId?(appId: string): { slug: string } | null;
}

/** A name never reaches the longest legal host with this many labels to try. */
const MAX_LABELS = 127;

/**
 * Prepares the directory for reading: hosts are normalised, the longest registered suffix wins and it only counts on a
 * label boundary (`evilpan.baidu.com` is not `pan.baidu.com`). A host that cannot be normalised is left out.
 */
export function buildHostDirectory(
  platforms: ReadonlyArray<{ slug: string; hosts: readonly string[]; appIds?: readonly string[] }>,
): HostDirectory {
  const byHost = new Map<string, { slug: string; suffix: string }>();
  const byAppId = new Map<string, { slug: string }>();
  for (const { slug, hosts, appIds } of platforms) {
    for (const registered of hosts) {
      const suffix = normalizeHost(registered);
      if (suffix !== null && !byHost.has(suffix)) byHost.set(suffix, { slug, suffix });
    }
    for (const appId of appIds ?? []) if (!byAppId.has(appId.toLowerCase())) byAppId.set(appId.toLowerCase(), { slug });
  }
  return {
    findByHost(host) {
      const name = normalizeHost(host);
      if (name === null) return null;
      let from = 0;
      for (let label = 0; label < MAX_LABELS; label++) {
        const found = byHost.get(name.slice(from));
        if (found) return found;
        const dot = name.indexOf('.', from);
        if (dot < 0) return null;
        from = dot + 1;
      }
      return null;
    },
    findByAppId: (appId) => byAppId.get(appId.toLowerCase()) ?? null,
  };
}

/**
 * One spelling of a host: lower case, full width folded, international names in punycode, trailing dots and a port
 * dropped; IPv6 in brackets. Null where the text is no host.
 */
export function normalizeHost(host: string): string | null {
  const typed = host.normalize('NFKC').replaceAll('。', '.').trim();
  if (typed.length === 0 || typed.length > 512 || /[\s/\\?#@<>^|]/.test(typed)) return null;
  if (!typed.startsWith('[') && typed.indexOf(':') !== typed.lastIndexOf(':')) return null;
  let name: string;
  try {
    name = new URL(`http://${typed}/`).hostname;
  } catch {
    return null;
  }
  let end = name.length;
  while (end > 0 && name.charCodeAt(end - 1) === 0x2e) end--;
  // What is left may be a number in another spelling (`0.0..`): it is read again.
  if (end < name.length) return end === 0 ? null : normalizeHost(name.slice(0, end));
  if (name.startsWith('[')) return name;
  return name.length === 0 || name.length > 253 || name.includes('..') || name.startsWith('.') ? null : name;
}

/** An address by number, in the spelling of `normalizeHost`. */
export function isIpHost(host: string): boolean {
  return host.startsWith('[') || /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/** Whether the name could be registered: it ends in a suffix that ICANN delegated and has a name before it. */
export function isRegistrable(host: string): boolean {
  const { isIcann, domain, publicSuffix } = parse(host, { extractHostname: false, validateHostname: true });
  return isIcann === true && domain !== null && publicSuffix !== null;
}

/** What somebody registered: `wenku.baidu.com` belongs to `baidu.com`; null for an address by number or a bare suffix. */
export function registrableDomain(host: string): string | null {
  return parse(host, { extractHostname: false, validateHostname: true }).domain;
}

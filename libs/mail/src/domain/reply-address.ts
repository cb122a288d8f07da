/** Hexadecimal, for a mail server may fold the case of an address. */
const tokenText = '[0-9a-f]{32}';

/** `replies@example.org` and a token give `replies+token@example.org` (RFC 5233). */
export function replyAddress(base: string, token: string): string {
  return base.replace('@', `+${token}@`);
}

/** The tokens that addresses of a message carry, each once; pure. */
export function replyTokensIn(addresses: readonly string[], base: string): string[] {
  const [local, domain] = base.split('@') as [string, string];
  const own = addresses.flatMap((address) => {
    const [name = '', host = ''] = address.toLowerCase().split('@');
    return host === domain && name.startsWith(`${local}+`) ? [name.slice(local.length + 1)] : [];
  });
  return [...new Set(own.filter((token) => new RegExp(`^${tokenText}$`).test(token)))];
}

const mostLetters = 20;

/** The letters of ours that a message names by their Message-ID, as a mail server does of what it could not deliver. */
export function lettersNamedIn(raw: Buffer): string[] {
  const named = raw.toString('latin1').matchAll(/<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@letters\.tongshan>/gi);
  return [...new Set([...named].map(([, id]) => id!.toLowerCase()))].slice(0, mostLetters);
}

import { Resolver } from 'node:dns/promises';

/** All addresses of a name, IPv4 first; throws where there are none. Injected in tests. */
export type ResolveName = (name: string) => Promise<string[]>;

/**
 * Asks the name servers directly: unlike the system's lookup it occupies no thread, so that a name that answers slowly
 * holds up nobody, and it applies no search domain. The resolver is new each time, for the servers can have changed.
 */
export const resolveName: ResolveName = async (name) => {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  if (addresses.length === 0) throw Object.assign(new Error('the name has no address'), { code: 'ENOTFOUND' });
  return addresses;
};

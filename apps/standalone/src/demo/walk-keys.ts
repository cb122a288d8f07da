import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Caller, callerOf } from './walk-api.js';
import { demoPeople } from './demo-people.js';

export type Account = 'rights' | 'platform' | 'platform2' | 'platform3' | 'regulator' | 'operator';
export type Callers = Record<Account, Caller>;

const accounts: readonly Account[] = ['rights', 'platform', 'platform2', 'platform3', 'regulator', 'operator'];
const emailOf = (account: Account) => `${account}@demo.test`;

/**
 * Everybody in the story: by the API keys that the standalone keeps beside its data, or, where those are out of reach,
 * by keys that each of them makes after signing in with the demo password.
 */
export async function demoCallers(
  base: string,
  dataFolder: string,
  password: string,
): Promise<{ callers: Callers; isOwnFolder: boolean }> {
  const kept = await keptKeys(join(dataFolder, 'demo-keys.json'));
  const isKnown = kept !== null && (await knows(base, kept[emailOf('rights')]!));
  const entries = accounts.map(async (account) => {
    const key = isKnown ? kept[emailOf(account)]! : await freshKey(base, account, password);
    return [account, callerOf(base, key)] as const;
  });
  return { callers: Object.fromEntries(await Promise.all(entries)) as Callers, isOwnFolder: isKnown };
}

async function keptKeys(path: string): Promise<Record<string, string> | null> {
  try {
    const keys = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>;
    return accounts.every((account) => typeof keys[emailOf(account)] === 'string') ? keys : null;
  } catch {
    return null; // the data folder is elsewhere
  }
}

/** Whether the system that answers is the one that these keys belong to. */
async function knows(base: string, key: string): Promise<boolean> {
  const response = await fetch(`${base}/v1/me`, { headers: { authorization: `Bearer ${key}` } }).catch(() => null);
  return response?.ok ?? false;
}

/** A key for an hour, so that runs from elsewhere leave nothing lasting behind. */
async function freshKey(base: string, account: Account, password: string): Promise<string> {
  const email = emailOf(account);
  const { accessToken } = await callerOf(base).post<{ accessToken: string }>('/v1/auth/login', { email, password });
  const { key } = await callerOf(base, accessToken).post<{ key: string }>('/v1/api-keys', {
    name: 'npm run demo',
    scopes: demoPeople.find((person) => person.email === email)!.keyScopes,
    mode: 'sandbox',
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
  return key;
}

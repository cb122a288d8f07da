import { identityApp, password } from './identity-app.js';

export type System = Awaited<ReturnType<typeof identityApp>>;

export const origin = 'https://tongshan.test';
/** What a page of ours sends with everything that writes. */
export const fromOwnPage = { origin, 'sec-fetch-site': 'same-origin', 'x-requested-with': 'tongshan-console' };

type Method = 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE';

/** The `name=value` of the session's cookie in an answer, or null. */
export function cookieOf(headers: Record<string, string>): string | null {
  return /^(__Host-tongshan=[^;]+)/.exec(headers['set-cookie'] ?? '')?.[1] ?? null;
}

/** Signs in as a page of ours would; answers what came and how to go on with its cookie. */
export async function signIn(
  system: System,
  email: string,
  { otp, headers = {}, secret = password }: { otp?: string; headers?: Record<string, string>; secret?: string } = {},
) {
  const answer = await system.call('POST', '/v1/auth/session', {
    body: { email, password: secret, ...(otp === undefined ? {} : { otp }) },
    headers: { ...fromOwnPage, ...headers },
  });
  return { answer, ...browserWith(system, cookieOf(answer.headers) ?? '') };
}

/** A browser that holds this cookie, on a page of ours. */
export function browserWith(system: System, cookie: string) {
  const send = (method: Method, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    system.call(method, path, { body, headers: { ...fromOwnPage, cookie, ...headers } });
  return {
    cookie,
    get: (path: string, headers?: Record<string, string>) => send('GET', path, undefined, headers),
    post: (path: string, body: unknown = {}, headers?: Record<string, string>) => send('POST', path, body, headers),
    delete: (path: string, body?: unknown) => send('DELETE', path, body),
  };
}

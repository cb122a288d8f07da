import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import OidcProvider, { type Context } from 'oidc-provider';
import { identityApp } from './identity-app.js';

const ours = 'https://tongshan.test';
const client = { client_id: 'tongshan', client_secret: 'a secret between the two' };

interface Account {
  sub: string;
  email: string;
  email_verified?: boolean;
}

/** A real provider on this machine, which signs in whoever `account` says without asking, and our application beside it. */
export async function oidcStage() {
  const stage = { account: { sub: 'nobody', email: 'nobody@example.test' } as Account, isAway: false };
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new OidcProvider(issuer, {
    clients: [{ ...client, redirect_uris: [`${ours}/v1/auth/oidc/callback`] }],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key of the tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context: Context, accountId: string) => ({ accountId, claims: () => stage.account }),
    interactions: { url: () => '/as-the-account' },
    ttl: { Session: 600, Grant: 600, Interaction: 600, AccessToken: 600, IdToken: 600 },
    async loadExistingGrant({ oidc }: Context) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (stage.isAway) response.writeHead(503).end();
    else if (request.url !== '/as-the-account') answer(request, response);
    else void provider.interactionFinished(request, response, { login: { accountId: stage.account.sub } });
  });
  const system = await identityApp({
    environment: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.client_id,
      OIDC_CLIENT_SECRET: client.client_secret,
      OIDC_NAME: '星海统一登录',
    },
  });
  return {
    stage,
    system,
    issuer,
    browser: () => browser(system.app.getUrl()),
    async end() {
      await system.end();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

type Answered = { url: string; status: number; headers: Headers; text: string };
type Meddle = (url: string) => string;

/** Follows redirects between both sites with a cookie jar each, as a browser does; `meddle` may change an address on the way. */
function browser(app: Promise<string>) {
  const jars = new Map<string, Map<string, string>>();
  const visited: string[] = [];
  async function open(start: string, meddle: Meddle = (url) => url): Promise<Answered> {
    for (let url = new URL(start, ours), hop = 0; hop < 10; hop += 1) {
      visited.push(url.href);
      const jar = jars.get(url.host) ?? new Map<string, string>();
      jars.set(url.host, jar);
      const target = url.origin === ours ? new URL(`${url.pathname}${url.search}`, await app) : url;
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(target, { redirect: 'manual', headers: cookie ? { cookie } : {} });
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
        if (value === '') jar.delete(name!);
        else jar.set(name!, value!);
      }
      const to = response.headers.get('location');
      if (to === null || to.startsWith('/sign-in')) {
        return { url: to ?? url.href, status: response.status, headers: response.headers, text: await response.text() };
      }
      url = new URL(meddle(new URL(to, url).href));
    }
    throw new Error(`no end of redirects: ${visited.join('\n')}`);
  }
  return { open, visited, jar: () => jars.get(new URL(ours).host) ?? new Map<string, string>() };
}

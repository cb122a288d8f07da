import { randomBytes, X509Certificate } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '#kernel';
import { checkToken, stampHeads, timestampAuthorityOf, timestampDigest } from '#record';
import { nodeAuthority, opensslAuthority, policyOfTests, serveAuthority, type TestAuthority } from './authorities.js';
import { openRecordStage } from './record-stage.js';

const digest = sha256Hex('通删');
const openssl = opensslAuthority();
process.stdout.write(
  openssl
    ? 'timestamps: checked against an authority made of Node and against openssl ts\n'
    : 'timestamps: checked against an authority made of Node; there is no openssl on this machine\n',
);

const kinds: Array<[string, () => Promise<TestAuthority>]> = [
  ['an authority made of Node', () => nodeAuthority()],
  ...(openssl ? [['openssl ts', async () => openssl] as [string, () => Promise<TestAuthority>]] : []),
];

async function pemFile(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'tongshan-pem-')), 'root.pem');
  await writeFile(file, text);
  return file;
}

async function configured(
  reply: Parameters<typeof serveAuthority>[0],
  rootPem: string | null,
  tsaPolicy: string | null = null,
) {
  const server = await serveAuthority(reply);
  const tsaCertificateFile = rootPem && (await pemFile(rootPem));
  return { server, authority: timestampAuthorityOf({ tsaUrl: server.url, tsaPolicy, tsaCertificateFile })! };
}

describe.each(kinds)('a timestamp of %s', (_name, make) => {
  it('is asked for over HTTP, proves the digest and the time, and leads to the configured root', async () => {
    const { reply, rootPem } = await make();
    const { server, authority } = await configured(reply, rootPem, policyOfTests);
    try {
      const { token, stampedAt, authority: name } = await timestampDigest(authority, digest);
      expect(server.queries).toEqual(['POST application/timestamp-query']);
      expect(name).toMatch(/authority/);
      expect(Math.abs(stampedAt.getTime() - Date.now())).toBeLessThan(5_000);
      expect(checkToken(token, digest, authority.trusted)).toMatchObject({ policy: policyOfTests, authority: name });
      if (openssl?.rootPem === rootPem) expect(openssl.verify(token, digest)).toContain('Verification: OK');
    } finally {
      await server.close();
    }
  });

  it('is refused under another root, for another digest, and when a byte of it was changed', async () => {
    const { reply, rootPem } = await make();
    const { server, authority } = await configured(reply, rootPem);
    try {
      const { token } = await timestampDigest(authority, digest);
      const stranger = [new X509Certificate((await nodeAuthority()).rootPem)];
      expect(() => checkToken(token, digest, stranger)).toThrow('does not lead to a configured one');
      expect(() => checkToken(token, sha256Hex('别的'), authority.trusted)).toThrow('about another digest');
      const { stampedAt } = checkToken(token, digest, authority.trusted);
      let accepted = 0;
      const places = Array.from({ length: Math.ceil(token.length / 7) }, (_, n) => n * 7);
      for (const place of places) {
        const changed = Buffer.from(token);
        changed[place]! ^= 0x01;
        try {
          // what nothing signs (a certificate that is not needed) may change; what is proven may not
          expect(checkToken(changed, digest, authority.trusted).stampedAt).toEqual(stampedAt);
          accepted++;
        } catch (failure) {
          if ((failure as Error).constructor.name !== 'TimestampFault') throw failure;
        }
      }
      // the root that openssl adds to its token is about half of it
      expect(accepted).toBeLessThan(places.length * 0.6);
    } finally {
      await server.close();
    }
  });
});

describe('an answer of an authority is refused', () => {
  const ask = async (
    reply: Parameters<typeof serveAuthority>[0],
    rootPem: string | null = null,
    policy: string | null = null,
  ) => {
    const { server, authority } = await configured(reply, rootPem, policy);
    return timestampDigest(authority, digest).finally(() => server.close());
  };

  it.each([
    ['it answers another question', { nonce: Buffer.from('42'.repeat(16), 'hex') }, 'answers another question'],
    ['it is about another digest', { digest: randomBytes(32) }, 'about another digest'],
    ['its certificate is for something else', { usage: '1.3.6.1.5.5.7.3.1' }, 'not for timestamps'],
    ['its signature names another certificate', { namesAnother: true }, 'signature of the token does not hold'],
    ['its certificate was not valid then', { genTime: new Date(Date.now() - 86_400_000) }, 'not valid at that time'],
    ['it is a refusal', { status: 2 }, 'The authority refused: status 2'],
    ['it is under another policy', { policy: '1.2.3' }, 'under policy 1.2.3'],
  ])('where %s', async (_what, changes, message) => {
    const { reply, rootPem } = await nodeAuthority(changes);
    await expect(ask(reply, rootPem, policyOfTests)).rejects.toThrow(message);
  });

  it.each([
    ['it is no DER', async () => Buffer.from('hello'), 'no timestamp reply'],
    ['it is empty', async () => Buffer.alloc(0), 'no timestamp reply'],
    ['it is too long', async () => Buffer.alloc(100_000), 'too long'],
    ['it is a page', async () => ({ status: 200, type: 'text/html' }), 'answered 200 with text/html'],
    ['it leads elsewhere', async () => ({ status: 302 }), 'answered 302'],
    ['it is a fault', async () => ({ status: 500 }), 'answered 500'],
  ])('where %s', async (_what, reply, message) => {
    await expect(ask(reply)).rejects.toThrow(message);
  });

  it('and a certificate file without a certificate stops the start', async () => {
    const tsaCertificateFile = await pemFile('nothing');
    expect(() => timestampAuthorityOf({ tsaUrl: 'http://a.test', tsaPolicy: null, tsaCertificateFile })).toThrow(
      'holds no PEM certificate',
    );
    expect(timestampAuthorityOf({ tsaUrl: null, tsaPolicy: null, tsaCertificateFile: null })).toBeNull();
  });
});

it('heads are stamped oldest first; what failed is tried again by the next round, and what has one keeps it', async () => {
  const stage = await openRecordStage();
  const { reply, rootPem } = await nodeAuthority();
  let isAway = false;
  const { server, authority } = await configured(async (query) => (isAway ? { status: 503 } : reply(query)), rootPem);
  const tokens = () => stage.database.query('select number, timestamp_token as t from record_heads order by number');
  try {
    for (const day of [20, 21]) {
      await stage.write(new Date(`2026-11-${day}T10:00:00+08:00`), [2]);
      await stage.closeDay(new Date(`2026-11-${day + 1}T00:01:00+08:00`));
      if (day === 20) expect(await stampHeads(stage.database, authority)).toBe(1);
    }
    const [first] = await tokens();
    isAway = true;
    await expect(stampHeads(stage.database, authority)).rejects.toThrow('answered 503');
    expect((await tokens())[1].t).toBeNull();
    isAway = false;
    expect(await stampHeads(stage.database, authority)).toBe(1);
    expect(await stampHeads(stage.database, authority)).toBe(0);
    const [same, second] = await tokens();
    expect(same.t).toEqual(first.t);
    const [{ hash }] = await stage.database.query('select hash from record_heads where number = 2');
    expect(checkToken(second.t, hash, authority.trusted).authority).toBe('CN=Test authority');
  } finally {
    await server.close();
    await stage.close();
  }
}, 30_000);
